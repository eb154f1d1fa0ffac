// Buttons that say when they are at work, so that nobody presses twice.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

// button: kind is "" (the main one), quiet, danger or link.
export function button({ label, kind = "", name, busy, type = "button", onclick, disabled }) {
  return html`<button type=${type} class="button ${kind}" aria-disabled=${busy || disabled ? "true" : nothing}
    @click=${(event) => (busy || disabled ? event.preventDefault() : onclick?.(event))}>
    ${busy ? html`<span class="spinner small" aria-hidden="true"></span>` : name ? icon(name) : nothing}
    <span>${busy ? t("action.working") : label}</span></button>`;
}

// submit is the main button of a form.
export const submit = (label, busy, name) => button({ label, busy, name, type: "submit" });

// backLink leads one step back, above the heading.
export function backLink(href, label = t("action.back"), onclick) {
  return html`<a class="back" href=${href} @click=${onclick ?? nothing}>${icon("arrow-left")} ${label}</a>`;
}
