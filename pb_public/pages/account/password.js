// A password that can be shown while it is typed: better than typing it twice
// blindly on a small phone.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { field, describedBy } from "ui/field.js";

const shown = new Set(); // ids of the fields that show their letters

export const shortest = 8; // letters, as the server asks
export const shortestOfStaff = 10; // theirs opens other people's data

export function passwordField({ id, label, hint, value, error, autocomplete, oninput, redraw }) {
  const visible = shown.has(id);
  const turn = () => { visible ? shown.delete(id) : shown.add(id); redraw(); };
  return field({ id, label, hint, error, control: html`<div class="with-button">
    <input id=${id} class="input" type=${visible ? "text" : "password"} autocomplete=${autocomplete} .value=${value} aria-required="true"
      autocapitalize="none" spellcheck="false" aria-describedby=${describedBy(id, hint, error)} aria-invalid=${error ? "true" : nothing}
      @input=${(event) => oninput(event.target.value)}>
    <button type="button" class="button quiet show-button" aria-pressed=${visible} @click=${turn}>
      ${icon(visible ? "eye-off" : "eye")}<span class="unseen">${t("password.show")}</span></button></div>` });
}

// newPasswordErrors checks a new password and its repetition.
export function newPasswordErrors({ password, again }, least = shortest) {
  if (password.length < least) return { password: t("password.short", { n: least }) };
  return password === again ? {} : { again: t("password.different") };
}
