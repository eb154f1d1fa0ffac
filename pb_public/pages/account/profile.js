// What the village has on record about me, and the few things I set myself.
import { html, nothing } from "lit-html";
import { t, language } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { changeLanguage } from "app/shell.js";
import { account, myRegister, logout } from "app/session.js";
import { draftsOf, forget } from "app/drafts.js";
import { go } from "app/router.js";
import { icon } from "ui/icon.js";
import { radios } from "ui/choices.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { loading, failed } from "ui/states.js";
import { personFacts, householdList, learnWords } from "pages/account/register.js";
import { rightsWays } from "pages/privacy/ways.js";
import { phonePart } from "pages/account/phone.js";
import { emailPart } from "pages/account/email.js";
import { familyPart } from "pages/account/family.js";
import { passwordPart } from "pages/account/change_password.js";
import { sessionsPart } from "pages/account/sessions.js";

export function open(view) {
  const state = { register: null, fault: null };
  const draw = () => view.show(t("profile.title"), page(state, parts, load));
  const load = async () => {
    state.fault = null;
    try { state.register = await myRegister(); } catch (err) { state.fault = readFault(err); }
    draw();
    await learnWords();
    draw();
  };
  const parts = { phone: phonePart(draw), password: passwordPart(draw), sessions: () => nothing, email: () => nothing, family: () => nothing };
  draw();
  Object.assign(parts, { sessions: sessionsPart(draw), email: emailPart(draw), family: familyPart(draw) });
  load();
}

function page({ register, fault }, parts, load) {
  return html`<div class="page"><h1>${t("profile.title")}</h1>
    <section class="card"><h2>${t("profile.register")}</h2>
      ${fault ? failed(fault, load) : register ? html`${personFacts(register.resident)}<p class="small soft">${t("profile.register_text")}</p>` : loading()}</section>
    ${register?.household?.length ? html`<section class="card"><h2>${t("profile.household")}</h2>${householdList(register.household)}</section>` : nothing}
    ${rightsWays()}
    <section class="card"><h2>${t("family.title")}</h2>${parts.family()}</section>
    <section class="card"><h2>${t("profile.phone")}</h2>${parts.phone()}</section>
    <section class="card"><h2>${t("email.title")}</h2>${parts.email()}</section>
    <section class="card">${radios({ id: "language", label: t("profile.language"), value: language.get(), onchange: changeLanguage,
      options: [{ value: "id", label: "Bahasa Indonesia" }, { value: "en", label: "English" }] })}</section>
    <section class="card"><h2>${t("profile.password")}</h2>${parts.password()}</section>
    <section class="card"><h2>${t("sessions.title")}</h2>${parts.sessions()}</section>
    <p class="logout"><button type="button" class="button quiet" @click=${leave}>${icon("log-out")} ${t("profile.logout")}</button></p></div>`;
}

// On a shared phone nothing may stay behind, so drafts go with the login.
async function leave() {
  const drafts = await draftsOf(account.get().id).catch(() => []);
  if (drafts.length && !await ask({ title: t("profile.logout"), body: html`<p>${t("profile.logout_drafts")}</p>`, confirm: t("profile.logout"), danger: true })) return;
  await forget(account.get().id).catch(() => {});
  logout();
  go("/");
  toast(t("profile.logged_out"));
}
