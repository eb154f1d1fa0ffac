// An address that is not there.
import { html } from "lit-html";
import { t } from "app/i18n.js";

export function open(view) {
  view.show(t("missing.title"), html`<div class="page"><h1>${t("missing.title")}</h1><p>${t("missing.text")}</p>
    <p><a class="button" href="/">${t("nav.home")}</a></p></div>`);
}
