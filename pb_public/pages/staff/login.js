// The login of officers, shown at whatever address of the desk was asked for.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { login } from "app/staff_session.js";
import { go } from "app/router.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField } from "pages/account/password.js";

export function open(view) {
  const state = { username: "", password: "", errors: {}, busy: false };
  const draw = () => view.show(t("desk.login.title"), page(state, draw, send));
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await login(state.username, state.password);
        return go(location.pathname + location.search, { replace: true });
      } catch (err) {
        const fault = readFault(err);
        state.errors = { username: fault.status === 400 || fault.status === 403 ? t("desk.login.wrong") : fault.message };
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
}

function missing({ username, password }) {
  const errors = {};
  if (!username.trim()) errors.username = t("desk.login.username_missing");
  if (!password) errors.password = t("desk.login.password_missing");
  return errors;
}

function page(state, draw, send) {
  return html`<div class="page login-page"><div class="card"><h1>${t("desk.login.title")}</h1>
    <p class="soft">${t("desk.login.text")}</p>
    <form novalidate @submit=${send}>
      ${errorSummary(state.errors)}
      ${input({ id: "username", label: t("desk.login.username"), value: state.username, error: state.errors.username,
        autocomplete: "username", maxlength: 40, oninput: (value) => { state.username = value; } })}
      ${passwordField({ id: "password", label: t("desk.login.password"), value: state.password, error: state.errors.password,
        autocomplete: "current-password", oninput: (value) => { state.password = value; }, redraw: draw })}
      <div class="actions">${submit(t("desk.login.enter"), state.busy, "log-in")}</div>
    </form></div>
    <p class="small soft">${t("desk.login.forgotten")}</p>
    <p><a href="/">${t("desk.login.resident")}</a></p></div>`;
}
