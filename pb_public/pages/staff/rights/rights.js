// What residents ask about their own data, the one due first on top: corrections
// and questions. The law gives 3×24 hours of the clock.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { empty, failed, loading } from "ui/states.js";
import { correctionCard } from "pages/staff/rights/correction.js";
import { questionCard } from "pages/staff/rights/question.js";

export function open(view) {
  const settled = view.query.get("keadaan") === "selesai";
  const state = { settled, cases: null, tables: {}, fault: null };
  const draw = () => view.show(t("desk.rights.title"), page(state, load));
  const load = async () => {
    state.fault = null;
    try {
      const [cases, tables] = await Promise.all([
        pb.send("/api/privacy/open", { query: settled ? { state: "settled" } : {} }), pb.send("/api/residents/reference", {})]);
      Object.assign(state, { cases, tables });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

const tab = (settled, now, label) => html`<a href=${settled ? "/petugas/hak?keadaan=selesai" : "/petugas/hak"} aria-current=${settled === now ? "page" : nothing}>${label}</a>`;

function page(state, load) {
  return html`<div class="page"><h1>${t("desk.rights.title")}</h1><p class="soft">${t("desk.rights.text")}</p>
    <nav class="desk-tabs" aria-label=${t("desk.rights.title")}>${tab(false, state.settled, t("desk.rights.open"))}${tab(true, state.settled, t("desk.rights.settled"))}</nav>
    ${state.fault ? failed(state.fault, load) : !state.cases ? loading() : lists(state, load)}</div>`;
}

function lists({ cases: { corrections, questions }, tables, settled }, load) {
  if (!corrections.length && !questions.length) {
    return settled ? empty("check", t("desk.rights.none_settled"), t("desk.rights.none_settled_text")) : empty("check", t("desk.rights.none"), t("desk.rights.none_text"));
  }
  return html`${corrections.length ? html`<h2>${t("desk.rights.corrections")}</h2><ul class="rows">${corrections.map((one) => correctionCard(one, tables, load))}</ul>` : nothing}
    ${questions.length ? html`<h2>${t("desk.rights.questions")}</h2><ul class="rows">${questions.map((one) => questionCard(one, load))}</ul>` : nothing}`;
}
