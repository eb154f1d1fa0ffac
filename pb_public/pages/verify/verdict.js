// The verdict: one clear word first, then what the letter says, then what was
// and what could not be checked.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { date, day, today } from "app/dates.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { facts } from "ui/facts.js";

const looks = {
  valid: ["good", "shield-check"], replaced: ["warn", "shield-alert"], expired: ["warn", "shield-alert"],
  revoked: ["bad", "shield-x"], unknown: ["bad", "shield-x"], forged: ["bad", "shield-x"],
  signed: ["info", "shield-check"], unsure: ["calm", "shield-question-mark"],
};

// stateOf puts the office's answer and the QR code's signature together. What
// the office does not know, or a QR code that was changed, is never "valid".
export function stateOf({ answer, signature, payload }) {
  if (signature === "forged") return "forged";
  if (answer && payload && signature === "signed" && answer.number && payload.number !== answer.number) return "forged";
  if (answer) return answer.state;
  if (signature !== "signed") return "unsure";
  return payload.validUntil && payload.validUntil < today() ? "expired" : "signed";
}

export function verdict(state, retry) {
  const { answer, payload, signature, fault } = state;
  const result = stateOf(state);
  const [kind, name] = looks[result];
  return html`<section class="verdict ${kind}">${icon(name, "icon-large")}<div><h2>${t(`verify.${result}`)}</h2><p>${t(`verify.${result}_text`)}</p></div></section>
    ${answer?.reason_public ? html`<p><strong>${t("verify.reason")}</strong> ${answer.reason_public}</p>` : nothing}
    ${answer?.replacement_code ? html`<p><a class="button quiet" href="/v/${answer.replacement_code}">${t("verify.replacement")}</a></p>` : nothing}
    ${answer && answer.state !== "unknown" && result !== "forged" ? fromOffice(answer) : payload && signature === "signed" ? fromCode(payload) : nothing}
    ${checks(answer, signature, fault)}
    ${fault ? html`<p>${button({ label: t("action.retry"), kind: "quiet", name: "refresh-cw", onclick: retry })}</p>` : nothing}`;
}

function fromOffice(answer) {
  return html`<section class="card"><h2>${t("verify.letter")}</h2>${facts([
    { label: t("verify.what"), value: x(answer, "title") },
    { label: t("verify.number"), value: answer.number },
    { label: t("verify.issued"), value: day(answer.issued_on) },
    { label: t("verify.until"), value: answer.valid_until ? day(answer.valid_until) : t("service.valid_always") },
    { label: t("verify.holder"), value: answer.holder },
    { label: t("verify.signer"), value: [answer.signer_name, answer.signer_title].filter(Boolean).join(", ") },
    { label: t("verify.office"), value: answer.office },
    { label: t(answer.state === "replaced" ? "verify.replaced_on" : "verify.revoked_on"), value: answer.revoked_on ? date(answer.revoked_on) : "" },
  ])}<p class="small soft">${t("verify.masked")}</p>
  <h3>${t("verify.kind")}</h3><p>${t(answer.signature_kind === "certified" ? "verify.kind_certified" : "verify.kind_office")}</p></section>`;
}

function fromCode(payload) {
  return html`<section class="card"><h2>${t("verify.in_code")}</h2>${facts([
    { label: t("verify.number"), value: payload.number },
    { label: t("verify.issued"), value: day(payload.day) },
    { label: t("verify.until"), value: payload.validUntil ? day(payload.validUntil) : t("service.valid_always") },
    { label: t("verify.holder"), value: payload.holder },
  ])}<p class="small soft">${t("verify.masked")}</p></section>`;
}

// checks says plainly what was looked at and what was not.
function checks(answer, signature, fault) {
  const lines = [
    answer ? ["check", t("verify.checked_office")] : ["minus", fault?.offline ? t("verify.unchecked_offline") : t("verify.unchecked_office", { reason: fault?.message })],
    { signed: ["check", t("verify.checked_code")], forged: ["x", t("verify.code_forged")], unknown_key: ["minus", t("verify.code_unknown_key")],
      unable: ["minus", t("verify.code_unable")], no_keys: ["minus", t("verify.code_no_keys")], none: ["minus", t("verify.code_none")] }[signature],
  ].filter(Boolean);
  return html`<section><h2>${t("verify.checks")}</h2><ul class="checks">${lines.map(([name, text]) => html`<li>${icon(name)} <span>${text}</span></li>`)}</ul></section>`;
}
