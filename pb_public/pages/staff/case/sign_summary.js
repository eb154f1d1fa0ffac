// What a signature will bring about, said before it is given.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { span } from "app/definition.js";
import { today } from "app/dates.js";
import { office } from "app/office.js";
import { officer } from "app/staff_session.js";
import { facts } from "ui/facts.js";
import { capacity } from "pages/requests/capacity.js";

export function signSummary({ definition, resident, acting }) {
  return html`<p>${t("desk.sign.text")}</p>${facts([
    { label: t("desk.sign.letter"), value: html`<strong>${definition.letter_title || x(definition, "name")}</strong>` },
    { label: t("desk.sign.holder"), value: resident.name },
    { label: t("desk.sign.number"), value: numberWords(definition) },
    { label: t("desk.sign.valid"), value: span(definition.validity) || t("desk.sign.valid_always") },
    { label: t("desk.sign.signer"), value: signer(acting) },
  ])}`;
}

// signer is who signs and, where it is not in their own post, how.
function signer(acting) {
  const { name, title } = officer.get();
  return acting ? html`<strong>${name}, ${capacity(acting)}</strong>` : `${name}, ${title}`;
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

// The running number is drawn at the moment of signing; the rest is known.
function numberWords({ number_pattern, classification_code, key }) {
  if (!number_pattern) return "";
  const [year, month] = today().split("-");
  const parts = { code: classification_code, office: office.get()?.short, service: key, month: roman[month - 1], month2: month, year };
  const number = number_pattern.replace(/\{(\w+)(:\d+)?\}/g, (_, name) => parts[name] ?? "…");
  return html`<span class="code">${number}</span><br><span class="small soft">${t("desk.sign.number_text")}</span>`;
}
