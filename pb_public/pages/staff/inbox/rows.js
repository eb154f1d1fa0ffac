// The lines of the inbox: cards on a phone, a dense table on a desktop, narrow
// cards beside an open request. The stylesheet lays them out.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { t, x } from "app/i18n.js";
import { shortDate } from "app/dates.js";
import { icon } from "ui/icon.js";
import { statusBadge } from "ui/badge.js";
import { roleName } from "pages/services/steps.js";
import { receiptCode } from "pages/requests/code.js";
import { dueMark } from "pages/staff/inbox/due.js";

// rows takes the items, which one is open, and the choice of pages/staff/inbox/choice.js.
export function rows(items, open, choice) {
  return html`<div class="desk-head ${choice ? "with-ticks" : ""}" aria-hidden="true"><span>${t("desk.col.due")}</span><span>${t("desk.col.request")}</span>
      <span>${t("desk.col.hamlet")}</span><span>${t("desk.col.step")}</span><span>${t("desk.col.filed")}</span></div>
    <ul class="desk-rows">${repeat(items, (item) => item.id, (item) => row(item, item.id === open, choice))}</ul>`;
}

function row(item, isOpen, choice) {
  return html`<li class="desk-row ${item.colour} ${isOpen ? "open" : ""}">
    ${choice ? tick(item, choice) : nothing}
    <a class="desk-link" href="/petugas/permohonan/${item.id}" aria-current=${isOpen ? "true" : nothing}>
      <span class="cell-due">${item.waiting_for === "" ? statusBadge(item.status) : dueMark(item)}</span>
      <span class="cell-what"><strong>${item.confidential ? t("desk.confidential") : item.applicant_name}</strong><span>${x(item, "service_name")}</span>
        ${item.relation ? html`<span class="small soft">${t("desk.filed_by", { name: item.filer_name })}</span>` : nothing}</span>
      <span class="cell-hamlet">${item.hamlet_name}</span>
      <span class="cell-step">${step(item)}<span class="cell-marks">${role(item)}${marks(item)}</span></span>
      <span class="cell-filed"><span class="code">${receiptCode(item.code)}</span><span>${shortDate(item.submitted_at)}</span></span>
    </a></li>`;
}

const isAtStep = ({ waiting_for }) => waiting_for !== "" && waiting_for !== "applicant";

function step(item) {
  if (item.closed_at) return html`<span>${t("desk.closed_on", { day: shortDate(item.closed_at) })}</span>`;
  return isAtStep(item) ? html`<span>${x(item, "step_name")}</span>` : nothing;
}

const role = (item) => (isAtStep(item) ? html`<span class="step-role">${roleName(item.waiting_for)}</span>` : nothing);

function marks(item) {
  return html`${item.escalated ? html`<span class="mark-text bad">${icon("megaphone")} ${t("desk.mark.escalated")}</span>` : nothing}
    ${item.channel === "counter" ? html`<span class="mark-text">${icon("clipboard-list")} ${t("desk.mark.counter")}</span>` : nothing}`;
}

function tick(item, choice) {
  const able = choice.able(item);
  return html`<span class="tick">${able ? html`<input type="checkbox" id="tick-${item.id}" .checked=${live(choice.has(item.id))}
    aria-label=${t("desk.batch.choose", { name: item.applicant_name, service: x(item, "service_name") })} @change=${() => choice.toggle(item)}>` : nothing}</span>`;
}
