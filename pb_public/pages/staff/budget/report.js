// What the dry run of a file found: the sums, the balance, and row by row what is
// wrong, why, and what would be right.
import { html, nothing } from "lit-html";
import { t, count, language } from "app/i18n.js";
import { notice } from "ui/notice.js";
import { table } from "ui/charts.js";
import { badge } from "ui/badge.js";
import { money } from "pages/budget/words.js";

const sums = ["income", "spending", "financing_in", "financing_out"];
const words = (one) => (language.get() === "en" ? one.text_en : one.text);

export const reportPart = (found) => html`<h3>${t("staff_budget.report")}</h3>
  <p>${t("staff_budget.read", { rows: found.rows, lines: found.lines })} ${found.sheet ? t("staff_budget.sheet", { sheet: found.sheet, column: found.column }) : nothing}</p>
  ${found.refused ? notice("bad", t("staff_budget.not_yet"), html`<p>${words(found.refused)}</p>`)
    : notice("good", t(found.stage === "realised" ? "staff_budget.possible" : "staff_budget.balanced"), html`<p>${t("staff_budget.changes", { added: found.added, changed: found.changed, removed: found.removed, same: found.same })}</p>`)}
  ${table({ caption: t("budget.balance"), head: [t("budget.line"), t("staff_budget.amount")],
    rows: [...sums.map((part) => [t(`budget.${part}`), money(found.totals[part])]), [t("budget.left"), money(found.left)]] })}
  ${found.differences.length ? differences(found) : nothing}
  ${found.problems.length ? problems(found) : html`<p>${t("staff_budget.no_problems")}</p>`}`;

// differences names the lines that would change; what goes stands there too.
const differences = ({ differences: list }) => html`<details class="budget-differences" ?open=${list.length <= 12}><summary>${count("staff_budget.differences", list.length)}</summary>
  ${table({ caption: t("staff_budget.differences_caption"), head: [t("budget.line"), t("staff_budget.before"), t("staff_budget.after")],
    rows: list.map((one) => [`${one.code} ${one.name}`, money(one.before), one.after == null ? t("staff_budget.goes") : money(one.after)]) })}</details>`;

const problems = (found) => html`<h3>${count("staff_budget.problems", found.errors + found.warnings)}</h3>
  <ul class="plain budget-problems">${found.problems.map((one) => html`<li class=${one.level}>
    <p>${badge(one.level === "error" ? "bad" : "warn", t(`staff_budget.level.${one.level}`), one.level === "error" ? "circle-x" : "triangle-alert")}
      <strong>${one.row ? t("staff_budget.row", { row: one.row + (one.column && one.column !== " " ? ` ${one.column}` : "") }) : t("staff_budget.whole_file")}</strong> ${one.name}</p>
    <p>${words(one)}</p>${one.suggestion ? html`<p class="small soft">${t("staff_budget.suggestion", { value: one.suggestion })}</p>` : nothing}</li>`)}</ul>`;
