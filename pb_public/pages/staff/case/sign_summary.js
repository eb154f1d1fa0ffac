// What a signature will bring about, said before it is given.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { span } from "app/definition.js";
import { officer } from "app/staff_session.js";
import { facts } from "ui/facts.js";

export function signSummary({ definition, resident }) {
  return html`<p>${t("desk.sign.text")}</p>${facts([
    { label: t("desk.sign.letter"), value: html`<strong>${definition.letter_title || x(definition, "name")}</strong>` },
    { label: t("desk.sign.holder"), value: resident.name },
    { label: t("desk.sign.number"), value: numberWords(definition) },
    { label: t("desk.sign.valid"), value: span(definition.validity) || t("desk.sign.valid_always") },
    { label: t("desk.sign.signer"), value: `${officer.get().name}, ${officer.get().title}` },
  ])}`;
}

// The number itself is drawn at the moment of signing; its pattern is known.
function numberWords({ number_pattern, classification_code }) {
  if (!number_pattern) return "";
  const pattern = number_pattern.replace("{code}", classification_code || "…").replace(/\{serial(:\d+)?\}/, "…").replace(/\{\w+\}/g, "…");
  return html`<span class="code">${pattern}</span><br><span class="small soft">${t("desk.sign.number_text")}</span>`;
}
