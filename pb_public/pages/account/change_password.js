// A new password, for residents and officers alike. The server ends all other
// sessions; this one goes on with the token it answers with.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { submit } from "ui/button.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField, newPasswordErrors, shortest as shortestOfResidents } from "pages/account/password.js";

// passwordPart is the form behind "Change password".
export function passwordPart(redraw, options = {}) {
  const form = passwordForm(redraw, options);
  return () => html`<details class="add fold" ?open=${form.wrong()}><summary>${t("password.change")}</summary>${form()}</details>`;
}

// passwordForm takes how long a password must be, the label of the old one, and
// what comes when it is done.
export function passwordForm(redraw, { shortest = shortestOfResidents, old = t("password.old"), done = () => {} } = {}) {
  let state = fresh();
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = { ...(state.old ? {} : { old: t("check.required", { label: old }) }), ...newPasswordErrors(state, shortest) };
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try {
        const answer = await pb.send("/api/me/password", { method: "POST", body: { old: state.old, password: state.password } });
        pb.authStore.save(answer.token, answer.record);
        state = fresh();
        toast(t("password.changed"));
        done();
      } catch (err) {
        const { fields, message } = readFault(err);
        state.errors = fields.old || fields.password ? fields : { old: message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  };
  return Object.assign(() => page(state, { redraw, send, shortest, old }), { wrong: () => Object.keys(state.errors).length > 0 });
}

const fresh = () => ({ old: "", password: "", again: "", errors: {}, busy: false });

function page(state, { redraw, send, shortest, old }) {
  const one = (id, label, autocomplete, hint) => passwordField({ id, label, hint, value: state[id], error: state.errors[id], autocomplete, redraw,
    oninput: (value) => { state[id] = value; } });
  return html`<form novalidate @submit=${send}>${errorSummary(state.errors)}
    ${one("old", old, "current-password")}
    ${one("password", t("password.new"), "new-password", t("password.hint", { n: shortest }))}
    ${one("again", t("password.again"), "new-password")}
    <div class="actions">${submit(t("action.save"), state.busy)}</div></form>`;
}
