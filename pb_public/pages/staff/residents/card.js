// One resident's card: register, household, login, and what can be done for them.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { button, backLink } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { householdList, personFacts } from "pages/account/register.js";
import { accountBadge } from "pages/staff/residents/find.js";
import { slip } from "pages/staff/residents/slip.js";

export function open(view) {
  const state = { card: null, code: null, fault: null, busy: false };
  const draw = () => view.show(state.card?.resident.name ?? t("desk.residents.title"), html`<div class="page">${page(state, load, openAccount)}</div>`);
  const load = async () => {
    try {
      state.card = await pb.send(`/api/residents/${view.params.id}/card`, {});
      state.fault = null;
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const openAccount = async () => {
    if (state.card.account !== "none" && !await ask({ title: t("desk.account.again"), body: html`<p>${t("desk.account.again_text")}</p>`, confirm: t("desk.account.new_code") })) return;
    state.busy = true;
    draw();
    try {
      state.code = await pb.send("/api/accounts/open", { method: "POST", body: { resident: view.params.id } });
      if (state.card.account === "none") state.card.account = "opened";
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    state.busy = false;
    draw();
    document.getElementById("slip-title")?.focus();
  };
  draw();
  load();
}

function page(state, load, openAccount) {
  const { card } = state;
  if (state.fault) return html`${backLink("/petugas/warga")}${failed(state.fault, load, "h1")}`;
  if (!card) return html`<h1 class="unseen">${t("desk.residents.title")}</h1>${loading()}`;
  return html`<div class="no-print">${backLink("/petugas/warga", t("desk.residents.title"))}</div>
    <h1 class="no-print">${card.resident.name}</h1>
    ${state.code ? slip(state.code) : nothing}
    <div class="no-print">
      ${card.warnings?.length ? notice("warn", t("desk.residents.warnings"), html`<ul>${card.warnings.map(({ text }) => html`<li>${text}</li>`)}</ul>`) : nothing}
      <div class="actions first-actions"><a class="button" href="/petugas/loket?warga=${card.resident.id}">${icon("clipboard-list")} ${t("desk.residents.file")}</a></div>
      <section class="card" aria-labelledby="register"><h2 id="register">${t("desk.residents.register")}</h2>${personFacts(card.resident)}</section>
      ${card.household.length ? html`<section class="card" aria-labelledby="household"><h2 id="household">${t("desk.case.household")}</h2>${householdList(card.household)}</section>` : nothing}
      <section class="card" aria-labelledby="account"><h2 id="account">${t("desk.account.title")}</h2>${account(state, openAccount)}</section></div>`;
}

function account({ card, busy }, openAccount) {
  if (card.resident.life_status !== "hidup") return html`<p>${t("desk.account.not_living")}</p>`;
  const text = { none: t("desk.account.none_text"), opened: t("desk.account.opened_text"), active: t("desk.account.active_text") }[card.account];
  return html`<p>${accountBadge(card.account)}</p><p>${text}</p>
    ${button({ label: card.account === "none" ? t("desk.account.open") : t("desk.account.new_code"), kind: "quiet", name: card.account === "none" ? "user-plus" : "key-round", busy, onclick: openAccount })}`;
}
