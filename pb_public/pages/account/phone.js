// The phone number of whoever is logged in. A resident's last four digits also
// open the status check.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { check } from "app/answer_check.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { toast } from "ui/notice.js";

export function phonePart(redraw, hint = () => t("profile.phone_hint")) {
  const state = { phone: pb.authStore.record.phone, error: "", busy: false };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.error = check([{ key: "phone", type: "phone", label: t("profile.phone") }], { phone: state.phone }).phone ?? "";
    if (!state.error) {
      state.busy = true;
      redraw();
      try {
        const { collectionName, id } = pb.authStore.record;
        await pb.collection(collectionName).update(id, { phone: state.phone.trim() });
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
    label: t("profile.phone_number"), hint: hint(), value: state.phone, error: state.error, oninput: (value) => { state.phone = value; } })}
    ${submit(t("action.save"), state.busy)}</form>`;
}
