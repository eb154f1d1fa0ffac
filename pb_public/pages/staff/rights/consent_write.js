// Writing one consent or its withdrawal down. What the resident read is what the
// dialog shows, in the language of the desk at this moment.
import { html, nothing } from "lit-html";
import { language, t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";

// writeDown resolves to true when it was written.
export function writeDown(resident, name, item, given) {
  const state = { proof: "", error: "", fault: "", busy: false };
  const title = t(given ? "desk.consent.give_title" : "desk.consent.withdraw_title", { name });
  return openDialog(title, (close, redraw) => {
    const onsubmit = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      state.error = given && state.proof.trim().length < 5 ? t("desk.consent.proof_short") : "";
      state.fault = "";
      if (!state.error) {
        state.busy = true;
        redraw();
        try {
          await pb.collection("consents").create({ resident, purpose: item.key, given, proof: state.proof.trim(), language: language.get() });
          toast(given ? t("desk.consent.saved_given") : t("desk.consent.saved_withdrawn"));
          return close(true);
        } catch (err) {
          const { fields, message } = readFault(err);
          state.error = fields.proof ?? "";
          state.fault = fields.proof ? "" : message;
        }
        state.busy = false;
      }
      redraw();
      document.getElementById("proof")?.focus();
    };
    return form(state, item, given, onsubmit, close);
  });
}

const form = (state, item, given, onsubmit, close) => html`<form novalidate @submit=${onsubmit}>
  <p><strong>${x(item, "title")}</strong></p><blockquote class="answer">${x(item, "text")}</blockquote>
  ${given ? nothing : html`<p>${t("desk.consent.withdraw_text")}</p>`}
  ${textarea({ id: "proof", label: t("desk.consent.proof"), hint: t("desk.consent.proof_hint"), optional: !given, rows: 2, maxlength: 300,
    value: state.proof, error: state.error, oninput: (value) => { state.proof = value; } })}
  ${state.fault ? notice("bad", state.fault) : nothing}
  <div class="actions">${button({ label: given ? t("desk.consent.give") : t("desk.consent.withdraw"), kind: given ? "" : "danger", type: "submit", busy: state.busy })}
    ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
