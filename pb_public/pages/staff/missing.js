// An address of the desk that leads nowhere.
import { html } from "lit-html";
import { t } from "app/i18n.js";

export function open(view) {
  view.show(t("desk.missing.title"), html`<div class="page"><h1>${t("desk.missing.title")}</h1>
    <p>${t("desk.missing.text")}</p><p><a class="button" href="/petugas">${t("desk.nav.inbox")}</a></p></div>`);
}
