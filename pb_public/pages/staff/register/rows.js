// The lines of the register, and what can be done with a letter.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { officer } from "app/staff_session.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { openFile } from "pages/staff/open_file.js";
import { revoke } from "pages/staff/register/revoke.js";

const looks = { valid: ["good", "circle-check"], revoked: ["bad", "file-x"], replaced: ["warn", "refresh-cw"], expired: ["calm", "file-clock"] };

const stateName = (state) => ({ valid: t("desk.letters.valid"), revoked: t("desk.letters.revoked"), replaced: t("desk.letters.replaced"), expired: t("desk.letters.expired") })[state] ?? state;

// letterRows takes the items of /api/letters/register; changed is called when
// one was revoked or replaced.
export function letterRows(items, changed) {
  const mayRevoke = ["village_head", "secretary"].includes(officer.get().role);
  return html`<table class="letters"><caption class="unseen">${t("desk.letters.title")}</caption>
    <thead><tr><th scope="col">${t("desk.letters.number")}</th><th scope="col">${t("desk.letters.letter")}</th><th scope="col">${t("desk.letters.holder")}</th>
      <th scope="col">${t("desk.letters.issued")}</th><th scope="col">${t("desk.letters.state")}</th><th scope="col" class="no-print"><span class="unseen">${t("desk.letters.acts")}</span></th></tr></thead>
    <tbody>${items.map((item) => row(item, mayRevoke, changed))}</tbody></table>`;
}

function row(item, mayRevoke, changed) {
  const [kind, name] = looks[item.state] ?? ["calm", "info"];
  const open = ["valid", "expired"].includes(item.state);
  return html`<tr class=${item.state}><th scope="row"><span class="letter-number">${item.number}</span></th>
    <td>${item.title}</td><td>${item.holder_name}</td>
    <td>${day(item.issued_on)}<span class="small soft">${item.signer_name}</span></td>
    <td>${badge(kind, stateName(item.state), name)}${item.reason ? html`<span class="small soft">${item.reason}</span>` : nothing}</td>
    <td class="letter-acts no-print">
      <button type="button" class="button quiet small" @click=${() => openFile({ id: item.id, collectionName: "letters" }, item.file)}>${icon("external-link")} ${t("desk.letters.pdf")}<span class="unseen"> ${item.number}</span></button>
      ${mayRevoke && open ? html`<button type="button" class="button quiet danger small" @click=${async () => { if (await revoke(item)) changed(); }}>${icon("file-x")} ${t("desk.letters.revoke")}<span class="unseen"> ${item.number}</span></button>` : nothing}</td></tr>`;
}
