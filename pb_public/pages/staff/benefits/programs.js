// Programs of aid at the desk, with how many get something and where to look.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { number, rupiah } from "app/numbers.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { programs } from "pages/staff/benefits/load.js";

export function open(view) {
  const state = { answer: null, fault: null };
  const draw = () => view.show(t("staff_benefits.title"), html`<div class="page benefits"><h1>${t("staff_benefits.title")}</h1>
    <p class="soft">${t("staff_benefits.lead")}</p>${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { answer: await programs(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ answer, fault }, load) {
  if (fault) return failed(fault, load);
  if (!answer) return loading();
  if (!answer.items.length) return empty("hand-heart", t("staff_benefits.no_programs"), t("staff_benefits.no_programs_text"));
  return html`<ul class="rows">${answer.items.map((program) => html`<li><a class="row-link" href="/petugas/bantuan/${program.id}">
    <span class="row-link-text"><span class="row-link-title">${x(program, "title")}</span>
      <span class="small">${t("staff_benefits.counts", { active: number(program.active), candidate: number(program.candidate), stopped: number(program.stopped), ended: number(program.ended) })}</span>
      <span class="small soft">${program.year} · ${t("staff_benefits.paid_so_far", { amount: rupiah(program.paid) })}</span></span>
    <span class="person-marks">${program.attention ? badge("warn", t("staff_benefits.to_look", { n: program.attention }), "triangle-alert") : nothing}
      ${program.published ? nothing : badge("calm", t("staff_benefits.hidden"), "eye-off")}</span>${icon("chevron-right")}</a></li>`)}</ul>`;
}
