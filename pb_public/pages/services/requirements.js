// The documents a service asks for, and when.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { answerText } from "app/definition.js";

export function requirementList(service) {
  const list = service.requirements ?? [];
  if (!list.length) return html`<p>${icon("circle-check")} ${t("service.needs_nothing")}</p>`;
  return html`<ul class="needs">${list.map((requirement) => html`<li>${icon("paperclip")}<div>
    <strong>${x(requirement, "name")}</strong>${requirement.optional ? html` <span class="optional">${t("field.optional")}</span>` : nothing}
    ${requirement.note ? html`<p class="small soft">${x(requirement, "note")}</p>` : nothing}
    ${(requirement.when ?? []).map((condition) => html`<p class="small soft">${onlyIf(service, condition)}</p>`)}</div></li>`)}</ul>
    <p class="small soft">${t("service.files")}</p>`;
}

// onlyIf words a condition with the question it is about.
function onlyIf(service, { field: key, is, not, filled }) {
  const field = (service.form ?? []).flatMap((page) => page.fields).find((one) => one.key === key);
  if (!field) return "";
  const question = x(field, "label");
  const answers = (values) => values.map((value) => answerText(field, field.type === "yesno" ? value === "yes" : field.type === "choices" ? [value] : value)).join(", ");
  if (is?.length) return t("service.only_if", { question, answer: answers(is) });
  if (not?.length) return t("service.only_if_not", { question, answer: answers(not) });
  return t(filled ? "service.only_if_filled" : "service.only_if_empty", { question });
}
