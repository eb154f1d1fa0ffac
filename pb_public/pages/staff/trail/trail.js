// The auditor's page: who saw what of whom, in the whole office.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { keys } from "app/staff_keys.js";
import { button } from "ui/button.js";
import { empty, failed, loading } from "ui/states.js";
import { chainCheck } from "pages/staff/trail/chain.js";
import { downloadCSV } from "pages/staff/trail/csv.js";
import { filters } from "pages/staff/trail/filters.js";
import { trailRows } from "pages/staff/trail/rows.js";

const names = ["actor", "resident", "what", "purpose", "from", "to"];

export function open(view) {
  const asked = Object.fromEntries(names.map((name) => [name, view.query.get(name) ?? ""]));
  const state = { asked, items: null, page: 1, more: false, busy: false, fault: null };
  const draw = () => view.show(t("desk.trail.title"), html`<div class="page wide">${page(state, acts)}</div>`);
  const acts = controls(state, draw);
  acts.check = chainCheck(draw);
  if (officer.get().role !== "auditor") state.fault = { status: 403, message: t("desk.trail.auditors") };
  else acts.load();
  draw();
  return keys({ "/": () => document.getElementById("trail-resident")?.focus() });
}

function controls(state, draw) {
  let typing;
  let latest = 0;
  const load = async (page = 1) => {
    const turn = ++latest;
    Object.assign(state, { busy: true, fault: null });
    draw();
    try {
      const answer = await pb.send("/api/audit", { query: { ...state.asked, page } });
      if (turn !== latest) return;
      Object.assign(state, { page, more: answer.more, items: page === 1 ? answer.items : [...state.items, ...answer.items] });
    } catch (err) {
      if (turn !== latest) return;
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  return {
    load,
    set(name, value, wait = 0) {
      state.asked[name] = value;
      clearTimeout(typing);
      typing = setTimeout(() => {
        const query = new URLSearchParams(Object.entries(state.asked).filter(([, text]) => text));
        history.replaceState(null, "", "/petugas/jejak" + (query.size ? "?" + query : ""));
        load();
      }, wait);
    },
    csv: () => downloadCSV(state.asked),
  };
}

function page(state, acts) {
  const { items, fault, more, busy } = state;
  return html`<h1>${t("desk.trail.title")}</h1><p class="soft">${t("desk.trail.text")}</p>
    ${fault?.status === 403 ? failed(fault) : html`
      ${acts.check()}
      ${filters(state.asked, acts)}
      ${fault ? failed(fault, () => acts.load()) : !items ? loading() : !items.length ? empty("eye-off", t("desk.trail.none"), t("desk.trail.none_text"))
        : html`${trailRows(items)}${more ? html`<div class="desk-more">${button({ label: t("action.more"), kind: "quiet", busy, onclick: () => acts.load(state.page + 1) })}</div>` : nothing}`}`}`;
}
