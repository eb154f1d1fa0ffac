// What a program costs: its budget line, and what of it is spent.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { holds, money } from "pages/programs/words.js";

export function moneyPart({ budget, cost }) {
  if (!budget && !cost) return nothing;
  return html`<section><h2>${t("programs.money")}</h2>${budget ? ofLine(budget) : html`<p>${t("programs.estimate")} <strong>${money(cost)}</strong></p>`}</section>`;
}

function ofLine(budget) {
  const rows = [[t("programs.plan"), budget.plan], ...(budget.revised == null ? [] : [[t("programs.revised"), budget.revised]]), [t("programs.realised"), budget.realised]];
  return html`<table class="program-money"><caption>${t("programs.line", { code: budget.code, name: budget.name })}</caption>
      <tbody>${rows.map(([label, amount]) => html`<tr><th scope="row">${label}</th><td>${money(amount)}</td></tr>`)}</tbody></table>
    <p>${budget.percent == null ? t("programs.not_told") : t("programs.spent", { percent: budget.percent, of: money(holds(budget)) })}
      ${budget.percent != null && budget.realised_until ? html`<span class="small soft">${t("programs.until", { day: day(budget.realised_until) })}</span>` : nothing}</p>
    <p><a class="button quiet" href=${`/anggaran/${budget.year}#${encodeURIComponent(budget.code)}`}>${icon("file-text")} ${t("programs.to_line", { year: budget.year })}</a></p>`;
}
