// What the village does with people's data, in plain words (UU 27/2022), and the
// ways to one's own rights.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { office, officeName } from "app/office.js";
import { rightsWays } from "pages/privacy/ways.js";

const before = ["what", "why", "who"];
const after = ["device", "rights"];

// What the schedule says of, and the office's field with its days.
const kept = ["uploads", "rejected", "requests", "audit", "registrations", "information", "aid", "comments", "notices"];

export function open(view) {
  const draw = () => view.show(t("privacy.title"), html`<div class="page"><h1>${t("privacy.title")}</h1>
    <p class="lead">${t("privacy.lead", { office: officeName() })}</p>
    <h2>${t("rights.ways")}</h2>${rightsWays()}
    ${before.map(part)}
    <h2>${t("privacy.how_long")}</h2>${schedule(office.get())}
    ${after.map(part)}
    <h2>${t("privacy.contact")}</h2>${contact(office.get())}</div>`);
  draw();
  return office.watch(draw);
}

const part = (name) => html`<h2>${t(`privacy.${name}`)}</h2><p>${t(`privacy.${name}_text`)}</p>`;

function schedule(record) {
  const days = (n) => (n ? t("privacy.days", { n }) : t("privacy.ever")); // 1.825 days are not two of them
  return html`<ul><li>${t("privacy.keep_letters")}</li>
    ${record ? kept.map((one) => html`<li>${t(`privacy.keep_${one}`, { days: days(record[`keep_${one}_days`]) })}</li>`) : nothing}</ul>
    <p>${record ? t(record.retention_on ? "privacy.keep_on" : "privacy.keep_off") : nothing} ${t("privacy.keep_wallet")} ${t("privacy.keep_backups")}</p>`;
}

const contact = (record) => html`${record?.privacy_contact ? html`<p>${t("privacy.officer", { name: record.privacy_contact })}</p>` : nothing}
  <p class="pre">${t("privacy.contact_text", { phone: record?.phone || "–", email: record?.email || "–", address: record?.address || "–" })}</p>`;
