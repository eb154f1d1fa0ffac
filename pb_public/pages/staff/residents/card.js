// One resident's card: register, family, requests, events, login, and what can be
// done for them. Numbers are masked until somebody asks for them.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { button, backLink } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { aidPart } from "pages/staff/benefits/card.js";
import { mayRecord } from "pages/staff/population/load.js";
import { accountBadge } from "pages/staff/residents/find.js";
import { around } from "pages/staff/residents/around.js";
import { entry } from "pages/staff/residents/facts.js";
import { purposePart } from "pages/staff/residents/purpose.js";
import { referenceTables } from "pages/staff/residents/reference.js";
import { reveal } from "pages/staff/residents/reveal.js";
import { slip } from "pages/staff/residents/slip.js";

export function open(view) {
  const { id } = view.params;
  const state = { card: null, tables: null, code: null, fault: null, busy: false };
  const draw = () => view.show(state.card?.resident.name ?? t("desk.residents.title"), html`<div class="page">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      [state.card, state.tables] = await Promise.all([pb.send(`/api/residents/${id}/card`, { query: acts.why.stated() }), referenceTables()]);
      state.fault = null;
      acts.aid.load(id);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = {
    load, why: purposePart({ draw, onstated: load }), aid: aidPart(draw),
    openAccount: () => openAccount(id, state, draw),
    show: async () => {
      const person = await reveal(id);
      if (!person) return;
      Object.assign(state.card, { resident: person, masked: false });
      draw();
      document.getElementById("register")?.focus();
    },
  };
  draw();
  if (acts.why.stated()) load();
}

async function openAccount(id, state, draw) {
  if (state.card.account !== "none" && !await ask({ title: t("desk.account.again"), body: html`<p>${t("desk.account.again_text")}</p>`, confirm: t("desk.account.new_code") })) return;
  state.busy = true;
  draw();
  try {
    state.code = await pb.send("/api/accounts/open", { method: "POST", body: { resident: id } });
    if (state.card.account === "none") state.card.account = "opened";
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
  state.busy = false;
  draw();
  document.getElementById("slip-title")?.focus();
}

function page(state, acts) {
  const { card } = state;
  const back = backLink("/petugas/warga", t("desk.residents.title"));
  if (state.fault) return html`${back}${failed(state.fault, acts.load, "h1")}`;
  if (!acts.why.stated()) return html`${back}<h1>${t("reg.card.title")}</h1>${acts.why.view()}`;
  if (!card) return html`<h1 class="unseen">${t("desk.residents.title")}</h1>${loading()}`;
  return html`<div class="no-print">${back}<h1>${card.resident.name}</h1>${marks(card.resident)}${acts.why.view()}</div>
    ${state.code ? slip(state.code) : nothing}
    <div class="no-print">
      ${card.warnings?.length ? notice("warn", t("desk.residents.warnings"), html`<ul>${card.warnings.map(({ text }) => html`<li>${text}</li>`)}</ul>`) : nothing}
      ${isAuditor() ? nothing : html`<div class="actions first-actions"><a class="button" href="/petugas/loket?warga=${card.resident.id}">${icon("clipboard-list")} ${t("desk.residents.file")}</a>
        ${mayRecord() ? html`<a class="button quiet" href="/petugas/kependudukan/catat?warga=${card.resident.id}">${icon("book-open")} ${t("reg.card.record")}</a>` : nothing}</div>`}
      ${register(state, acts)}${acts.aid.view()}${around(card, state.tables)}
      <section class="card" aria-labelledby="account"><h2 id="account">${t("desk.account.title")}</h2>${account(state, acts.openAccount)}</section>
      <section class="card" aria-labelledby="consents"><h2 id="consents">${t("reg.card.consents")}</h2><p>${t("reg.card.consents_text")}</p>
        <a class="button quiet" href="/petugas/warga/${card.resident.id}/persetujuan">${icon("file-check")} ${t("reg.card.consents_open")}</a></section></div>`;
}

const marks = (person) => html`${person.life_status === "hidup" ? nothing : badge("warn", lifeStatus(person.life_status), "triangle-alert")}
  ${person.nik_temporary ? badge("warn", t("reg.card.temporary"), "hourglass") : nothing}`;

const isAuditor = () => officer.get()?.role === "auditor";

// A login in use is given a new code at the office only; see hooks/accounts/open.go.
const mayRenew = () => ["officer", "secretary"].includes(officer.get()?.role);

const mayCorrect = () => ["officer", "secretary"].includes(officer.get()?.role);

function register({ card, tables }, acts) {
  return html`<section class="card register-entry" aria-labelledby="register"><h2 id="register" tabindex="-1">${t("desk.residents.register")}</h2>
    ${card.masked ? html`<p class="masked-line">${icon("eye-off")} <span class="small soft">${t("reg.card.masked")}</span></p>
      ${isAuditor() ? nothing : button({ label: t("reg.reveal.title"), kind: "quiet", name: "eye", onclick: acts.show })}` : nothing}
    ${entry(card.resident, tables)}
    ${mayCorrect() ? html`<div class="actions"><a class="button quiet" href="/petugas/warga/${card.resident.id}/perbaiki">${icon("pencil")} ${t("reg.correct.title")}</a></div>` : nothing}</section>`;
}

function account({ card, busy }, openAccount) {
  if (card.resident.life_status !== "hidup") return html`<p>${t("desk.account.not_living")}</p>`;
  const elsewhere = card.account === "active" && !mayRenew();
  const text = { none: t("desk.account.none_text"), opened: t("desk.account.opened_text"), active: elsewhere ? t("desk.account.active_elsewhere") : t("desk.account.active_text") }[card.account];
  return html`<p>${accountBadge(card.account)}</p><p>${text}</p>
    ${isAuditor() || elsewhere ? nothing : button({ label: card.account === "none" ? t("desk.account.open") : t("desk.account.new_code"), kind: "quiet", name: card.account === "none" ? "user-plus" : "key-round", busy, onclick: openAccount })}`;
}
