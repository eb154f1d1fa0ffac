// The history of a budget: every file and correction with its totals.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day, shortDate } from "app/dates.js";
import { money, stageName } from "pages/budget/words.js";

// versions takes the answer's list; more(version) adds what only staff see.
export const versions = (list, more = () => nothing) => html`<ol class="plain budget-versions">${list.map((one) => html`<li>
  <p><strong>${stageName(one.stage)}, ${t("budget.version", { n: one.number })}</strong> <span class="small soft">${shortDate(one.at)}</span></p>
  <p class="small">${what(one)} ${t("budget.version_totals", { income: money(one.totals.income), spending: money(one.totals.spending) })}</p>${more(one)}</li>`)}</ol>`;

function what(one) {
  if (one.kind === "withdrawal") return one.restores ? t("budget.restored", { n: one.restores }) : t("budget.withdrawn_all");
  const from = one.decree ? `${one.decree}${one.decree_on ? `, ${day(one.decree_on)}` : ""}.` : one.as_of ? `${t("budget.as_of", { day: day(one.as_of) })}.` : "";
  return one.kind === "hand" ? t("budget.by_hand") : from;
}
