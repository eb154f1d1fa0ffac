// Radios and checkboxes as large rows that a thumb can hit.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { group } from "ui/field.js";

// radios ask for one of options [{ value, label, hint? }].
export function radios({ id, value, options, onchange, ...rest }) {
  return group({ id, ...rest, control: html`<div class="choices">${options.map((option, i) => row({
    id: `${id}-${i}`, type: "radio", name: id, option, checked: option.value === value, onchange: () => onchange(option.value),
  }))}</div>` });
}

// checkboxes ask for any of options; value is the list of those chosen.
export function checkboxes({ id, value = [], options, onchange, ...rest }) {
  const toggle = (one) => onchange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return group({ id, ...rest, control: html`<div class="choices">${options.map((option, i) => row({
    id: `${id}-${i}`, type: "checkbox", name: id, option, checked: value.includes(option.value), onchange: () => toggle(option.value),
  }))}</div>` });
}

// checkbox is a single one, for "I confirm".
export function checkbox({ id, checked, label, hint, onchange, error }) {
  return html`<div class="choices ${error ? "wrong" : ""}">${row({
    id, type: "checkbox", name: id, option: { value: "yes", label, hint }, checked, onchange: (event) => onchange(event.target.checked),
  })}</div>`;
}

function row({ id, type, name, option, checked, onchange }) {
  return html`<div class="choice">
    <input type=${type} id=${id} name=${name} value=${option.value} .checked=${live(checked)} @change=${onchange}
      aria-describedby=${option.hint ? id + "-hint" : nothing}>
    <label for=${id}>${option.label}${option.hint ? html`<span class="hint" id="${id}-hint">${option.hint}</span>` : nothing}</label>
  </div>`;
}
