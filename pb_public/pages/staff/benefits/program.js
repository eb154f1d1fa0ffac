// The beneficiaries of one program: find, filter, and the ways to add and to pay.
import { html, nothing } from "lit-html";
import { t, x, count } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { backLink, button } from "ui/button.js";
import { select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { checkbox } from "ui/choices.js";
import { searchField } from "pages/staff/search_field.js";
import { purposePart } from "pages/staff/residents/purpose.js";
import { download, listOf } from "pages/staff/benefits/load.js";
import { line } from "pages/staff/benefits/rows.js";

export const statuses = ["candidate", "active", "stopped", "ended"];

export function open(view) {
  const { program } = view.params;
  const state = { answer: null, hamlets: [], fault: null, exporting: false, filter: { status: "", hamlet: "", attention: "", q: "", page: 1 } };
  const draw = () => view.show(state.answer ? x(state.answer.program, "title") : t("staff_benefits.title"), html`<div class="page benefits">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [answer, hamlets] = await Promise.all([listOf(program, state.filter), state.hamlets.length ? state.hamlets : pb.collection("hamlets").getFullList({ sort: "sort" })]);
      Object.assign(state, { answer, hamlets, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  let typing;
  const acts = {
    draw, load,
    put: (name) => (value) => { Object.assign(state.filter, { [name]: value, page: 1 }); load(); },
    type: (value) => { Object.assign(state.filter, { q: value, page: 1 }); clearTimeout(typing); typing = setTimeout(load, 350); },
    turn: (to) => { state.filter.page = to; load(); window.scrollTo(0, 0); },
    keep: async (format) => {
      try {
        await download(program, format);
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
    },
  };
  acts.why = purposePart({ draw });
  draw();
  load();
}

function page(state, acts) {
  const { answer, fault } = state;
  const back = backLink("/petugas/bantuan", t("staff_benefits.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!answer) return html`${back}<h1>${t("staff_benefits.title")}</h1>${loading()}`;
  const { program } = answer;
  return html`${back}<h1>${x(program, "title")}</h1>
    ${program.names_public ? notice("info", t("staff_benefits.names_public"), html`<p>${t("staff_benefits.names_public_text")}</p>`) : nothing}
    ${answer.may_keep ? ways(program) : nothing}
    ${filters(state, acts)}
    <div aria-live="polite"><p class="small soft">${count("staff_benefits.found", answer.total)}</p>
      <ul class="rows">${answer.items.map((row) => html`<li>${line(row)}</li>`)}</ul></div>
    ${pages(answer, acts)}${exportPart(state, acts)}`;
}

const ways = ({ id }) => html`<div class="actions first-actions">
  <a class="button" href="/petugas/bantuan/${id}/baru">${icon("user-plus")} ${t("staff_benefits.add")}</a>
  <a class="button quiet" href="/petugas/bantuan/${id}/bayar">${icon("list-checks")} ${t("staff_benefits.pay")}</a>
  <a class="button quiet" href="/petugas/bantuan/${id}/impor">${icon("file-text")} ${t("staff_benefits.import")}</a></div>`;

const filters = ({ filter, hamlets }, { put, type }) => html`<div class="benefit-filters" role="search">
  ${searchField({ id: "q", label: t("staff_benefits.q"), value: filter.q, oninput: type })}
  ${select({ id: "status", label: t("staff_benefits.status"), value: filter.status, onchange: put("status"),
    options: [{ value: "", label: t("staff_benefits.any") }, ...statuses.map((value) => ({ value, label: t(`benefits.status.${value}`) }))] })}
  ${select({ id: "hamlet", label: t("staff_benefits.hamlet"), value: filter.hamlet, onchange: put("hamlet"),
    options: [{ value: "", label: t("staff_benefits.any") }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}
  ${checkbox({ id: "attention", label: t("staff_benefits.only_look"), checked: filter.attention !== "", onchange: (on) => put("attention")(on ? "1" : "") })}</div>`;

function pages({ total, page: now, size }, { turn }) {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return nothing;
  return html`<div class="actions">${now > 1 ? button({ label: t("staff_benefits.previous"), kind: "quiet", name: "chevron-left", onclick: () => turn(now - 1) }) : nothing}
    <span>${t("staff_benefits.page", { page: now, last })}</span>
    ${now < last ? button({ label: t("staff_benefits.following"), kind: "quiet", name: "chevron-right", onclick: () => turn(now + 1) }) : nothing}</div>`;
}

function exportPart(state, { why, keep, draw }) {
  if (!state.exporting) return html`<p class="benefit-export">${button({ label: t("staff_benefits.export"), kind: "quiet", name: "download", onclick: () => { state.exporting = true; draw(); } })}</p>`;
  return html`<section class="card"><h2>${t("staff_benefits.export")}</h2><p>${t("staff_benefits.export_text")}</p>${why.view()}
    ${why.stated() ? html`<div class="actions">${button({ label: "XLSX", kind: "quiet", name: "download", onclick: () => keep("xlsx") })}
      ${button({ label: "CSV", kind: "quiet", name: "download", onclick: () => keep("csv") })}</div>` : nothing}</section>`;
}
