// Months as people say them.
import { language } from "app/i18n.js";

// monthName writes "2026-11" as "November 2026".
export const monthName = (month) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { timeZone: "UTC", month: "long", year: "numeric" })
  .format(new Date(month + "-01T00:00:00Z"));
