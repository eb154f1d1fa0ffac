// A person's entry in the register, part by part.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { facts } from "ui/facts.js";
import { parts } from "pages/staff/residents/fields.js";
import { labelOf } from "pages/staff/residents/reference.js";

// shown writes one value as people read it.
export function shown({ name, kind }, person, tables) {
  const value = person[name];
  if (value === "" || value == null) return "";
  if (kind === "day") return day(value);
  if (kind === "flag") return value ? t("reg.yes") : "";
  return kind === "table" ? labelOf(tables, name, value) : value;
}

// entry draws the parts that hold something; masked numbers keep one width.
export function entry(person, tables) {
  return parts.map(({ key, fields }) => {
    const lines = fields.map((field) => ({ label: t(`reg.field.${field.name}`), value: shown(field, person, tables), field }))
      .filter(({ value }) => value !== "");
    return lines.length ? html`<section class="entry-part" aria-labelledby="part-${key}"><h3 id="part-${key}">${t(`reg.part.${key}`)}</h3>
      ${facts(lines.map(({ label, value, field }) => ({ label, value: field.masked ? html`<span class="code">${dots(value)}</span>` : value })))}</section>` : "";
  });
}

// dots reads better than stars, to eyes and to screen readers.
export const dots = (value) => String(value).replace(/^\*+/, (stars) => "•".repeat(Math.min(stars.length, 6)) + " ");
