// Days and times, always in the office's time zone, whatever the phone is set to.
import { language } from "app/i18n.js";
import { office } from "app/office.js";

const abbreviations = {
  "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT",
};

export const zone = () => office.get()?.time_zone || "Asia/Makassar";
export const zoneName = () => abbreviations[zone()] ?? new Intl.DateTimeFormat("en", { timeZone: zone(), timeZoneName: "short" })
  .formatToParts(new Date()).find((part) => part.type === "timeZoneName").value;

const locale = () => (language.get() === "en" ? "en-GB" : "id-ID");
const format = (date, options) => new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }).format(date);

// moment reads the server's "2026-11-23 04:05:06.000Z" and RFC 3339.
export const moment = (text) => new Date(String(text).replace(" ", "T"));

// today is the office's day as "YYYY-MM-DD".
export const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(new Date());

// day writes "YYYY-MM-DD" as "23 November 2026".
export function day(text) {
  if (!text) return "";
  const date = new Date(text + "T00:00:00Z");
  return new Intl.DateTimeFormat(locale(), { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(date);
}

// date writes a moment as "Senin, 23 November 2026".
export const date = (text) => format(moment(text), { weekday: "long", day: "numeric", month: "long", year: "numeric" });

// shortDate writes a moment as "23 Nov 2026".
export const shortDate = (text) => format(moment(text), { day: "numeric", month: "short", year: "numeric" });

// time writes a moment as "14.05 WITA".
export const time = (text) => `${clock(text)} ${zoneName()}`;
const clock = (text) => format(moment(text), { hour: "2-digit", minute: "2-digit" });

// when writes a moment as "Sen, 23 Nov 2026, 14.05 WITA".
export function when(text) {
  const day = format(moment(text), { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${time(text)}`;
}

// hour writes "07:30" as the language does.
export const hour = (text) => (language.get() === "en" ? text : text.replace(":", "."));

// weekday names 1 = Monday … 7 = Sunday.
export const weekday = (n) => new Intl.DateTimeFormat(locale(), { timeZone: "UTC", weekday: "long" })
  .format(new Date(Date.UTC(2024, 0, n))); // 1 January 2024 was a Monday
