// Revoking a letter, or replacing it by a new one with the data as corrected.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { radios } from "ui/choices.js";
import { openDialog } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { textarea } from "ui/field.js";
import { facts } from "ui/facts.js";
import { toast } from "ui/notice.js";

// revoke resolves to true when the letter was revoked or replaced.
export function revoke(item) {
  const state = { kind: "", reason: "", errors: {}, busy: false };
  return openDialog(t("desk.revoke.title"), (close, redraw) => form(item, state, redraw, close, async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try {
        await pb.collection("letter_revocations").create({ letter: item.id, kind: state.kind, reason: state.reason.trim() });
        toast(state.kind === "replaced" ? t("desk.revoke.replaced", { number: item.number }) : t("desk.revoke.revoked", { number: item.number }));
        return close(true);
      } catch (err) {
        const fault = readFault(err);
        state.errors = { reason: fault.fields.reason || fault.message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  }));
}

function missing({ kind, reason }) {
  return { ...(kind ? {} : { kind: t("desk.revoke.kind_missing") }), ...(reason.trim() ? {} : { reason: t("desk.revoke.reason_missing") }) };
}

function form(item, state, redraw, close, send) {
  return html`<form novalidate @submit=${send}>${errorSummary(state.errors)}
    ${facts([{ label: t("desk.letters.number"), value: item.number }, { label: t("desk.letters.letter"), value: item.title }, { label: t("desk.letters.holder"), value: item.holder_name }])}
    ${radios({ id: "kind", label: t("desk.revoke.kind"), value: state.kind, error: state.errors.kind, onchange: (value) => { state.kind = value; redraw(); }, options: [
      { value: "revoked", label: t("desk.revoke.kind_revoked"), hint: t("desk.revoke.kind_revoked_text") },
      { value: "replaced", label: t("desk.revoke.kind_replaced"), hint: t("desk.revoke.kind_replaced_text") }] })}
    ${textarea({ id: "reason", label: t("desk.revoke.reason"), hint: t("desk.revoke.reason_hint"), rows: 3, maxlength: 1000, value: state.reason, error: state.errors.reason, oninput: (value) => { state.reason = value; } })}
    <div class="actions">${button({ label: state.kind === "replaced" ? t("desk.revoke.do_replace") : t("desk.revoke.do_revoke"), kind: "danger", type: "submit", busy: state.busy })}
      ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close(false) })}</div></form>`;
}
