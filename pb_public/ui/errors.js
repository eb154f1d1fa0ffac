// The list of what to mend, at the top of a form. It takes the focus, and each
// line leads to its field.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";

// errorSummary takes { fieldId: message }, or { message, href } for a field on
// another page; nothing wrong draws nothing.
export function errorSummary(errors, title = t("errors.title")) {
  const list = Object.entries(errors ?? {});
  if (!list.length) return nothing;
  return html`<div class="error-summary" id="errors" role="alert" tabindex="-1">
    <h2>${title}</h2>
    <ul>${list.map(([id, message]) => html`<li>${line(id, message)}</li>`)}</ul>
  </div>`;
}

const line = (id, message) => (message.href ? html`<a href=${message.href}>${message.message}</a>`
  : html`<a href="#${id}" @click=${(event) => reach(event, id)}>${message}</a>`);

// focusErrors is called after the form was drawn with its errors.
export function focusErrors() {
  document.getElementById("errors")?.focus();
}

function reach(event, id) {
  event.preventDefault(); // the address of the page stays as it is
  const place = document.getElementById(id);
  const control = place?.matches("fieldset") ? place.querySelector("input, select, textarea, button") ?? place : place;
  control?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "center" });
}
