// Public information at the desk: what stands on which shelf.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { size } from "app/numbers.js";
import { badge } from "ui/badge.js";
import { radios } from "ui/choices.js";
import { field, input, select, textarea } from "ui/field.js";
import { icon } from "ui/icon.js";
import { way } from "ui/paper_picker.js";
import { pager } from "pages/news/pager.js";
import { keepRecords, put } from "pages/staff/information/records.js";

const shelves = ["periodic", "immediate", "anytime", "excluded"];
const categories = ["profile", "planning", "budget", "regulation", "decision", "report", "service", "asset", "agreement", "minutes", "statistics", "other"];
const states = { draft: ["calm", "pencil"], published: ["good", "eye"], withdrawn: ["calm", "eye-off"] };
const typed = ["shelf", "category", "title", "title_en", "summary", "number", "link", "ground", "harm_test", "excluded_until", "state"];

export const open = (view) => keepRecords(view, {
  collection: "publications", first: "title", title: () => t("desk.information.tab.publications"), add: () => t("desk.information.add_publication"), nameOf: (one) => one.title,
  fresh: () => ({ shelf: "periodic", category: "budget", title: "", title_en: "", summary: "", year: new Date().getFullYear(), number: "", link: "", ground: "", harm_test: "", excluded_until: "", state: "published", picked: null }),
  load: async () => {
    const found = await pb.send("/api/news/publications", { query: { page: Number(view.query.get("hal")) || 1 } });
    return { items: found.items, more: pager(found, (page) => `/petugas/informasi?hal=${page}`) };
  },
  body: (one) => ({ ...Object.fromEntries(typed.map((name) => [name, one[name]])), year: Number(one.year) || 0,
    ...(one.picked ? { file: one.picked } : one.shelf === "excluded" ? { file: null } : {}) }),
  card, fields,
});

const card = (one) => html`<p class="news-item-top">${badge("info", t(`information.shelf.${one.shelf}`))} ${badge(states[one.state][0], t(`desk.information.state.${one.state}`), states[one.state][1])}</p>
  <h3>${one.title}</h3><p class="small soft">${[t(`information.category.${one.category}`), one.number, one.year || "", one.size ? size(one.size) : "", one.link].filter(Boolean).join(" · ")}</p>`;

function fields(state, draw) {
  const { one, errors } = state;
  const redrawing = (name) => (value) => { one[name] = value; draw(); };
  const line = (id, more) => input({ id, label: t(`desk.information.${id}`), value: one[id], error: errors[id], oninput: put(state, id), ...more });
  return html`${radios({ id: "shelf", label: t("information.shelves"), value: one.shelf, onchange: redrawing("shelf"), options: shelves.map((value) => ({ value, label: t(`information.shelf.${value}`), hint: t(`information.about.${value}`) })) })}
    ${select({ id: "category", label: t("information.category"), value: one.category, onchange: put(state, "category"), options: categories.map((value) => ({ value, label: t(`information.category.${value}`) })) })}
    ${line("title", { label: t("desk.information.publication_title"), maxlength: 200 })}${line("title_en", { maxlength: 200, optional: true })}
    ${line("number", { maxlength: 60, optional: true, width: "medium" })}${line("year", { inputmode: "numeric", width: "short", maxlength: 4, optional: true })}
    ${textarea({ id: "summary", label: t("desk.information.summary"), value: one.summary, maxlength: 1000, rows: 3, optional: true, oninput: put(state, "summary") })}
    ${one.shelf === "excluded" ? excluded(state, line) : html`${file(one, errors, draw)}${line("link", { maxlength: 300, optional: true, hint: t("desk.information.link_hint") })}`}
    ${select({ id: "state", label: t("desk.information.state"), value: one.state, onchange: put(state, "state"), options: Object.keys(states).map((value) => ({ value, label: t(`desk.information.state.${value}`) })) })}`;
}

const excluded = (state, line) => html`${line("ground", { maxlength: 300 })}
  ${textarea({ id: "harm_test", label: t("information.harm_test"), hint: t("desk.information.harm_hint"), value: state.one.harm_test, error: state.errors.harm_test, maxlength: 2000, oninput: put(state, "harm_test") })}
  ${line("excluded_until", { type: "date", width: "medium", optional: true })}`;

const file = (one, errors, draw) => field({ id: "file", label: t("desk.information.file"), hint: t("desk.information.file_hint"), error: errors.file, control: html`<p class="news-reach">
  ${way("file", "upload", t("papers.file"), "", (event) => { [one.picked] = event.target.files; draw(); }, null, ".pdf,.jpg,.jpeg,.png,.csv,.xlsx,.docx")}</p>
  ${one.picked ? html`<p role="status">${icon("paperclip")} ${one.picked.name} (${size(one.picked.size)})</p>` : one.file ? html`<p>${icon("file-check")} ${one.file}</p>` : nothing}` });
