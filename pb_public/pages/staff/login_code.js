// The second step of a login: the code that was sent to the officer's mailbox.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { loginWithCode, sendCode } from "app/staff_session.js";
import { input } from "ui/field.js";
import { button, submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { notice } from "ui/notice.js";

// codeStep sends the first code at once. back(message) returns to the password,
// enter() opens the desk.
export function codeStep({ mfa, shared, redraw, enter, back }) {
  const state = { code: "", otp: "", to: "", told: "", errors: {}, busy: false, sending: false };
  const mail = async (told) => {
    if (state.sending) return;
    Object.assign(state, { sending: true, told: "", errors: {} });
    redraw();
    try {
      const { otp, to } = await sendCode(mfa);
      Object.assign(state, { otp, to, told });
    } catch (err) {
      const fault = readFault(err);
      if (fault.key === "account.second_step_over") return back(fault.message);
      state.errors = { code: fault.message };
    }
    state.sending = false;
    redraw();
    focusErrors();
  };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy || state.sending) return;
    state.errors = state.code.replace(/\D/g, "").length === 6 ? {} : { code: t("desk.code.length") };
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try {
        await loginWithCode(mfa, state.otp, state.code, shared);
        return enter();
      } catch (err) {
        const fault = readFault(err);
        state.errors = { code: fault.status === 400 ? t("desk.code.wrong") : fault.message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  };
  mail("");
  return { page: () => page(state, send, () => mail(t("desk.code.sent_again")), () => back("")) };
}

function page(state, send, again, back) {
  return html`<div class="page login-page"><div class="card"><h1>${t("desk.code.title")}</h1>
    <p class="soft" role="status">${state.to ? t("desk.code.text", { to: state.to }) : t("desk.code.sending")}</p>
    ${state.told ? notice("good", state.told) : nothing}
    <form novalidate @submit=${send}>
      ${errorSummary(state.errors)}
      ${input({ id: "code", label: t("desk.code.label"), hint: t("desk.code.hint"), value: state.code, error: state.errors.code, inputmode: "numeric",
        autocomplete: "one-time-code", maxlength: 12, width: "short code", oninput: (value) => { state.code = value; } })}
      <div class="actions">${submit(t("desk.login.enter"), state.busy, "log-in")}
        ${button({ label: t("desk.code.again"), kind: "quiet", busy: state.sending, onclick: again })}</div>
    </form></div>
    <p class="small soft">${t("desk.code.lost")}</p>
    <p><button type="button" class="link" @click=${back}>${t("desk.code.back")}</button></p></div>`;
}
