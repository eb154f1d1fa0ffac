// The entries as a table; on a phone each is a card.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { when } from "app/dates.js";
import { receiptCode } from "pages/requests/code.js";

const whom = (item) => item.resident_name || (item.resident ? t("desk.trail.gone") : item.hamlets ? t("desk.trail.hamlets") : t("desk.trail.everybody"));

export const trailRows = (items) => html`<table class="trail-table"><caption class="unseen">${t("desk.trail.title")}</caption>
  <thead><tr><th scope="col">${t("desk.trail.at")}</th><th scope="col">${t("desk.trail.actor")}</th><th scope="col">${t("desk.trail.did")}</th>
    <th scope="col">${t("desk.trail.whom")}</th><th scope="col">${t("desk.trail.why")}</th></tr></thead>
  <tbody>${items.map(row)}</tbody></table>`;

function row(item) {
  return html`<tr><td class="trail-at">${when(item.at)}<span class="small soft">${t("desk.trail.number", { n: item.seq })}</span></td>
    <th scope="row">${item.actor_name}<span class="small soft">${item.actor_title}</span></th>
    <td>${t(`desk.trail.what.${item.what}`)}</td>
    <td>${whom(item)}${item.count ? html`<span class="small soft">${count("desk.trail.people", item.count)}</span>` : nothing}</td>
    <td>${t(`desk.trail.purpose.${item.purpose}`)}${item.code ? html` <span class="code">${receiptCode(item.code)}</span>` : nothing}
      ${item.note ? html`<span class="small soft">${item.note}</span>` : nothing}</td></tr>`;
}
