// The first time: the one-time code from the office, and a password of one's own.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { activate, login } from "app/session.js";
import { go } from "app/router.js";
import { input } from "ui/field.js";
import { submit, backLink } from "ui/button.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField, newPasswordErrors, shortest } from "pages/account/password.js";

let begun = ""; // the NIK that was typed on the page before; an address is no place for it
export const beginWith = (nik) => { begun = nik; };

export function open(view) {
  const state = { nik: begun, code: "", password: "", again: "", errors: {}, busy: false, unsure: false };
  begun = "";
  const draw = () => view.show(t("activation.title"), page(state, draw, send));
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = check(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await activate(state.nik, state.code, state.password);
        return welcome();
      } catch (err) {
        const fault = readFault(err);
        if (await doneBefore(state, fault)) return welcome();
        state.errors = fault.fields.password ? { password: fault.fields.password } : { code: fault.message };
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
}

function welcome() {
  toast(t("activation.done"));
  go("/", { replace: true });
}

// Where the answer was lost on the way, the code may have done its work already:
// then the password is the one that was typed.
async function doneBefore(state, { offline, key, fields }) {
  if (offline) state.unsure = true;
  if (offline || !state.unsure || key !== "account.activate" || fields.password) return false;
  return login(state.nik, state.password).then(() => true, () => false);
}

function check(state) {
  const errors = {};
  const digits = state.nik.replace(/\D/g, "").length;
  if (digits !== 16) errors.nik = t("check.nik", { label: t("login.nik"), count: digits });
  if (state.code.replace(/[^a-z0-9]/gi, "").length !== 8) errors.code = t("activation.code_wrong");
  return { ...errors, ...newPasswordErrors(state) };
}

function page(state, draw, send) {
  const keep = (name) => (value) => { state[name] = value; };
  return html`<div class="page">${backLink("/masuk")}<h1>${t("activation.title")}</h1><p>${t("activation.text")}</p>
    <form novalidate @submit=${send}>${errorSummary(state.errors)}
      ${input({ id: "nik", label: t("login.nik"), hint: t("hint.nik"), value: state.nik, error: state.errors.nik, inputmode: "numeric",
        autocomplete: "username", maxlength: 20, width: "medium", oninput: keep("nik") })}
      ${input({ id: "code", label: t("activation.code"), hint: t("activation.code_hint"), value: state.code, error: state.errors.code,
        autocomplete: "one-time-code", maxlength: 12, width: "short code", oninput: keep("code") })}
      ${passwordField({ id: "password", label: t("password.new"), hint: t("password.hint", { n: shortest }), value: state.password, error: state.errors.password,
        autocomplete: "new-password", oninput: keep("password"), redraw: draw })}
      ${passwordField({ id: "again", label: t("password.again"), value: state.again, error: state.errors.again, autocomplete: "new-password",
        oninput: keep("again"), redraw: draw })}
      <div class="actions">${submit(t("activation.send"), state.busy, "key-round")}</div>
    </form>
    <p class="after-form">${t("register.no_code")} <a href="/daftar">${t("register.title")}</a> · <a href="/lupa">${t("recovery.question")}</a></p></div>`;
}
