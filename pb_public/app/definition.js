// A service's definition as the page follows it. The server follows the same
// rules (hooks/definition) and has the last word.
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";
import { number, rupiah } from "app/numbers.js";

// holds says whether all conditions hold. A yes-or-no answer reads "yes" or "no".
export function holds(conditions, answers) {
  return (conditions ?? []).every(({ field, is, not, filled }) => {
    const chosen = chosenOf(answers[field]);
    if (filled !== undefined && filled !== null && filled !== isFilled(answers[field])) return false;
    if (is?.length && !chosen.some((value) => is.includes(value))) return false;
    return !chosen.some((value) => not?.includes(value));
  });
}

function chosenOf(answer) {
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  if (typeof answer === "string") return answer ? [answer] : [];
  return Array.isArray(answer) ? answer.filter((value) => typeof value === "string") : [];
}

export function isFilled(answer) {
  if (answer === undefined || answer === null) return false;
  if (typeof answer === "string") return answer.trim() !== "";
  if (typeof answer === "object" && !Array.isArray(answer)) return Object.values(answer).some(Boolean); // a place
  return Array.isArray(answer) ? answer.length > 0 : true;
}

// walk goes through the form in order: `pages` are those whose conditions hold,
// [{ page, fields }], and `asked` the answers to what is asked there.
export function walk(definition, answers) {
  const asked = {};
  const pages = [];
  for (const page of definition.form ?? []) {
    if (!holds(page.when, asked)) continue;
    const fields = [];
    for (const field of page.fields) {
      if (!holds(field.when, asked)) continue;
      fields.push(field);
      if (isFilled(answers[field.key])) asked[field.key] = answers[field.key];
    }
    if (fields.length) pages.push({ page, fields });
  }
  return { pages, asked };
}

// needed are the documents asked for, given the answers.
export function needed(definition, answers) {
  const { asked } = walk(definition, answers);
  return (definition.requirements ?? []).filter((requirement) => holds(requirement.when, asked));
}

// hamletNames are known once ui/place_field.js has asked for them.
export const hamletNames = new Map(); // id -> name

// answerText is an answer as a person reads it; rows become one text a row.
export function answerText(field, value, household = []) {
  if (!isFilled(value)) return "";
  const option = (one) => x(field.options?.find((o) => o.value === one) ?? { label: one }, "label");
  switch (field.type) {
    case "yesno": return value ? t("answer.yes") : t("answer.no");
    case "choice": return option(value);
    case "choices": return value.map(option).join(", ");
    case "date": return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
    case "money": return Number.isFinite(+value) ? rupiah(+value) : value;
    case "number": return Number.isFinite(+value) ? number(+value) : value;
    case "member": return household.find((member) => member.id === value)?.name ?? value;
    case "place": return [value.words, hamletNames.get(value.hamlet), value.lat ? `${value.lat}, ${value.lon}` : ""].filter(Boolean).join(", ");
    case "rows": return value.map((row) => field.columns
      .map((column) => answerText(column, row[column.key], household)).filter(Boolean).join(" · "));
    default: return String(value);
  }
}

// duration writes { amount, unit } of working time: "2 hari kerja".
export function duration({ amount, unit } = {}) {
  return amount ? t(`duration.${unit}.${amount === 1 ? "one" : "other"}`, { n: amount }) : "";
}

// span writes { amount, unit } of calendar time; empty means without end.
export function span({ amount, unit } = {}) {
  return amount && unit && unit !== "none" ? t(`span.${unit}.${amount === 1 ? "one" : "other"}`, { n: amount }) : "";
}
