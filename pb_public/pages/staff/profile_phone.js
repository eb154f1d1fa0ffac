// The officer's own phone number.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { check } from "app/answer_check.js";
import { keepOwn, officer } from "app/staff_session.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { toast } from "ui/notice.js";

export function phonePart(redraw) {
  const state = { phone: officer.get().phone, error: "", busy: false };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.error = check([{ key: "phone", type: "phone", label: t("profile.phone") }], { phone: state.phone }).phone ?? "";
    if (!state.error) {
      state.busy = true;
      redraw();
      try {
        await keepOwn({ phone: state.phone.trim() });
        toast(t("profile.saved"));
      } catch (err) {
        state.error = readFault(err).fields.phone || readFault(err).message;
      }
      state.busy = false;
    }
    redraw();
    if (state.error) document.getElementById("phone")?.focus();
  };
  return () => html`<form novalidate @submit=${send}>${input({ id: "phone", type: "tel", inputmode: "tel", autocomplete: "tel", width: "medium", optional: true,
    label: t("profile.phone_number"), hint: t("desk.profile.phone_hint"), value: state.phone, error: state.error, oninput: (value) => { state.phone = value; } })}
    ${submit(t("action.save"), state.busy)}</form>`;
}
