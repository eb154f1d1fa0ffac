// The budgets of all years: how they grew, and the way to each.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { officeName } from "app/office.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { years } from "pages/budget/load.js";
import { yearsPicture } from "pages/budget/pictures.js";
import { meaning } from "pages/budget/meaning.js";
import { now, percent, short } from "pages/budget/words.js";

export function open(view) {
  const state = { list: null, fault: null };
  const draw = () => view.show(t("budget.years_title"), html`<div class="page budget"><h1>${t("budget.years_title")}</h1>
    <p class="lead">${t("budget.years_lead", { office: officeName() })}</p>${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { list: await years(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ list, fault }, load) {
  if (fault) return failed(fault, load);
  if (!list) return loading();
  if (!list.length) return html`${empty("file-text", t("budget.none"), t("budget.none_text"))}${meaning()}`;
  return html`<ul class="rows">${list.map((year) => html`<li>${row(year)}</li>`)}</ul>
    ${list.length > 1 ? yearsPicture(list) : ""}${meaning()}`;
}

function row(year) {
  const held = year.totals[now(year)];
  const done = year.totals.realised;
  return html`<a class="row-link" href="/anggaran/${year.year}">${icon("file-text")}<span class="row-link-text">
    <span class="row-link-title">${t("budget.title", { year: year.year })}</span>
    <span class="small soft">${t("budget.spending")} ${short(held.spending)}${done ? `, ${t("budget.done")} ${percent(done.spending, held.spending)}` : ""}</span></span>${icon("chevron-right")}</a>`;
}
