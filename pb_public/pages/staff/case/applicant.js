// Who asks, as the register has them: what matters first, the rest folded away.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day, today } from "app/dates.js";
import { icon } from "ui/icon.js";
import { facts } from "ui/facts.js";
import { filedFor } from "pages/requests/relation.js";
import { householdList, personFacts } from "pages/account/register.js";
import { isAuditor } from "pages/staff/inbox/list.js";
import { dots } from "pages/staff/residents/facts.js";

export function applicantPart({ resident: known, household, request, masked }) {
  const resident = { ...known, nik: dots(known.nik), kk: dots(known.kk) };
  return html`<div class="card applicant">${request.relation ? html`<p>${icon("users")} <strong>${filedFor(request)}</strong></p>` : nothing}
    ${facts([
      { label: t("person.name"), value: html`<strong>${resident.name}</strong>` },
      { label: t("person.nik"), value: html`<span class="code">${resident.nik}</span>` },
      { label: t("person.birth"), value: birth(resident) },
      { label: t("person.address"), value: [resident.address, resident.hamlet_name].filter(Boolean).join(", ") },
    ])}
    ${masked ? html`<p class="small soft">${icon("eye-off")} ${isAuditor() ? t("desk.case.masked_auditor") : t("desk.case.masked")}</p>` : nothing}
    <details class="fold"><summary>${t("desk.case.card")}</summary>${personFacts(resident)}
      ${household.length ? html`<h3>${t("desk.case.household")}</h3>${householdList(household)}` : nothing}
      <p class="no-print"><a href="/petugas/warga/${request.resident}">${icon("id-card")} ${t("desk.case.open_card")}</a></p></details>
  </div>`;
}

function birth({ birth_place, birth_date }) {
  const born = [birth_place, day(birth_date)].filter(Boolean).join(", ");
  return birth_date ? `${born} (${t("desk.case.age", { n: ageOn(birth_date, today()) })})` : born;
}

// ageOn takes two days "YYYY-MM-DD".
export function ageOn(birth, on) {
  const had = on.slice(5) >= birth.slice(5);
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (had ? 0 : 1);
}
