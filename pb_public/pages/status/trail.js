// Whether the history of a request still holds what a receipt's fingerprint
// stands for. The server says yes or no, and nothing else.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { notice } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { receiptCode } from "pages/requests/code.js";

// trailPart returns a function that draws the form; query is of the address.
export function trailPart(query, draw) {
  const state = { code: query.get("kode") ?? "", hash: query.get("sidik") ?? "", errors: {}, busy: false, whole: null };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.whole = null;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        state.whole = (await pb.send("/api/requests/trail", { method: "POST", body: { code: state.code, hash: state.hash } })).whole;
      } catch (err) {
        state.errors = { "trail-code": readFault(err).message };
      }
      state.busy = false;
    }
    draw();
    state.whole === null ? focusErrors() : document.getElementById("trail-found").focus();
  };
  const open = query.has("sidik");
  return () => html`<details class="standard" ?open=${open}><summary>${t("fingerprint.form")}</summary>
    <p>${t("fingerprint.form_text")}</p>
    <div id="trail-found" tabindex="-1" aria-live="polite">${state.whole === null ? nothing : verdict(state.whole)}</div>
    <form novalidate @submit=${send}>${errorSummary(state.errors)}${fields(state)}
      <div class="actions">${submit(t("fingerprint.send"), state.busy, "shield-check")}</div></form></details>`;
}

function missing({ code, hash }) {
  const errors = {};
  if (receiptCode(code).length !== 9) errors["trail-code"] = t("fingerprint.code_wrong");
  if (!/^[0-9a-f]{16,64}$/i.test(hash.replace(/[\s-]/g, ""))) errors["trail-hash"] = t("fingerprint.hash_wrong");
  return errors;
}

const fields = (state) => html`
  ${input({ id: "trail-code", label: t("fingerprint.code"), value: state.code, error: state.errors["trail-code"], width: "medium code", maxlength: 12, oninput: (value) => { state.code = value; } })}
  ${input({ id: "trail-hash", label: t("fingerprint.hash"), hint: t("fingerprint.hash_hint"), value: state.hash, error: state.errors["trail-hash"], width: "code", maxlength: 90, oninput: (value) => { state.hash = value; } })}`;

const verdict = (whole) => (whole ? notice("good", t("fingerprint.yes"), html`<p>${t("fingerprint.yes_text")}</p>`)
  : notice("bad", t("fingerprint.no"), html`<p>${t("fingerprint.no_text")}</p>`));
