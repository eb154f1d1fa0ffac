// The tree of a budget to open step by step: field, subfield, activity, account.
// Every line has its code as id, so that /anggaran/2026#02.03.10 opens it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { bar } from "ui/charts.js";
import { decided, doneWord, lineName, money, percent } from "pages/budget/words.js";

// childrenOf groups lines by what stands above them.
export function childrenOf(lines) {
  const below = new Map();
  for (const line of lines) below.set(line.parent, [...below.get(line.parent) ?? [], line]);
  return below;
}

// idOf is a line's anchor; a space in an id could not be reached.
export const idOf = (code) => code.replace(" ", "_");

// tree draws what stands below a code. The fields are drawn as headings of their
// own, elsewhere; all else folds.
export function tree(answer, below, from) {
  const list = below.get(from) ?? [];
  return html`<ul class="budget-tree">${list.map((line) => html`<li>${node(answer, below, line)}</li>`)}</ul>`;
}

function node(answer, below, line) {
  const inner = below.get(line.code) ?? [];
  if (!inner.length) return html`<div class="budget-line" id=${idOf(line.code)} tabindex="-1">${head(answer, line)}${programs(line)}</div>`;
  return html`<details class="budget-line" id=${idOf(line.code)}><summary>${icon("chevron-right")}<span class="budget-head">${head(answer, line)}</span></summary>
    ${programs(line)}${tree(answer, below, line.code)}</details>`;
}

function head(answer, line) {
  const of = decided(line, answer);
  const done = line.realised;
  return html`<span class="budget-name"><span class="budget-code">${line.account || line.activity}</span> ${lineName(line)}${line.source ? html` <span class="budget-source">${line.source}</span>` : nothing}</span>
    <span class="budget-amounts"><span class="budget-amount">${money(of)}</span>
      ${answer.stages.includes("realised") ? html`<span class="small soft">${done == null ? t("budget.not_told") : html`${doneWord(line.part)} ${money(done)} (${percent(done, of)})`}</span>` : nothing}</span>
    ${answer.stages.includes("realised") && of > 0 && done != null ? bar({ kind: done > of ? "over" : "done", value: done }, of) : nothing}`;
}

function programs(line) {
  if (!line.programs?.length) return nothing;
  return html`<ul class="budget-programs">${line.programs.map((program) => html`<li><a href="/program/${program.id}">${icon("flag")}
    <span>${t("budget.program", { title: program.title })} <span class="small soft">${t("budget.progress", { percent: program.progress })}</span></span></a></li>`)}</ul>`;
}

// openAt opens a line and all above it, and brings it into view.
export function openAt(code) {
  const place = code && document.getElementById(idOf(code));
  if (!place) return;
  for (let at = place; at; at = at.parentElement?.closest("details")) if (at.tagName === "DETAILS") at.open = true;
  const target = place.tagName === "DETAILS" ? place.querySelector("summary") : place;
  target.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}
