// Logging in with the number on the identity card.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { login, takeFarewell } from "app/session.js";
import { go } from "app/router.js";
import { office, roleTitle } from "app/office.js";
import { input } from "ui/field.js";
import { checkbox } from "ui/choices.js";
import { submit } from "ui/button.js";
import { notice } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { passwordField } from "pages/account/password.js";

export function open(view) {
  const state = { nik: "", password: "", shared: false, errors: {}, busy: false, farewell: takeFarewell() };
  const draw = () => view.show(t("login.title"), page(state, draw, send));
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await login(state.nik, state.password, state.shared);
        return go(inside(view.query.get("next")), { replace: true });
      } catch (err) {
        const fault = readFault(err);
        state.errors = { nik: fault.status === 400 ? t("login.wrong") : fault.message };
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
  return office.watch(draw);
}

// inside keeps a hand-made link from leading elsewhere after the login.
export const inside = (next) => (/^\/(?!\/)/.test(next ?? "") ? next : "/");

function missing({ nik, password }) {
  const errors = {};
  const digits = nik.replace(/\D/g, "").length;
  if (digits !== 16) errors.nik = t("check.nik", { label: t("login.nik"), count: digits });
  if (!password) errors.password = t("check.required", { label: t("login.password") });
  return errors;
}

const heads = () => ({ hamlet_head: roleTitle("hamlet_head") || t("role.hamlet_head") });

function page(state, draw, send) {
  return html`<div class="page"><h1>${t("login.title")}</h1>
    ${state.farewell ? notice("info", state.farewell) : nothing}
    <form novalidate @submit=${send}>
      ${errorSummary(state.errors)}
      ${input({ id: "nik", label: t("login.nik"), hint: t("hint.nik"), value: state.nik, error: state.errors.nik, inputmode: "numeric",
        autocomplete: "username", maxlength: 20, width: "medium", oninput: (value) => { state.nik = value; } })}
      ${passwordField({ id: "password", label: t("login.password"), value: state.password, error: state.errors.password,
        autocomplete: "current-password", oninput: (value) => { state.password = value; }, redraw: draw })}
      ${checkbox({ id: "shared", checked: state.shared, label: t("shared.label"), hint: t("shared.hint"), onchange: (value) => { state.shared = value; } })}
      <div class="actions">${submit(t("nav.login"), state.busy, "log-in")}</div>
    </form>
    <section class="card after-form"><h2>${t("login.first")}</h2><p>${t("login.first_text", heads())}</p>
      <p><a class="button quiet" href="/aktivasi">${t("nav.activation")}</a></p>
      <p>${t("register.from_home")} <a href="/daftar">${t("register.title")}</a></p></section>
    <p><a href="/lupa">${t("recovery.question")}</a></p></div>`;
}
