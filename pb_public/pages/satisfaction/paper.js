// What papers for print have in common: the office above, the signatory below.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { pb } from "app/api.js";
import { office, officeName } from "app/office.js";
import { button } from "ui/button.js";

export const printButton = () => html`<div class="actions no-print">${button({ label: t("action.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}</div>`;

export function head(title, under = nothing) {
  const record = office.get();
  return html`<header class="paper-head">${record?.logo ? html`<img src=${pb.files.getURL(record, record.logo)} alt="" width="72" height="72">` : nothing}
    <div><p class="paper-office">${officeName()}</p><p class="small">${[record?.district, record?.regency].filter(Boolean).join(", ")}</p>
    <p class="small">${[[record?.address, record?.postcode].filter(Boolean).join(" "), record?.phone, record?.email].filter(Boolean).join(" · ")}</p></div></header>
    <h2 class="paper-title">${title}</h2>${under}`;
}

// signature leaves room for a hand; on is "YYYY-MM-DD" or "".
export function signature(on) {
  const record = office.get();
  return html`<footer class="paper-signature"><p>${[record?.name, day(on)].filter(Boolean).join(", ")}</p>
    <p>${record?.signatory_title || record?.head_title}</p><p class="paper-room"></p><p><strong>${record?.signatory || "…………………………………"}</strong></p></footer>`;
}
