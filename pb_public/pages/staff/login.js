// The login of officers, shown at whatever address of the desk was asked for:
// the password and, for who has turned it on, a code by e-mail.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { login, takeFarewell } from "app/staff_session.js";
import { go } from "app/router.js";
import { input } from "ui/field.js";
import { checkbox } from "ui/choices.js";
import { submit } from "ui/button.js";
import { notice } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField } from "pages/account/password.js";
import { codeStep } from "pages/staff/login_code.js";

export function open(view) {
  const state = { username: "", password: "", shared: false, errors: {}, busy: false, farewell: takeFarewell(), second: null };
  const draw = () => view.show(t("desk.login.title"), state.second?.page() ?? page(state, draw, send));
  const enter = () => go(location.pathname + location.search, { replace: true });
  // What was typed stays, for when the second step takes too long.
  const back = (message) => { state.second = null; state.errors = message ? { username: message } : {}; draw(); focusErrors(); };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        const mfa = await login(state.username, state.password, state.shared);
        if (!mfa) return enter();
        state.second = codeStep({ mfa, shared: state.shared, redraw: draw, enter, back });
      } catch (err) {
        state.errors = { username: refusal(readFault(err)) };
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
}

// Only with the right password does the server say more than "wrong".
const refusal = ({ status, message }) => (status === 400 ? t("desk.login.wrong") : message);

function missing({ username, password }) {
  const errors = {};
  if (!username.trim()) errors.username = t("desk.login.username_missing");
  if (!password) errors.password = t("desk.login.password_missing");
  return errors;
}

function page(state, draw, send) {
  return html`<div class="page login-page">
    ${state.farewell ? notice("info", state.farewell) : nothing}
    <div class="card"><h1>${t("desk.login.title")}</h1>
    <p class="soft">${t("desk.login.text")}</p>
    <form novalidate @submit=${send}>
      ${errorSummary(state.errors)}
      ${input({ id: "username", label: t("desk.login.username"), value: state.username, error: state.errors.username,
        autocomplete: "username", maxlength: 40, oninput: (value) => { state.username = value; } })}
      ${passwordField({ id: "password", label: t("desk.login.password"), value: state.password, error: state.errors.password,
        autocomplete: "current-password", oninput: (value) => { state.password = value; }, redraw: draw })}
      ${checkbox({ id: "shared", checked: state.shared, label: t("shared.label"), hint: t("shared.hint"), onchange: (value) => { state.shared = value; } })}
      <div class="actions">${submit(t("desk.login.enter"), state.busy, "log-in")}</div>
    </form></div>
    <p class="small soft">${t("desk.login.forgotten")}</p>
    <p><a href="/">${t("desk.login.resident")}</a></p></div>`;
}
