// Adding a document to the wallet: what it is, until when it is valid, the file.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { newId } from "app/api.js";
import { readFault } from "app/fault.js";
import { prepare, accepted } from "app/photo.js";
import { upload } from "app/upload.js";
import { normalise, check } from "app/answer_check.js";
import { describedBy, field, input } from "ui/field.js";
import { dayField } from "ui/day_field.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";

const expiry = { key: "expires_on", type: "date", label: "", label_en: "" };

// addPart returns a function that draws the form.
export function addPart({ redraw, added }) {
  let state = fresh();
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      redraw();
      try {
        const file = await prepare(state.file);
        await upload(file, { id: state.id, name: state.name.trim(), expires_on: normalise(expiry, state.expires_on) }, (part) => { state.part = part; redraw(); });
        state = fresh();
        event.target.reset();
        redraw();
        return added();
      } catch (err) {
        state.errors = { file: err.problem ? t(`papers.${err.problem}`, { name: state.file.name }) : readFault(err).fields.file || readFault(err).message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  };
  return () => html`<details class="card add" ?open=${Object.keys(state.errors).length > 0}><summary>${t("wallet.add")}</summary>
    <form novalidate @submit=${send}>${errorSummary(state.errors)}${fields(state, redraw)}
    <div class="actions">${submit(t("wallet.save"), state.busy, "upload")}</div></form></details>`;
}

const fresh = () => ({ id: newId(), name: "", expires_on: "", file: null, errors: {}, busy: false, part: 0 });

function missing(state) {
  const errors = {};
  if (!state.name.trim()) errors.name = t("check.required", { label: t("wallet.name") });
  if (!state.file) errors.file = t("papers.missing", { name: t("wallet.file") });
  if (check([{ ...expiry, label: t("wallet.expires") }], { expires_on: state.expires_on }).expires_on) errors.expires_on = t("check.date", { label: t("wallet.expires") });
  return errors;
}

function fields(state, redraw) {
  const { errors } = state;
  return html`
    ${input({ id: "name", label: t("wallet.name"), hint: t("wallet.name_hint"), value: state.name, error: errors.name, maxlength: 200, oninput: (value) => { state.name = value; } })}
    ${field({ id: "file", label: t("wallet.file"), hint: t("papers.limits"), error: errors.file, control: html`<input id="file" class="input" type="file" accept=${accepted}
      aria-describedby=${describedBy("file", true, errors.file)} @change=${(event) => { state.file = event.target.files[0] ?? null; }}>` })}
    ${dayField({ id: "expires_on", label: t("wallet.expires"), hint: t("wallet.expires_hint"), optional: true, value: state.expires_on, error: errors.expires_on, oninput: (value) => { state.expires_on = value; redraw(); } })}`;
}
