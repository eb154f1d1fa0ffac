// The languages of the page: texts by key, and the two languages of a record.
import { store } from "app/store.js";

const languages = ["id", "en"];
const kept = "mdesa-language";

export const language = store("id");
let texts = {};
let parts = []; // of the door, and those that only some pages need, once they were opened

const load = async (part, lang) => (await import(`app/texts/${part ? part + "_" : ""}${lang}.js`)).default;

// speak chooses the language and loads what every page of the door says; the parts
// are named as the files in app/texts, without the language: "staff".
export async function speak(ofTheDoor, preferred) {
  parts = ["", ...ofTheDoor];
  await use(sessionStorage.getItem(kept) || preferred || localStorage.getItem(kept) || "id");
}

// choose changes the language, on this device, for good; in this tab also against a
// renewal under way that still brings the former one.
export function choose(wanted) {
  sessionStorage.setItem(kept, wanted);
  return use(wanted);
}

async function use(wanted) {
  const lang = languages.includes(wanted) ? wanted : "id";
  texts = Object.assign({}, ...await Promise.all(parts.map((part) => load(part, lang))));
  localStorage.setItem(kept, lang);
  document.documentElement.lang = lang;
  language.set(lang);
}

// more adds a part that only some pages need: more("rights").
export async function more(part) {
  if (parts.includes(part)) return;
  const lang = language.get();
  const added = await load(part, lang);
  if (lang !== language.get()) return more(part);
  parts.push(part);
  Object.assign(texts, added);
}

// The words of a desa, and what only has them in its name (see hooks/office/words.go).
const ofADesa = { id: /(\bM-)?\b(kelian banjar dinas|banjar|perbekel|(?:kepala |sekretaris )?desa)\b( adat)?/gi,
  en: /\b(customary )?(village|hamlet)( head)?(?=s?\b)/gi };
let words = null; // of an office that is no desa: { id: { desa: "kelurahan", "kepala desa": "Lurah", … }, en: { village: "kelurahan", … } }

// speakOf takes the words of the office; null for a desa.
export function speakOf(own) {
  if (JSON.stringify(own) === JSON.stringify(words)) return;
  words = own;
  language.set(language.get()); // all that is drawn is drawn again
}

function put(text) {
  const own = words?.[language.get()];
  return own ? text.replace(ofADesa[language.get()], (found) => {
    const said = own[found.toLowerCase()];
    if (!said) return found;
    return found[0] === found[0].toLowerCase() ? said.toLowerCase() : said[0].toUpperCase() + said.slice(1);
  }) : text;
}

// t is the text of a key, its {name} places filled from params.
export function t(key, params = {}) {
  if (texts[key] === undefined) return key; // seen at once, and found by a test
  const text = put(texts[key]);
  return text.replace(/\{(\w+)\}/g, (place, name) => params[name] ?? place);
}

// has says whether there is a text; for keys that come from data.
export function has(key) {
  return key in texts;
}

// count chooses between "key.one" and "key.other", and fills {n}.
export function count(key, n, params = {}) {
  return n === 1 ? t(key + ".one", { n, ...params }) : t(key + ".other", { n, ...params });
}

// x reads a field of a record that stands in two languages: `name`, `name_en`.
// An empty English text falls back to the Indonesian one.
export function x(record, field) {
  const english = language.get() === "en" && record?.[field + "_en"];
  return english || record?.[field] || "";
}
