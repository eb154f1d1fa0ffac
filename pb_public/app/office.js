// The office this page belongs to: names, titles, hours, colour. Everything the
// page says about the office comes from here.
import { pb } from "app/api.js";
import { store } from "app/store.js";
import { speakOf } from "app/i18n.js";

export const office = store(null);
export const village = store(null); // what the first page says: opening, emergencies, posts, agenda

const keptAccent = "mdesa-accent"; // so that the next visit opens in the right colour
paint(localStorage.getItem(keptAccent));

const inEnglish = {
  kelurahan: { village: "kelurahan", "village head": "lurah", hamlet: "ward", "hamlet head": "ward head" },
  kota: { village: "city", "village head": "mayor", hamlet: "district", "hamlet head": "district head" },
};
const keptWords = "mdesa-words"; // so that it speaks of a kelurahan from the first word
speakOf(JSON.parse(localStorage.getItem(keptWords) ?? "null"));

let alarms; // warnings in force: brought at once where there are any, and after a minute to look for them

// loadOffice fetches the office and what is new in the village; it fails only
// without network and cache.
export async function loadOffice() {
  const answer = await pb.send("/api/open/home", {});
  const record = answer.office;
  village.set(answer);
  alarms ??= setTimeout(() => import("app/alarms.js"), answer.emergencies.length ? 0 : 60_000);
  office.set(record);
  if (paint(record.accent)) localStorage.setItem(keptAccent, record.accent);
  const words = record.kind === "desa" ? null : { id: { desa: record.kind, "kepala desa": record.head_title, perbekel: record.head_title,
    "sekretaris desa": record.secretary_title, "kelian banjar dinas": record.hamlet_title, banjar: record.hamlet_word }, en: inEnglish[record.kind] };
  localStorage.setItem(keptWords, JSON.stringify(words));
  speakOf(words);
  return record;
}

function paint(accent) {
  if (!/^#[0-9a-f]{6}$/i.test(accent ?? "")) return false;
  document.documentElement.style.setProperty("--accent", accent);
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", accent);
  return true;
}

// officeName is the office as people say it: "Desa Sari Kauh". The record holds
// the name without the kind.
export function officeName() {
  const record = office.get();
  if (!record) return "M-Desa";
  const kind = record.kind ? record.kind[0].toUpperCase() + record.kind.slice(1) : "";
  return record.name.startsWith(kind) ? record.name : `${kind} ${record.name}`;
}

// hoursOf are the opening hours that hold on a day, by weekday 1 = Monday.
export function hoursOf(record, day) {
  const held = (record?.hours ?? []).filter((entry) => entry.from <= day);
  return held.sort((a, b) => b.from.localeCompare(a.from))[0]?.days ?? {};
}

// roleTitle is how this office calls a role: "Perbekel", "Kelian Banjar Dinas".
export function roleTitle(role) {
  const record = office.get();
  return { hamlet_head: record?.hamlet_title, village_head: record?.head_title, secretary: record?.secretary_title }[role] || "";
}
