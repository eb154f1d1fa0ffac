// What officers set themselves.
import { html } from "lit-html";
import { t, language } from "app/i18n.js";
import { officer, logout } from "app/staff_session.js";
import { changeLanguage } from "app/staff_shell.js";
import { icon } from "ui/icon.js";
import { facts } from "ui/facts.js";
import { radios } from "ui/choices.js";
import { toast } from "ui/notice.js";
import { roleName } from "pages/services/steps.js";
import { showKeys } from "pages/staff/inbox/keys_help.js";
import { phonePart } from "pages/staff/profile_phone.js";
import { passwordPart } from "pages/staff/profile_password.js";

export function open(view) {
  const draw = () => view.show(t("desk.profile.title"), page(parts));
  const parts = { phone: phonePart(draw), password: passwordPart(draw) };
  draw();
  return officer.watch((who) => who && draw());
}

function page(parts) {
  const { name, title, role, username } = officer.get();
  return html`<div class="page"><h1>${t("desk.profile.title")}</h1>
    <section class="card">${facts([
      { label: t("person.name"), value: name }, { label: t("desk.profile.office"), value: title },
      { label: t("desk.profile.role"), value: roleName(role) }, { label: t("desk.login.username"), value: username },
    ])}<p class="small soft">${t("desk.profile.admin")}</p></section>
    <section class="card">${radios({ id: "language", label: t("profile.language"), value: language.get(), onchange: changeLanguage,
      options: [{ value: "id", label: "Bahasa Indonesia" }, { value: "en", label: "English" }] })}</section>
    <section class="card"><h2>${t("profile.phone")}</h2>${parts.phone()}</section>
    <section class="card"><h2>${t("profile.password")}</h2>${parts.password()}</section>
    <div class="actions logout"><button type="button" class="button quiet only-keyboard" @click=${showKeys}>${icon("keyboard")} ${t("desk.keys.title")}</button>
      <button type="button" class="button quiet" @click=${leave}>${icon("log-out")} ${t("desk.profile.logout")}</button></div></div>`;
}

function leave() {
  logout();
  toast(t("desk.profile.logged_out"));
}
