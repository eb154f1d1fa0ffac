// One question with its label, hint and error, tied together for a screen
// reader. The control gets `describedBy(id, hint, error)` and aria-invalid.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

export function describedBy(id, hint, error) {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || nothing;
}

const errorText = (id, error) => error
  ? html`<p class="error" id="${id}-error">${icon("circle-x")} <span>${error}</span></p>` : nothing;
const hintText = (id, hint) => (hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing);
const optionalMark = (optional) => (optional ? html` <span class="optional">${t("field.optional")}</span>` : nothing);

// field wraps one control. `big` makes the label the page's h1.
export function field({ id, label, hint, error, optional, big, control }) {
  const text = html`<label for=${id}>${label}${optionalMark(optional)}</label>`;
  return html`<div class="field ${error ? "wrong" : ""}">
    ${big ? html`<h1 class="label-heading">${text}</h1>` : text}
    ${hintText(id, hint)}${errorText(id, error)}${control}
  </div>`;
}

// group wraps several controls that answer one question (radios, checkboxes).
export function group({ id, label, hint, error, optional, big, control }) {
  const text = html`${label}${optionalMark(optional)}`;
  return html`<div class="field ${error ? "wrong" : ""}"><fieldset id=${id} tabindex="-1" aria-describedby=${describedBy(id, hint, error)}>
    <legend>${big ? html`<h1 class="label-heading">${text}</h1>` : text}</legend>
    ${hintText(id, hint)}${errorText(id, error)}${control}
  </fieldset></div>`;
}

// input is a field with a one-line input. `attributes` the control may have:
// type, inputmode, autocomplete, maxlength, placeholder, width (short, medium).
export function input({ id, value, oninput, type = "text", inputmode, autocomplete, maxlength, width = "", ...rest }) {
  return field({ id, ...rest, control: html`<input id=${id} name=${id} type=${type} class="input ${width}"
    .value=${live(value ?? "")} inputmode=${inputmode ?? nothing} autocomplete=${autocomplete ?? "off"}
    maxlength=${maxlength ?? nothing} aria-describedby=${describedBy(id, rest.hint, rest.error)}
    aria-invalid=${rest.error ? "true" : nothing} aria-required=${rest.optional ? nothing : "true"}
    @input=${(event) => oninput(event.target.value)}>` });
}

export function textarea({ id, value, oninput, rows = 4, maxlength, ...rest }) {
  return field({ id, ...rest, control: html`<textarea id=${id} name=${id} class="input" rows=${rows} maxlength=${maxlength ?? nothing}
    .value=${live(value ?? "")} aria-describedby=${describedBy(id, rest.hint, rest.error)} aria-invalid=${rest.error ? "true" : nothing}
    @input=${(event) => oninput(event.target.value)}></textarea>` });
}

// select is a field with a list to choose from; options are [{ value, label }].
export function select({ id, value, options, onchange, ...rest }) {
  return field({ id, ...rest, control: html`<select id=${id} name=${id} class="input" aria-describedby=${describedBy(id, rest.hint, rest.error)}
    aria-invalid=${rest.error ? "true" : nothing} @change=${(event) => onchange(event.target.value)}>
    ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
  </select>` });
}
