// Requests and drafts as rows.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { shortDate, when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { statusBadge, badge } from "ui/badge.js";
import { receiptCode } from "pages/requests/code.js";

export function requestRows(list) {
  return list.length ? html`<ul class="rows">${list.map((request) => html`<li><a class="row-link" href="/permohonan/${request.id}">
    ${icon(request.kind === "report" ? "megaphone" : "file-text")}<span class="row-link-text">
      <span class="row-link-title">${x(request, "service_name")}</span>
      ${request.relation ? html`<span class="small">${icon("users")} ${request.applicant_name}</span>` : nothing}
      <span>${statusBadge(request.status)}</span>
      <span class="small soft">${line(request)}</span></span>${icon("chevron-right")}</a></li>`)}</ul>` : nothing;
}

function line(request) {
  const code = receiptCode(request.code);
  if (request.status === "returned") return t("requests.your_turn", { code });
  if (request.status === "answered") return t("requests.answered", { code, date: shortDate(request.closes_at) });
  if (request.closed_at) return t("requests.closed_on", { code, date: shortDate(request.closed_at) });
  return request.due_at ? t("requests.due", { code, when: when(request.due_at) }) : t("requests.filed_on", { code, date: shortDate(request.submitted_at) });
}

// formOf is where a draft is filled in; some are no service's and name their own page.
const formOf = ({ service }) => (service.startsWith("/") ? service : `/ajukan/${service}`);

export function draftRows(list) {
  return list.length ? html`<ul class="rows">${list.map((draft) => html`<li><a class="row-link draft" href=${formOf(draft)}>
    ${icon("pencil")}<span class="row-link-text"><span class="row-link-title">${x(draft, "name")}</span>
      <span>${badge("warn", draft.waiting ? t("drafts.waiting") : t("drafts.unsent"), draft.waiting ? "wifi-off" : "pencil")}</span>
      <span class="small soft">${t("drafts.saved", { date: shortDate(new Date(draft.at).toISOString()) })}</span></span>${icon("chevron-right")}</a></li>`)}</ul>` : nothing;
}
