// What stands in a page's place while there is nothing to show yet: loading,
// nothing there, something went wrong.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

export function loading(text = t("state.loading")) {
  return html`<div class="state" role="status"><span class="spinner" aria-hidden="true"></span><p>${text}</p></div>`;
}

// empty says what will stand here one day, and what to do now.
export function empty(name, title, body, action = nothing) {
  return html`<div class="state">${icon(name, "icon-large")}<p class="state-title">${title}</p><p>${body}</p>${action}</div>`;
}

// failed shows a fault from readFault; retry is called by its button. With
// heading "h1" it stands for a whole page.
export function failed(fault, retry, heading) {
  const title = fault.offline ? t("fault.offline_title") : fault.status === 404 ? t("fault.missing_title") : t("fault.title");
  return html`<div class="state state-failed" role="alert">
    ${icon(fault.offline ? "wifi-off" : "triangle-alert", "icon-large")}
    ${heading ? html`<h1 class="state-title">${title}</h1>` : html`<p class="state-title">${title}</p>`}
    <p>${fault.message}</p>
    ${retry ? html`<button type="button" class="button quiet" @click=${retry}>${icon("refresh-cw")} ${t("action.retry")}</button>` : nothing}
  </div>`;
}
