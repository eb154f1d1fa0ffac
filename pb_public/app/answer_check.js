// What can be said about an answer before it is sent. The rules and texts are
// those of hooks/definition; whatever passes here is judged again there.
import { isFilled } from "app/definition.js";
import { today } from "app/dates.js";
import { t, x } from "app/i18n.js";

// normalise brings typed answers into the form the server keeps: dates padded,
// empty rows and texts dropped.
export function normalise(field, value) {
  if (!isFilled(value)) return undefined;
  if (field.type === "date") return padDay(value);
  if (field.type === "number" || field.type === "money") return writtenNumber(value) ?? value;
  if (field.type === "rows") {
    const rows = value.map((row) => Object.fromEntries(field.columns
      .map((column) => [column.key, normalise(column, row[column.key])]).filter(([, v]) => v !== undefined)));
    const kept = rows.filter((row) => Object.keys(row).length);
    return kept.length ? kept : undefined;
  }
  if (field.type === "place" && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, part?.trim?.() ?? part]).filter(([, part]) => part));
  return typeof value === "string" ? value.trim() : value;
}

// check returns { fieldKey: message } for the fields of one page; inside rows the
// key is "heirs.0.name", as from the server.
export function check(fields, answers) {
  const problems = {};
  for (const field of fields) {
    const value = normalise(field, answers[field.key]);
    const label = x(field, "label");
    if (value === undefined) {
      if (field.required) problems[field.key] = t(missing(field.type), { label });
      continue;
    }
    const problem = wrong(field, value);
    if (problem) problems[field.key] = t(problem[0], { label, ...problem[1] });
    if (field.type === "rows") checkRows(field, answers[field.key], problems);
  }
  return problems;
}

function checkRows(field, rows, problems) {
  rows.forEach((row, i) => {
    if (!field.columns.some((column) => isFilled(row[column.key]))) return;
    for (const [key, message] of Object.entries(check(field.columns, row))) problems[`${field.key}.${i}.${key}`] = message;
  });
}

function missing(type) {
  if (["choice", "choices", "yesno", "member"].includes(type)) return "check.required_choice";
  if (type === "place") return "check.place";
  return type === "rows" ? "check.required_rows" : "check.required";
}

function wrong(field, value) {
  switch (field.type) {
    case "number": return typeof value !== "number" ? ["check.number"] : within(field, value, "check.too_low", "check.too_high");
    case "money": return typeof value !== "number" || value < 0 || value % 1 ? ["check.money"] : within(field, value, "check.too_low", "check.too_high");
    case "date": return wrongDay(field, value);
    case "time": return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : ["check.time"];
    case "phone": return /^(0|\+|62)[1-9]\d{6,13}$/.test(value.replace(/[\s().-]/g, "")) ? null : ["check.phone"];
    case "nik": return /^\d{16}$/.test(value.replace(/[\s.-]/g, "")) ? null : ["check.nik", { count: value.replace(/\D/g, "").length }];
    case "text": case "textarea": return within(field, [...value].length, "check.too_short", "check.too_long");
    case "place": return typeof value !== "object" ? ["check.place"] : field.required && !value.lat && !(value.words && value.hamlet) ? [value.words ? "check.place_hamlet" : "check.place"] : null;
    case "rows": return within(field, value.length, "check.few_rows", "check.many_rows");
    case "choices": return within(field, value.length, "check.few_choices", "check.many_choices");
    default: return null;
  }
}

function within({ min, max }, amount, low, high) {
  if (min != null && amount < min) return [low, { min }];
  return max != null && amount > max ? [high, { max }] : null;
}

// The limits of a date are days from today: max 0 is "not in the future".
function wrongDay({ min, max }, value) {
  const parsed = new Date(value + "T00:00:00Z");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || isNaN(parsed) || parsed.toISOString().slice(0, 10) !== value) return ["check.date"];
  const limit = (days) => new Date(Date.parse(today() + "T00:00:00Z") + days * 864e5).toISOString().slice(0, 10);
  if (min != null && value < limit(min)) return ["check.date_early", { min: limit(min) }];
  return max != null && value > limit(max) ? ["check.date_late", { max: limit(max) }] : null;
}

function padDay(value) {
  const [year = "", month = "", day = ""] = value.split("-");
  return [year.trim(), month && month.padStart(2, "0"), day && day.trim().padStart(2, "0")].join("-");
}

function writtenNumber(value) {
  if (typeof value === "number") return value;
  const text = value.replace(/\s/g, "").replace(/^(rp\.?|idr)/i, "").replace(/,(00?|-)$/, "");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}
