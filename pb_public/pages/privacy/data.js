// A copy of all my data, and what I agreed to.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { backLink } from "ui/button.js";
import { consentPart } from "pages/privacy/consents.js";
import { exportPart } from "pages/privacy/export.js";

export function open(view) {
  const draw = () => view.show(t("consent.page"), page());
  const download = exportPart(draw);
  const consents = consentPart(draw);
  const page = () => html`<div class="page">${backLink("/privasi", t("privacy.title"))}<h1>${t("consent.page")}</h1>
    ${download()}${consents.view()}</div>`;
  draw();
  consents.load();
}
