// Everything that was answered and attached, with a way to change each.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { answerText, needed } from "app/definition.js";
import { normalise } from "app/answer_check.js";
import { facts } from "ui/facts.js";
import { addressOf, places } from "pages/filing/session.js";

export function answersSummary(filing) {
  const { draft, household, service } = filing;
  const asked = places(filing).filter((place) => place.fields);
  const change = (place) => `${addressOf(filing, place)}&kembali`;
  const papers = needed(service, draft.answers);
  return html`
    <section class="card"><h2>${service.kind === "report" ? t("report.reporter") : t("check_page.applicant")}</h2>${service.kind === "report" ? reporter(filing) : applicant(filing)}</section>
    ${asked.map((place) => html`<section class="card"><h2>${x(place.page, "title")}</h2>${facts(place.fields.map((field) => ({
      label: x(field, "label"), value: shown(field, draft.answers[field.key], household), change: change(place.key) })))}</section>`)}
    ${papers.length ? html`<section class="card"><h2>${t("papers.title")}</h2>${facts(papers.map((requirement) => ({
      label: x(requirement, "name"), change: change("dokumen"),
      value: lines((draft.files[requirement.key] ?? []).map((paper) => paper.name)) ?? t("check_page.none") })))}</section>` : ""}`;
}

// applicant shows what the register says and will stand in the letter.
function applicant(filing) {
  const { draft: { person }, register } = filing;
  const resident = person ? { ...person, nik: `•••• •••• •••• ${person.nik_last4}` } : register.resident;
  if (!resident) return html`<p>${t("check_page.register_later")}</p>`;
  return html`${facts([
    { label: t("person.name"), value: resident.name, change: filing.people.length ? `${addressOf(filing, "untuk")}&kembali` : "" }, { label: t("person.nik"), value: resident.nik },
    { label: t("family.filer"), value: person ? `${register.resident?.name ?? ""} (${t(`family.relation.${person.relation}`).toLowerCase()})` : "" },
    { label: t("person.address"), value: [resident.address, resident.hamlet_name].filter(Boolean).join(", ") },
  ])}<p class="small soft">${t("check_page.register_wrong")}</p>`;
}

// reporter: a report prints nothing from the register; what counts is who may know.
const reporter = ({ draft, register }) => html`<p><strong>${register.resident?.name ?? t("check_page.register_later")}</strong></p>
  ${draft.answers.identity ? html`<p>${t(`report.identity.${draft.answers.identity}`)}</p>` : ""}`;

function shown(field, value, household) {
  const text = answerText(field, normalise(field, value), household);
  return Array.isArray(text) ? lines(text) : text || t("check_page.none");
}

const lines = (list) => (list.length ? html`${list.map((line) => html`<div>${line}</div>`)}` : null);
