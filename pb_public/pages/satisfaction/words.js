// How results and periods are called.
import { language, t } from "app/i18n.js";

const two = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const three = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 3, maximumFractionDigits: 3 });

export const hundredths = (value) => (value == null ? "–" : two.format(value));
export const thousandths = (value) => three.format(value);
export const elementName = (key) => t(`satisfaction.element.${key}`);
export const bandName = (band) => t(`satisfaction.band.${band}`);

// monthName writes "2026-11" as "November 2026".
export const monthName = (month, form = "long") => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { timeZone: "UTC", month: form, year: "numeric" })
  .format(new Date(`${month}-01T00:00:00Z`));

// periodName writes "2026", "2026-S1", "2026-Q3", "2026-07" in words.
export function periodName(key) {
  const [year, part] = key.split("-");
  if (!part) return t("satisfaction.year", { year });
  if (part[0] === "S") return t("satisfaction.half", { n: part[1], year });
  if (part[0] === "Q") return t("satisfaction.quarter", { n: part[1], year });
  return monthName(key);
}

// workingTime writes minutes of working time: "3 jam 20 menit".
export function workingTime(minutes) {
  if (minutes == null) return "–";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return t("satisfaction.minutes", { n: rest });
  return rest && hours < 10 ? t("satisfaction.hours_minutes", { h: hours, n: rest }) : t("satisfaction.hours", { h: hours });
}

// share writes how many of all, in whole percent that never round up to "all".
export function share(kept, closed) {
  if (!closed) return "–";
  return `${kept === closed ? 100 : Math.min(99, Math.round((100 * kept) / closed))}%`;
}
