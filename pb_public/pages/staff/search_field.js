// A search box with its label, without the marks of a form that wants filling in.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { field } from "ui/field.js";

export function searchField({ id, label, hint, value, oninput }) {
  return field({ id, label, hint, control: html`<input id=${id} class="input" type="search" autocomplete="off" spellcheck="false"
    aria-describedby=${hint ? `${id}-hint` : nothing} .value=${live(value)} @input=${(event) => oninput(event.target.value)}>` });
}
