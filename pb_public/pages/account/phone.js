// The phone number of an account; its last four digits also open the status check.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { check } from "app/answer_check.js";
import { account } from "app/session.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { toast } from "ui/notice.js";

export function phonePart(redraw) {
  const state = { phone: account.get().phone, error: "", busy: false };
  const send = async (event) => {
    event.preventDefault();
    const label = t("profile.phone");
    state.error = check([{ key: "phone", type: "phone", label }], { phone: state.phone }).phone ?? "";
    if (!state.error && !state.busy) {
      state.busy = true;
      redraw();
      try {
        await pb.collection("accounts").update(account.get().id, { phone: state.phone.trim() });
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
    label: t("profile.phone_number"), hint: t("profile.phone_hint"), value: state.phone, error: state.error, oninput: (value) => { state.phone = value; } })}
    ${submit(t("action.save"), state.busy)}</form>`;
}
