// The four sums that a budget balances by, and what is left over.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { table } from "ui/charts.js";
import { doneWord, money, now, percent, short, stageName } from "pages/budget/words.js";

// figures are the large ones at the top of a year.
export function figures(answer) {
  const held = answer.totals[now(answer)];
  const done = answer.totals.realised;
  return html`<dl class="budget-figures">${["income", "spending"].map((part) => html`<div><dt>${t(`budget.${part}`)}</dt>
    <dd><strong>${short(held[part])}</strong>${done ? html`<span class="small">${doneWord(part)} ${percent(done[part], held[part])}</span>` : nothing}</dd></div>`)}
    <div><dt>${held.surplus < 0 ? t("budget.deficit") : t("budget.surplus")}</dt><dd><strong>${short(Math.abs(held.surplus))}</strong><span class="small">${t(held.surplus < 0 ? "budget.covered" : "budget.set_aside")}</span></dd></div>
    ${done ? html`<div><dt>${t("budget.left")}</dt><dd><strong>${short(done.left)}</strong><span class="small">${answer.realised_until ? t("budget.as_of", { day: day(answer.realised_until) }) : nothing}</span></dd></div>` : nothing}</dl>`;
}

const parts = ["income", "spending", "surplus", "financing_in", "financing_out", "left"];

// balance is the table in the order of the decree.
export const balance = (answer) => table({ caption: t("budget.balance"), head: [t("budget.line"), ...answer.stages.map(stageName)],
  rows: parts.map((part) => [part === "surplus" ? t("budget.surplus_or_deficit") : t(`budget.${part}`), ...answer.stages.map((stage) => money(answer.totals[stage][part]))]) });

// decrees say where the figures come from.
export function decrees(answer) {
  const lines = [
    answer.decree && t("budget.by_decree", { decree: answer.decree, day: day(answer.decree_on) }),
    answer.revision_decree && t("budget.revised_by", { decree: answer.revision_decree, day: day(answer.revision_decree_on) }),
    answer.realised_until && t("budget.reported_until", { day: day(answer.realised_until) }),
  ].filter(Boolean);
  return lines.length ? html`<p class="soft">${lines.join(" · ")}</p>` : nothing;
}
