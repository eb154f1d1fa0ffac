// The register of letters: every number of a year, the voided ones included.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { today } from "app/dates.js";
import { keys } from "app/staff_keys.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { searchField } from "pages/staff/search_field.js";
import { letterRows } from "pages/staff/register/rows.js";
import { downloadCSV } from "pages/staff/register/csv.js";

export function open(view) {
  const state = { year: view.query.get("tahun") ?? today().slice(0, 4), q: view.query.get("q") ?? "", page: 1, items: null, more: false, busy: false, fault: null };
  const draw = () => view.show(t("desk.letters.title"), html`<div class="page wide">${page(state, acts)}</div>`);
  const load = async (page = 1) => {
    const { year, q } = state;
    state.busy = true;
    draw();
    try {
      const answer = await pb.send("/api/letters/register", { query: { year, q: q.trim(), page } });
      if (year === state.year && q === state.q) {
        Object.assign(state, { page, more: answer.more, fault: null, items: page === 1 ? answer.items : [...state.items, ...answer.items] });
      }
    } catch (err) {
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  const acts = controls(state, load);
  load();
  return keys({ "/": () => document.getElementById("letter-q")?.focus() });
}

function controls(state, load) {
  let typing;
  const keepAddress = () => history.replaceState(null, "", "/petugas/surat?" + new URLSearchParams({ tahun: state.year, ...(state.q && { q: state.q }) }));
  return {
    year(value) { state.year = value; keepAddress(); load(); },
    search(value) { state.q = value; clearTimeout(typing); typing = setTimeout(() => { keepAddress(); load(); }, 300); },
    more: () => load(state.page + 1),
    retry: () => load(),
    csv: () => downloadCSV(state.year, state.q.trim()),
  };
}

function page(state, acts) {
  const newest = Number(today().slice(0, 4));
  const years = Array.from({ length: 6 }, (_, i) => String(newest - i));
  if (!years.includes(state.year)) years.push(state.year);
  return html`<h1>${t("desk.letters.title")}</h1><p class="soft">${t("desk.letters.text")}</p>
    <div class="letter-tools no-print">
      ${select({ id: "letter-year", label: t("desk.letters.year"), value: state.year, options: years.map((year) => ({ value: year, label: year })), onchange: acts.year })}
      ${searchField({ id: "letter-q", label: t("desk.letters.search"), value: state.q, oninput: acts.search })}
      <div class="letter-buttons">${button({ label: t("desk.letters.csv"), kind: "quiet", name: "download", onclick: acts.csv })}
        <button type="button" class="button quiet only-wide" @click=${() => window.print()}>${icon("printer")} ${t("action.print")}</button></div></div>
    ${state.fault ? failed(state.fault, acts.retry) : !state.items ? loading() : list(state, acts)}`;
}

function list(state, acts) {
  if (!state.items.length) return empty("scroll-text", state.q ? t("desk.letters.none_found") : t("desk.letters.none", { year: state.year }), t("desk.letters.none_text"));
  return html`${letterRows(state.items, acts.retry)}
    ${state.more ? html`<div class="desk-more">${button({ label: t("desk.inbox.more"), kind: "quiet", busy: state.busy, onclick: acts.more })}</div>` : nothing}`;
}
