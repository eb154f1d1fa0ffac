// How the statistics' numbers and categories are written.
import { t, language } from "app/i18n.js";
import { number } from "app/numbers.js";

const own = ["others", "not_recorded"];

// told writes a count; null is one that would lead to persons.
export const told = (count) => (count === null ? t("statistics.hidden") : number(count));

// labelOf names a column: by the register's table, or by age, or our own word.
export function labelOf(column) {
  if (own.includes(column.key)) return t(`statistics.${column.key}`);
  return nameOf(column) || column.key.replace("-", "–");
}

export const nameOf = ({ label, label_en }) => (language.get() === "en" && label_en) || label || "";

// monthName writes "2026-10" as "Okt 2026".
export const monthName = (month) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(month + "-01T00:00:00Z"));
