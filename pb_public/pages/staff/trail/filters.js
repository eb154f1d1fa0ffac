// What the auditor looks for.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { field, select } from "ui/field.js";
import { button } from "ui/button.js";
import { searchField } from "pages/staff/search_field.js";

const whats = ["list", "search", "view", "reveal", "document", "letter", "export", "change"];
const purposes = ["request", "counter", "phone", "field", "upkeep", "oversight", "admin", "other"];

const options = (values, label) => [{ value: "", label: t("desk.trail.all") }, ...values.map((value) => ({ value, label: label(value) }))];

const dayInput = (name, label, asked, acts) => field({ id: "trail-" + name, label, control: html`<input id=${"trail-" + name} class="input" type="date"
  .value=${asked[name]} @change=${(event) => acts.set(name, event.target.value)}>` });

export function filters(asked, acts) {
  return html`<div class="trail-tools no-print">
    ${searchField({ id: "trail-resident", label: t("desk.trail.resident"), value: asked.resident, oninput: (value) => acts.set("resident", value, 300) })}
    ${searchField({ id: "trail-actor", label: t("desk.trail.actor"), value: asked.actor, oninput: (value) => acts.set("actor", value, 300) })}
    ${select({ id: "trail-what", label: t("desk.trail.did"), value: asked.what, options: options(whats, (what) => t(`desk.trail.what.${what}`)), onchange: (value) => acts.set("what", value) })}
    ${select({ id: "trail-purpose", label: t("desk.trail.why"), value: asked.purpose, options: options(purposes, (purpose) => t(`desk.trail.purpose.${purpose}`)), onchange: (value) => acts.set("purpose", value) })}
    ${dayInput("from", t("desk.trail.from"), asked, acts)}${dayInput("to", t("desk.trail.to"), asked, acts)}
    <div class="trail-buttons">${button({ label: t("desk.trail.csv"), kind: "quiet", name: "download", onclick: acts.csv })}</div></div>`;
}
