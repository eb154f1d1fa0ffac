// Who has a request in hand, one after the other.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { roleTitle } from "app/office.js";
import { duration } from "app/definition.js";

export const roleName = (role) => roleTitle(role) || t(`role.${role}`);

// stepList leaves out the applicant's own step once it is done.
export function stepList(service, filed = false) {
  return html`<ol class="steps">
    ${filed ? nothing : html`<li><strong>${t("service.step_you")}</strong><p class="small soft">${t("service.step_you_text")}</p></li>`}
    ${(service.steps ?? []).map((step) => html`<li><strong>${x(step, "name")}</strong>
      <p class="small soft">${t("service.step_by", { role: roleName(step.role) })}${step.time?.amount ? html` · ${t("service.time_at_most", { duration: duration(step.time) })}` : nothing}</p></li>`)}
    <li><strong>${service.kind === "letter" ? t("service.step_letter") : t("service.step_done")}</strong>
      <p class="small soft">${service.kind === "letter" ? t("service.step_letter_text") : t("service.step_done_text")}</p></li>
  </ol>`;
}

// deciders names the last hand: who signs or resolves.
export function deciders(service) {
  const last = service.steps?.at(-1);
  return last ? roleName(last.role) : "";
}
