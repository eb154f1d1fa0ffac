// The second step at the login: the mailbox that codes go to, and the switch.
// Each change asks for the password once more.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { officer, checkLogin } from "app/staff_session.js";
import { input } from "ui/field.js";
import { button, submit } from "ui/button.js";
import { badge } from "ui/badge.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField } from "pages/account/password.js";

// open is which form stands there: "" (none), "address", "code" or "switch".
const fresh = (open = "", email = "") => ({ open, email, code: "", password: "", errors: {}, busy: false });

export function secondFactorPart(redraw) {
  let state = fresh();
  const show = (open, email = officer.get().email) => { state = fresh(open, email); redraw(); };
  const send = (check, act) => async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = check(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try { await act(state); return redraw(); } catch (err) {
        state.errors = faults(readFault(err), state.open);
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  };
  const ask = send(checkAddress, async ({ email, password }) => {
    await pb.send("/api/me/email", { method: "POST", body: { email, password } });
    state = fresh("code", email);
  });
  const confirm = send(checkCode, async ({ code }) => {
    const answer = await pb.send("/api/me/email/confirm", { method: "POST", body: { code } });
    state = fresh();
    pb.authStore.save(answer.token, answer.record);
    toast(t("desk.second.mail_done"));
  });
  const turn = send(checkPassword, async ({ password }) => {
    const on = !officer.get().second_factor;
    await pb.send("/api/me/second-factor", { method: "POST", body: { on, password } });
    state = fresh();
    await checkLogin();
    toast(on ? t("desk.second.turned_on") : t("desk.second.turned_off"));
  });
  return () => html`${standing(state, show)}${form(state, { redraw, show, ask, confirm, turn })}`;
}

// A fault that belongs to no field of the form stands at its first.
const faults = ({ fields, message }, open) => {
  const shown = { address: ["email", "password"], code: ["code"], switch: ["password"] }[open];
  return shown.some((name) => fields[name]) ? fields : { [shown[0]]: Object.values(fields)[0] ?? message };
};

const checkPassword = ({ password }) => (password ? {} : { password: t("desk.login.password_missing") });
const checkAddress = ({ email, password }) => ({ ...(/.@.+\../.test(email) ? {} : { email: t("desk.second.mail_wrong") }), ...checkPassword({ password }) });
const checkCode = ({ code }) => (code.replace(/[^a-z0-9]/gi, "").length === 8 ? {} : { code: t("desk.second.code_wrong") });

function standing({ open }, show) {
  const { email, verified, second_factor: on } = officer.get();
  const confirmed = email && verified;
  return html`<p>${badge(on ? "good" : "calm", on ? t("desk.second.on") : t("desk.second.off"))}</p>
    <p class="small soft">${t("desk.second.text")}</p>
    ${confirmed ? html`<p>${t("desk.second.mail", { email })}</p>` : nothing}
    ${open ? nothing : html`<div class="actions">
      ${confirmed ? button({ label: on ? t("desk.second.turn_off") : t("desk.second.turn_on"), kind: on ? "quiet" : "", onclick: () => show("switch") }) : nothing}
      ${button({ label: confirmed ? t("desk.second.change_mail") : t("desk.second.set_mail"), kind: confirmed ? "quiet" : "", onclick: () => show("address") })}</div>`}`;
}

function form(state, { redraw, show, ask, confirm, turn }) {
  const keep = (name) => (value) => { state[name] = value; };
  const password = () => passwordField({ id: "own-password", label: t("password.old"), value: state.password, error: state.errors.password,
    autocomplete: "current-password", oninput: keep("password"), redraw });
  const frame = (act, label, fields) => html`<form novalidate @submit=${act}>${errorSummary(named(state.errors))}${fields}
    <div class="actions">${submit(label, state.busy)}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => show("") })}</div></form>`;
  switch (state.open) {
    case "address": return frame(ask, t("desk.second.send"), html`${input({ id: "email", label: t("desk.second.mail_label"), hint: t("desk.second.mail_hint"),
      value: state.email, error: state.errors.email, type: "email", inputmode: "email", autocomplete: "email", maxlength: 200, oninput: keep("email") })}${password()}`);
    case "code": return frame(confirm, t("desk.second.confirm"), input({ id: "code", label: t("desk.second.code"), hint: t("desk.second.code_hint", { email: state.email }),
      value: state.code, error: state.errors.code, autocomplete: "one-time-code", maxlength: 12, width: "short code", oninput: keep("code") }));
    case "switch": return frame(turn, officer.get().second_factor ? t("desk.second.turn_off") : t("desk.second.turn_on"), password());
    default: return nothing;
  }
}

// The page has another password field, whose id is taken.
const named = ({ password, ...others }) => (password ? { ...others, "own-password": password } : others);
