// What a program hangs on: a line of the budget, and the proposals it comes of.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { rupiah } from "app/numbers.js";
import { checkboxes } from "ui/choices.js";
import { input, select } from "ui/field.js";
import { fieldName, fields, supportsText } from "pages/programs/words.js";

// budgetPart offers the spending lines of the program's year. Choosing one brings
// its activity and source of funds.
export function budgetPart({ made, lines, errors }, { put, draw }) {
  const choose = (id) => {
    const line = lines.find((one) => one.id === id);
    Object.assign(made, { budget_line: id, activity: line?.activity ?? made.activity, source: line?.source || made.source });
    draw();
  };
  return html`${select({ id: "budget_line", label: t("staff_programs.budget_line"), hint: lines.length ? t("staff_programs.budget_line_hint") : t("staff_programs.no_lines", { year: made.year }),
      value: made.budget_line, error: errors.budget_line, onchange: choose,
      options: [{ value: "", label: t("staff_programs.no_line") }, ...lines.map((line) => ({ value: line.id, label: `${line.code} ${line.name} (${rupiah(line.plan)})` }))] })}
    ${input({ id: "activity", label: t("staff_programs.activity"), hint: t("staff_programs.activity_hint"), optional: true, width: "short", maxlength: 20, value: made.activity, error: errors.activity, oninput: put("activity") })}
    ${made.activity ? nothing : select({ id: "field", label: t("programs.field"), value: made.field, error: errors.field, onchange: put("field"),
      options: [{ value: "", label: t("proposals.field_unknown") }, ...fields.map((field) => ({ value: field, label: fieldName(field) }))] })}`;
}

// proposalsPart offers the accepted proposals that no other program has.
export function proposalsPart({ made, accepted, errors }, { put }) {
  if (!accepted.length) return nothing;
  return checkboxes({ id: "proposals", label: t("staff_programs.from_proposals"), optional: true, error: errors.proposals, value: made.proposals, onchange: put("proposals", true),
    options: accepted.map((one) => ({ value: one.id, label: one.title, hint: `${one.hamlet_name} · ${supportsText(one.supports)}` })) });
}
