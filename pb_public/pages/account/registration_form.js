// The form of the registration.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { check } from "app/answer_check.js";
import { online } from "app/offline.js";
import { roleTitle } from "app/office.js";
import { input } from "ui/field.js";
import { dayField } from "ui/day_field.js";
import { submit, backLink } from "ui/button.js";
import { notice } from "ui/notice.js";
import { errorSummary } from "ui/errors.js";
import { passwordField, newPasswordErrors, shortest } from "pages/account/password.js";
import { photoPart } from "pages/account/registration_photo.js";

const questions = () => [
  { key: "nik", type: "nik", label: t("person.nik"), required: true },
  { key: "kk", type: "nik", label: t("person.kk"), required: true },
  { key: "name", type: "text", label: t("register.name"), required: true, max: 150 },
  { key: "birth_date", type: "date", label: t("register.birth_date"), required: true, max: 0 },
  { key: "phone", type: "phone", label: t("register.phone") },
];

export function wrongIn({ typed, draft, password, again }) {
  const errors = check(questions(), typed);
  if (!draft.files.ktp) errors.photo = t("register.photo_missing");
  if (typed.email?.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email.trim())) errors.email = t("register.email_wrong");
  return { ...errors, ...newPasswordErrors({ password, again }) };
}

export function page(state, acts) {
  return html`<div class="page registration">${backLink("/masuk")}<h1>${t("register.title")}</h1>
    <p class="lead">${t("register.lead", { hamlet_head: roleTitle("hamlet_head") || t("role.hamlet_head") })}</p>
    <p>${t("register.has_code")} <a href="/aktivasi">${t("nav.activation")}</a></p>
    <form novalidate @submit=${acts.send} id="send">${errorSummary(state.errors)}${state.offline ? unsent() : nothing}
      ${person(state, acts)}
      <section class="card"><h2>${t("register.photo_title")}</h2>${photoPart(state, acts)}</section>
      ${contact(state, acts)}
      ${secret(state, acts)}
      <p class="small">${t("register.privacy")} <a href="/privasi" target="_blank" rel="noopener">${t("nav.privacy")}</a></p>
      <div class="actions">${submit(state.offline ? t("register.send_again") : t("register.send"), state.busy, "send")}</div></form>
    <p><a href="/daftar/status">${t("register.check_status")}</a></p></div>`;
}

const unsent = () => html`<div id="unsent" tabindex="-1" role="status">${online.get()
  ? notice("info", t("register.back_online"), html`<p>${t("register.unsent_text")}</p>`)
  : notice("warn", t("register.unsent"), html`<p>${t("register.unsent_text")}</p>`)}</div>`;

function person({ typed, errors }, { change, draw }) {
  const number = (id, label, hint) => input({ id, label, hint, value: typed[id], error: errors[id], inputmode: "numeric",
    maxlength: 22, width: "medium", oninput: (value) => change(id, value) });
  return html`<section class="card"><h2>${t("register.person")}</h2>
    ${number("nik", t("person.nik"), t("register.nik_hint"))}
    ${number("kk", t("person.kk"), t("register.kk_hint"))}
    ${input({ id: "name", label: t("register.name"), hint: t("register.name_hint"), value: typed.name, error: errors.name,
      autocomplete: "name", maxlength: 150, oninput: (value) => change("name", value) })}
    ${dayField({ id: "birth_date", label: t("register.birth_date"), hint: t("hint.date"), value: typed.birth_date, error: errors.birth_date,
      oninput: (value) => { change("birth_date", value); draw(); } })}</section>`;
}

function contact({ typed, errors }, { change }) {
  return html`<section class="card"><h2>${t("register.contact")}</h2><p class="soft">${t("register.contact_text")}</p>
    ${input({ id: "phone", type: "tel", inputmode: "tel", autocomplete: "tel", width: "medium", optional: true, label: t("register.phone"),
      hint: t("hint.phone"), value: typed.phone, error: errors.phone, oninput: (value) => change("phone", value) })}
    ${input({ id: "email", type: "email", inputmode: "email", autocomplete: "email", optional: true, label: t("register.email"),
      value: typed.email, error: errors.email, maxlength: 200, oninput: (value) => change("email", value) })}</section>`;
}

function secret(state, { draw }) {
  const one = (id, label, hint) => passwordField({ id, label, hint, value: state[id], error: state.errors[id], autocomplete: "new-password",
    oninput: (value) => { state[id] = value; }, redraw: draw });
  return html`<section class="card"><h2>${t("register.password")}</h2>
    ${one("password", t("password.new"), t("password.hint", { n: shortest }))}
    ${one("again", t("password.again"))}</section>`;
}
