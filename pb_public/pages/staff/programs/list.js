// All programs at the desk, drafts among them.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { allPrograms } from "pages/staff/programs/load.js";
import { hamlets } from "pages/programs/load.js";
import { progressBar, stateBadge, states, whereOf } from "pages/programs/words.js";

export function open(view) {
  const state = { answer: null, areas: [], fault: null, filters: { hamlet: "", state: "" } };
  const draw = () => view.show(t("staff_programs.title"), html`<div class="page programs">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [answer, areas] = await Promise.all([allPrograms(state.filters), state.areas.length ? state.areas : hamlets()]);
      Object.assign(state, { answer, areas, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = { load, filter: (name, value) => { state.filters[name] = value; load(); } };
  draw();
  load();
}

function page({ answer, areas, fault, filters }, acts) {
  return html`<h1>${t("staff_programs.title")}</h1>
    <p class="actions">${answer?.may_keep ? html`<a class="button" href="/petugas/program/baru">${icon("plus")} ${t("staff_programs.new")}</a>` : nothing}
      <a class="button quiet" href="/petugas/usulan">${icon("megaphone")} ${t("staff_programs.proposals")}</a>
      <a class="button quiet" href="/program" target="_blank">${icon("external-link")} ${t("staff_programs.public_page")}</a></p>
    <div class="program-filters">${choice("state", t("programs.state"), states.map((value) => ({ value, label: t(`programs.state.${value}`) })), filters, acts)}
      ${choice("hamlet", t("programs.hamlet"), areas.map(({ id, name }) => ({ value: id, label: name })), filters, acts)}</div>
    ${fault ? failed(fault, acts.load) : !answer ? loading() : !answer.items.length ? empty("flag", t("staff_programs.none"), t("staff_programs.none_text"))
      : html`<ul class="program-rows">${answer.items.map((item) => html`<li>${row(item)}</li>`)}</ul>`}`;
}

const choice = (name, label, options, filters, acts) => select({ id: name, label, value: filters[name], onchange: (value) => acts.filter(name, value),
  options: [{ value: "", label: t("programs.all") }, ...options] });

const row = (item) => html`<a class="program-row" href="/petugas/program/${item.id}"><span class="program-row-text"><strong>${item.title}</strong>
  <span class="small soft">${item.year} · ${whereOf(item)}</span>
  <span>${stateBadge(item.state)} ${item.published ? nothing : badge("calm", t("staff_programs.draft"), "eye-off")}
    ${item.waiting ? badge("warn", count("staff_programs.to_confirm", item.waiting), "hourglass") : nothing}</span>${progressBar(item)}</span></a>`;
