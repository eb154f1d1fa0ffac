// The e-mail of an account, for a lost password. It counts once the code that was
// sent there has been typed.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { icon } from "ui/icon.js";
import { input } from "ui/field.js";
import { button, submit } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField } from "pages/account/password.js";

export function emailPart(redraw) {
  const { mail = "", mail_new = "" } = account.get();
  const state = { mail, mail_new, email: mail_new, secret: "", code: "", asked: false, sends: null, errors: {}, busy: false };
  pb.send("/api/accounts/recover", {}).then((answer) => { state.sends = answer.mail; redraw(); }, () => {});
  const act = (run) => async (event) => {
    event?.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {} });
    redraw();
    try {
      await run();
    } catch (err) {
      const { fields, message } = readFault(err);
      state.errors = { ...(fields.password && { "mail-password": fields.password }), ...(fields.email && { email: fields.email }), ...(fields.code && { "mail-code": fields.code }) };
      if (!Object.keys(state.errors).length) state.errors = { [state.asked ? "mail-code" : "email"]: message };
    }
    state.busy = false;
    redraw();
    focusErrors();
  };
  const send = (path, options) => pb.send(`/api/accounts/email${path}`, options).then((answer) => Object.assign(state, answer));
  const acts = {
    request: act(async () => {
      await send("", { method: "POST", body: { email: state.email, password: state.secret } });
      Object.assign(state, { asked: true, secret: "" });
    }),
    confirm: act(async () => {
      await send("/confirm", { method: "POST", body: { code: state.code } });
      Object.assign(state, { asked: false, code: "", email: "" });
      toast(t("email.done"));
    }),
    drop: act(async () => {
      if (!await ask({ title: t("email.drop"), body: html`<p>${t("email.drop_text")}</p>`, confirm: t("email.drop"), danger: true })) return;
      await send("", { method: "DELETE" });
      Object.assign(state, { asked: false, email: "" });
      toast(t("profile.saved"));
    }),
    back: () => { state.asked = false; redraw(); },
  };
  return () => part(state, acts, redraw);
}

function part(state, acts, redraw) {
  return html`${state.mail ? html`<p>${icon("circle-check")} <strong>${state.mail}</strong> <button type="button" class="link" @click=${acts.drop}>${t("email.drop")}</button></p>`
    : html`<p class="soft">${t("email.why")}</p>`}
    ${state.sends === false ? html`<p>${t("email.none")}</p>` : state.asked ? codeForm(state, acts) : addressForm(state, acts, redraw)}`;
}

function addressForm(state, acts, redraw) {
  return html`<details class="add" ?open=${Boolean(state.mail_new) || Object.keys(state.errors).length > 0}><summary>${state.mail ? t("email.change") : t("email.set")}</summary>
    ${state.mail_new ? html`<p>${icon("info")} ${t("email.unconfirmed", { email: state.mail_new })}</p>` : nothing}
    <form novalidate @submit=${acts.request}>${errorSummary(state.errors)}
      ${input({ id: "email", type: "email", inputmode: "email", autocomplete: "email", label: t("register.email"), value: state.email, error: state.errors.email, maxlength: 200,
        oninput: (value) => { state.email = value; } })}
      ${passwordField({ id: "mail-password", label: t("password.old"), hint: t("email.password_hint"), value: state.secret, error: state.errors["mail-password"],
        autocomplete: "current-password", oninput: (value) => { state.secret = value; }, redraw })}
      ${submit(t("email.send"), state.busy, "mail")}</form></details>`;
}

function codeForm(state, acts) {
  return html`<form novalidate @submit=${acts.confirm}>${errorSummary(state.errors)}<p role="status">${t("email.sent", { email: state.mail_new })}</p>
    ${input({ id: "mail-code", label: t("activation.code"), hint: t("activation.code_hint"), value: state.code, error: state.errors["mail-code"],
      autocomplete: "one-time-code", maxlength: 12, width: "short code", oninput: (value) => { state.code = value; } })}
    <div class="actions">${submit(t("email.confirm"), state.busy, "check")}${button({ label: t("email.again"), kind: "quiet", onclick: acts.back })}</div></form>`;
}
