// A new password for the officer. The server ends all other logins, so this one
// logs in again.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { keepOwn, login, officer } from "app/staff_session.js";
import { submit } from "ui/button.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { newPasswordErrors, passwordField, shortest } from "pages/account/password.js";

const fresh = () => ({ old: "", password: "", again: "", errors: {}, busy: false });

export function passwordPart(redraw) {
  let state = fresh();
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = { ...(state.old ? {} : { old: t("check.required", { label: t("password.old") }) }), ...newPasswordErrors(state) };
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try {
        const { username } = officer.get();
        await keepOwn({ oldPassword: state.old, password: state.password, passwordConfirm: state.again });
        await login(username, state.password);
        state = fresh();
        toast(t("password.changed"));
      } catch (err) {
        const fault = readFault(err);
        state.errors = { old: fault.fields.oldPassword || fault.fields.password || fault.message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  };
  return () => form(state, redraw, send);
}

function form(state, redraw, send) {
  const one = (id, label, autocomplete, hint) => passwordField({ id, label, hint, value: state[id], error: state.errors[id], autocomplete, redraw,
    oninput: (value) => { state[id] = value; } });
  return html`<details class="fold" ?open=${Object.keys(state.errors).length > 0}><summary>${t("password.change")}</summary>
    <form novalidate @submit=${send}>${errorSummary(state.errors)}
    ${one("old", t("password.old"), "current-password")}
    ${one("password", t("password.new"), "new-password", t("password.hint", { n: shortest }))}
    ${one("again", t("password.again"), "new-password")}
    <div class="actions">${submit(t("action.save"), state.busy)}</div></form></details>`;
}
