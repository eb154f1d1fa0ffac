// A list of label and value, with a way to change a line where there is one.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";

// facts takes [{ label, value, change?: href or function }]; empty values are left out.
export function facts(lines) {
  return html`<dl class="facts">${lines.filter((line) => line.value !== "" && line.value != null).map((line) => html`
    <div><dt>${line.label}</dt><dd>${line.value}</dd>${line.change ? html`<dd class="facts-change">${change(line)}</dd>` : nothing}</div>`)}</dl>`;
}

function change({ label, change }) {
  const words = html`${t("action.change")}<span class="unseen"> ${label}</span>`;
  return typeof change === "string" ? html`<a href=${change}>${words}</a>`
    : html`<button type="button" class="link" @click=${change}>${words}</button>`;
}
