// The form that a resident signs, seen on paper only: the same words as on the
// screen, each with a yes and a no, so that nothing is agreed to by silence.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";

export const consentForm = ({ name, items }) => html`<section class="consent-form" aria-hidden="true">
  <h2>${t("desk.consent.form_title")}</h2><p>${t("desk.consent.form_lead", { name })}</p>
  <ol>${items.map((item) => html`<li><strong>${x(item, "title")}.</strong> ${x(item, "text")}
    <p>☐ ${t("desk.consent.form_yes")}   ☐ ${t("desk.consent.form_no")}</p></li>`)}</ol>
  <p class="consent-line">${t("desk.consent.form_place")}</p><p class="consent-line">${t("desk.consent.form_signed")}</p></section>`;
