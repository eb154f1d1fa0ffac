// Correcting amounts by hand, several at once: what moves from one line to another
// keeps the balance.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { button, submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input, select } from "ui/field.js";
import { toast } from "ui/notice.js";
import { lineName, money, stageName } from "pages/budget/words.js";
import { correct } from "pages/staff/budget/load.js";

export function correctPart(state, acts) {
  const { answer } = state;
  if (!answer.stages.length) return nothing;
  const made = state.corrections;
  if (!made) {
    return html`<section><h2>${t("staff_budget.correct")}</h2><p class="soft">${t("staff_budget.correct_text")}</p>
      <div class="actions">${button({ label: t("staff_budget.correct_begin"), kind: "quiet", name: "pencil", onclick: () => { state.corrections = begin(answer.stages.at(-1)); acts.draw(); } })}</div></section>`;
  }
  const lines = answer.lines.filter((line) => line.carries?.includes(made.stage));
  return html`<section><h2>${t("staff_budget.correct")}</h2><p class="soft">${t("staff_budget.correct_text")}</p>
    <form novalidate @submit=${(event) => { event.preventDefault(); save(state, acts, lines); }}>${errorSummary(made.errors)}
      ${select({ id: "correct-stage", label: t("staff_budget.stage"), value: made.stage, onchange: (stage) => { state.corrections = begin(stage); acts.draw(); },
        options: answer.stages.map((stage) => ({ value: stage, label: stageName(stage) })) })}
      ${made.rows.map((row, i) => oneLine(row, i, made, lines, acts))}
      <div class="actions">${button({ label: t("staff_budget.correct_more"), kind: "quiet", name: "plus", onclick: () => { made.rows.push({ code: "", amount: "" }); acts.draw(); } })}</div>
      ${input({ id: "correct-note", label: t("staff_budget.correct_note"), optional: true, maxlength: 500, value: made.note, oninput: (value) => { made.note = value; } })}
      <p role="status">${t("staff_budget.left_after", { amount: money(leftAfter(answer, made, lines)) })}</p>
      <div class="actions">${submit(t("action.save"), state.busy === "correct", "check")}
        ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => { state.corrections = null; acts.draw(); } })}</div></form></section>`;
}

const begin = (stage) => ({ stage, rows: [{ code: "", amount: "" }], note: "", errors: {} });

const oneLine = (row, i, made, lines, { draw }) => html`<div class="card budget-correction">
  ${select({ id: `correct-${i}`, label: t("staff_budget.correct_line", { n: i + 1 }), value: row.code, error: made.errors[`correct-${i}`], onchange: (code) => { row.code = code; draw(); },
    options: [{ value: "", label: t("staff_budget.choose") }, ...lines.map((line) => ({ value: line.code, label: `${line.code} ${lineName(line)}` }))] })}
  ${row.code ? html`<p class="small soft">${t("staff_budget.is_now", { amount: money(lines.find(({ code }) => code === row.code)?.[made.stage]) })}</p>` : nothing}
  ${input({ id: `correct-${i}-amount`, label: t("staff_budget.new_amount"), inputmode: "numeric", width: "medium", value: row.amount, error: made.errors[`correct-${i}-amount`], oninput: (value) => { row.amount = value; draw(); } })}</div>`;

// typed reads "1.234.567" and "Rp 1234567"; NaN for anything else.
const typed = (text) => (/^\s*(rp\.?)?\s*[\d.]+\s*$/i.test(text) ? Number(text.replace(/\D/g, "")) : NaN);

const signs = { income: 1, financing_in: 1, spending: -1, financing_out: -1 };

function leftAfter(answer, made, lines) {
  return made.rows.reduce((left, { code, amount }) => {
    const line = lines.find((one) => one.code === code);
    return line && !Number.isNaN(typed(amount)) ? left + signs[line.part] * (typed(amount) - line[made.stage]) : left;
  }, answer.totals[made.stage].left);
}

async function save(state, acts) {
  const { corrections: made, answer } = state;
  made.errors = {};
  for (const [i, { code, amount }] of made.rows.entries()) {
    if (!code) made.errors[`correct-${i}`] = t("staff_budget.choose");
    if (Number.isNaN(typed(amount))) made.errors[`correct-${i}-amount`] = t("staff_budget.amount_missing");
  }
  if (!Object.keys(made.errors).length) {
    state.busy = "correct";
    acts.draw();
    try {
      state.answer = await correct(answer.year, { stage: made.stage, note: made.note, amounts: Object.fromEntries(made.rows.map(({ code, amount }) => [code, typed(amount)])) });
      state.corrections = null;
      toast(t("staff_budget.corrected"));
    } catch (err) {
      made.errors = { "correct-0": readFault(err).message };
    }
    state.busy = "";
  }
  acts.draw();
  focusErrors();
}
