// What every page of a filing has around it: the way back, the service, how far.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { backLink } from "ui/button.js";
import { notice } from "ui/notice.js";

export function framed({ filing, before, name, step, steps }, content) {
  return html`<div class="page filing">${backLink(before)}
    <p class="filing-where"><strong>${name}</strong> <span class="soft">${t("filing.step", { step, steps })}</span></p>
    <progress class="filing-progress" max=${steps} value=${step} aria-label=${t("filing.step", { step, steps })}></progress>
    ${filing.kept ? nothing : notice("warn", t("filing.unkept"))}
    ${content}</div>`;
}
