// The request on the screen, from top to bottom: what it is, what to look out
// for, who asks, what they answered beside what they attached, what happened.
import { html, nothing } from "lit-html";
import { count, t, x } from "app/i18n.js";
import { when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { backLink } from "ui/button.js";
import { badge, statusBadge } from "ui/badge.js";
import { notice } from "ui/notice.js";
import { timeline } from "ui/timeline.js";
import { roleName } from "pages/services/steps.js";
import { story } from "pages/requests/story.js";
import { receiptCode } from "pages/requests/code.js";
import { addressOf } from "pages/staff/inbox/list.js";
import { dueMark } from "pages/staff/inbox/due.js";
import { colourOf } from "pages/staff/case/load.js";
import { applicantPart } from "pages/staff/case/applicant.js";
import { answersPart } from "pages/staff/case/answers.js";
import { publicPart } from "pages/staff/case/report_public.js";
import { letterPart } from "pages/staff/case/letter.js";
import { rateLink } from "pages/staff/case/rate.js";
import { actionBar } from "pages/staff/case/bar.js";

// caseView takes the state of pages/staff/case/case.js and { load, act }.
export function caseView(state, acts) {
  const { file } = state;
  return html`<article class="desk-case">
    <div class="no-print case-back">${backLink(addressOf(), t("desk.nav.inbox"))}</div>
    ${head(file)}
    <div role="status">${state.stale ? stale(acts) : state.told ? notice("warn", state.told) : nothing}</div>
    ${secret(file)}${whoseTurn(file)}${warnings(file)}${letterPart(file)}${publicPart(file, acts.load)}
    <section aria-labelledby="applicant"><h2 id="applicant">${file.report ? t("report.reporter") : t("desk.case.applicant")}</h2>${applicantPart(file)}</section>
    <div class="case-beside">
      <section aria-labelledby="answers"><h2 id="answers">${t("desk.case.answers")}</h2>${answersPart(file)}</section>
      <section aria-labelledby="documents"><h2 id="documents">${t("desk.case.documents", { n: file.documents.length })}</h2>${state.papers.view()}</section>
    </div>
    <section aria-labelledby="history"><h2 id="history">${t("desk.case.history")}</h2>${timeline(story(file))}</section>
    ${actionBar(file, acts.act)}
  </article>`;
}

function head({ request, definition }) {
  const step = definition.steps?.[request.step];
  return html`<header class="case-head">
    <h1>${x(request, "service_name")}</h1>
    <p class="case-who">${request.applicant_name}</p>
    <p class="case-marks">${statusBadge(request.status)} ${request.waiting_for === "applicant" ? nothing : dueMark({ ...request, colour: colourOf(request) })}
      ${request.escalated ? badge("bad", t("desk.mark.escalated"), "megaphone") : nothing}
      ${request.channel === "counter" ? badge("calm", t("desk.mark.counter"), "clipboard-list") : nothing}</p>
    <p class="small soft"><span class="code">${receiptCode(request.code)}</span> · ${t("desk.case.filed", { when: when(request.submitted_at) })}
      ${request.due_at ? html`<br>${t("desk.case.promised", { when: when(request.due_at) })}` : nothing}
      ${step && request.step_key ? html`<br>${t("desk.case.step", { n: request.step + 1, of: definition.steps.length, name: x(step, "name") })}` : nothing}</p>
    ${rateLink(request)}</header>`;
}

const stale = (acts) => notice("info", t("desk.case.stale"), html`<p><button type="button" class="button quiet small" @click=${acts.load}>
  ${icon("refresh-cw")} ${t("desk.case.reload")}</button></p>`);

// Where nothing can be decided here, the page says whose turn it is.
function whoseTurn({ request, actions, own_kin: own, deciders }) {
  if (!request.waiting_for || actions.some(({ action }) => ["approve", "sign", "resolve"].includes(action))) return nothing;
  if (request.waiting_for === "applicant") return request.status === "answered"
    ? notice("info", t("report.desk.answered"), html`<p>${t("report.desk.answered_text", { when: when(request.closes_at) })}</p>`)
    : notice("info", t("desk.case.with_applicant"), html`<p>${t("desk.case.with_applicant_text")}</p>`);
  if (own) return notice("warn", t("delegations.own_kin"), html`<p>${t("delegations.own_kin_text")}</p>
    ${deciders.length ? html`<p>${t("delegations.deciders")}</p><ul>${deciders.map(({ name, title }) => html`<li>${[name, title].filter(Boolean).join(", ")}</li>`)}</ul>` : nothing}`);
  return notice("info", t("desk.case.with_role", { role: roleName(request.waiting_for) }));
}

const secret = ({ request }) => (request.confidential ? notice("warn", t("report.desk.confidential"), html`<p>${t("report.desk.confidential_text")}</p>`) : nothing);

function warnings({ warnings: list }) {
  if (!list.length) return nothing;
  return notice("warn", count("desk.case.warnings", list.length),
    html`<ul>${list.map((text) => html`<li>${text}</li>`)}</ul>`);
}
