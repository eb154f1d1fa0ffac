// How aid is put into words: what comes, how often, for which time.
import { t, language } from "app/i18n.js";
import { rupiah } from "app/numbers.js";

// amount is what comes once: money, things, or both.
export const amount = ({ amount: money, in_kind: things }) => [money ? rupiah(money) : "", things].filter(Boolean).join(" + ");

// what is "Rp 300.000 setiap bulan".
export const what = (row) => t(`benefits.every.${row.period}`, { what: amount(row) });

// periodName is "November 2026" of "2026-11", "Triwulan IV 2026" of "2026-Q4".
export function periodName(key) {
  const [year, part] = key.split("-");
  if (!part) return year;
  return part.startsWith("Q") ? t("benefits.quarter", { n: ["I", "II", "III", "IV"][part[1] - 1], year }) : month(key);
}

export const periods = (keys) => keys.map(periodName).join(", ");

const month = (key) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { month: "long", year: "numeric", timeZone: "UTC" })
  .format(new Date(`${key}-01T00:00:00Z`));
