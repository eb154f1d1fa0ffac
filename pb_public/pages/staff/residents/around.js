// What the office has on a person beside the register: their family, what they
// asked for, what happened.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day, shortDate } from "app/dates.js";
import { badge, statusBadge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { labelOf } from "pages/staff/residents/reference.js";
import { kindName } from "pages/staff/population/words.js";

export const around = ({ resident, household, requests, events }, tables) => html`
  ${household.length ? part("household", t("desk.case.household"), household.map((member) => line({
    href: member.id === resident.id ? "" : `/petugas/warga/${member.id}`, title: member.name,
    text: [labelOf(tables, "family_role", member.family_role), day(member.birth_date)],
    mark: member.life_status === "hidup" ? nothing : badge("calm", labelOf(tables, "life_status", member.life_status)),
  }))) : nothing}
  ${requests?.length ? part("requests", t("reg.card.requests"), requests.map((request) => line({
    href: `/petugas/permohonan/${request.id}`, title: x(request, "service_name"),
    text: [request.code, shortDate(request.submitted_at)], mark: statusBadge(request.status),
  }))) : nothing}
  ${events?.length ? part("events", t("reg.card.events"), events.map((event) => line({
    href: `/petugas/kependudukan/peristiwa/${event.id}`, title: kindName(event.kind), text: [day(event.event_date)], mark: nothing,
  }))) : nothing}`;

const part = (key, title, lines) => html`<section class="card" aria-labelledby="around-${key}"><h2 id="around-${key}">${title}</h2>
  <ul class="rows flat">${lines.map((one) => html`<li>${one}</li>`)}</ul></section>`;

function line({ href, title, text, mark }) {
  const words = html`<span class="row-link-text"><span class="row-link-title">${title}</span>
    <span class="small soft">${text.filter(Boolean).join(" · ")}</span></span><span class="person-marks">${mark}</span>`;
  return href ? html`<a class="row-link" href=${href}>${words}${icon("chevron-right")}</a>` : html`<div class="row-link here">${words}</div>`;
}
