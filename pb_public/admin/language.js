// Texts, dates and numbers in the language of the person's browser: Indonesian
// unless it asks for English first. The server picks the same one.
import { texts } from "./texts.js";

const wanted = (navigator.languages ?? [])
  .map((tag) => tag.toLowerCase().split("-")[0])
  .find((base) => base === "id" || base === "in" || base === "en");

export const language = wanted === "en" ? "en" : "id";

// say gives the text of a key, with {name} filled in from values.
export function say(key, values = {}) {
  const text = texts[key]?.[language === "en" ? 1 : 0] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const knows = (key) => key in texts;

// named picks the English name where there is one and it is wanted.
export const named = (thing, field = "name") =>
  (language === "en" && thing?.[field + "_en"]) || thing?.[field] || "";

const locale = language === "en" ? "en-GB" : "id-ID";

export const number = (value) => new Intl.NumberFormat(locale).format(value);

// moment writes PocketBase's "2026-11-23 04:05:06.000Z" in the office's zone.
export function moment(value, zone) {
  const at = new Date(String(value).replace(" ", "T"));
  if (isNaN(at)) return "";
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone || undefined }).format(at);
}

// day writes a plain "YYYY-MM-DD".
export function day(value) {
  const at = new Date(value + "T00:00:00Z");
  return isNaN(at) ? "" : new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
}
