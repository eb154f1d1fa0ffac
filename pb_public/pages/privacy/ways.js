// The ways to one's own rights: who looked, a copy and consents, corrections.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

const ways = [
  ["/privasi/jejak", "eye", "rights.trail", "rights.trail_text"],
  ["/privasi/data", "download", "rights.data", "rights.data_text"],
  ["/privasi/koreksi", "pencil", "rights.correct", "rights.correct_text"],
];

export const rightsWays = () => html`<ul class="rows">${ways.map(([href, name, title, text]) => html`<li>
  <a class="row-link" href=${href}>${icon(name)}<span class="row-link-text"><span class="row-link-title">${t(title)}</span>
    <span class="small soft">${t(text)}</span></span>${icon("chevron-right")}</a></li>`)}</ul>`;
