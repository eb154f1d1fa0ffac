// What officers set themselves.
import { html } from "lit-html";
import { t, language } from "app/i18n.js";
import { officer, logout } from "app/staff_session.js";
import { changeLanguage } from "app/staff_shell.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { facts } from "ui/facts.js";
import { radios } from "ui/choices.js";
import { toast } from "ui/notice.js";
import { roleName } from "pages/services/steps.js";
import { phonePart } from "pages/account/phone.js";
import { passwordPart } from "pages/account/change_password.js";
import { shortestOfStaff } from "pages/account/password.js";
import { sessionsPart } from "pages/account/sessions.js";
import { showKeys } from "pages/staff/inbox/keys_help.js";
import { ownDelegations } from "pages/staff/delegations/own.js";
import { secondFactorPart } from "pages/staff/second_factor.js";

export function open(view) {
  const draw = () => officer.get() && view.show(t("desk.profile.title"), page(parts)); // the session may end meanwhile
  const parts = {
    phone: phonePart(draw, () => t("desk.profile.phone_hint")),
    password: passwordPart(draw, { shortest: shortestOfStaff }),
    second: secondFactorPart(draw),
    delegations: ownDelegations(draw),
    sessions: () => "",
  };
  draw();
  parts.sessions = sessionsPart(draw);
  return officer.watch(draw);
}

function page(parts) {
  const { name, title, role, username, term_until: until } = officer.get();
  return html`<div class="page"><h1>${t("desk.profile.title")}</h1>
    <section class="card">${facts([
      { label: t("person.name"), value: name }, { label: t("desk.profile.office"), value: title },
      { label: t("desk.profile.role"), value: role === "auditor" ? t("desk.profile.auditor") : roleName(role) }, { label: t("desk.login.username"), value: username },
      { label: t("desk.profile.term"), value: until ? t("desk.profile.until", { day: day(until) }) : "" },
    ])}<p class="small soft">${t("desk.profile.admin")}</p></section>
    <section class="card">${radios({ id: "language", label: t("profile.language"), value: language.get(), onchange: changeLanguage,
      options: [{ value: "id", label: "Bahasa Indonesia" }, { value: "en", label: "English" }] })}</section>
    ${role === "auditor" ? "" : html`<section class="card"><h2>${t("delegations.own_title")}</h2>${parts.delegations()}</section>`}
    <section class="card"><h2>${t("profile.phone")}</h2>${parts.phone()}</section>
    <section class="card"><h2>${t("profile.password")}</h2>${parts.password()}</section>
    <section class="card"><h2>${t("desk.second.title")}</h2>${parts.second()}</section>
    <section class="card"><h2>${t("sessions.title")}</h2>${parts.sessions()}</section>
    <div class="actions logout"><button type="button" class="button quiet only-keyboard" @click=${showKeys}>${icon("keyboard")} ${t("desk.keys.title")}</button>
      <button type="button" class="button quiet" @click=${leave}>${icon("log-out")} ${t("desk.profile.logout")}</button></div></div>`;
}

function leave() {
  logout();
  toast(t("desk.profile.logged_out"));
}
