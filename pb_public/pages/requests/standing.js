// Where a request stands, in one box: the letter, what I must do, or who is
// working on it and until when.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { fileURL } from "app/api.js";
import { readFault } from "app/fault.js";
import { day, when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { askedToMend } from "pages/requests/load.js";
import { reasonText } from "pages/requests/story.js";
import { roleName } from "pages/services/steps.js";

export function standing({ request, definition, events, letter, report }) {
  switch (request.status) {
    case "completed": return request.kind === "report" ? answered(request, events) : letter ? letterBox(letter) : notice("good", t("standing.done"));
    case "returned": return returned(request, events);
    case "rejected": return mergedInto(report) ?? notice("bad", t("standing.rejected"), why(events, "reject", t("standing.rejected_next")));
    case "answered": return answered(request, events);
    case "cancelled": return notice("info", t("standing.cancelled"), html`<p>${t("standing.cancelled_next")}</p>`);
    case "expired": return notice("warn", t("standing.expired"), html`<p>${t("standing.expired_next")}</p>`);
    default: return working(request, definition);
  }
}

function working(request, definition) {
  const step = definition.steps?.[request.step];
  return notice("info", step ? t("standing.working", { step: x(step, "name") }) : t("status.in_progress"), html`
    ${step ? html`<p>${t("standing.with", { role: roleName(step.role) })}</p>` : nothing}
    ${request.due_at ? html`<p>${t("standing.due", { when: when(request.due_at) })}</p>` : nothing}
    ${request.escalated ? html`<p>${t("standing.escalated")}</p>` : nothing}
    <p>${t("standing.nothing_to_do")}</p>`);
}

// answered shows what the office answered; who reported has the last word.
function answered(request, events) {
  const last = events.filter((event) => event.action === "resolve").at(-1);
  return notice("good", t(request.closed_at ? "standing.report_done" : "standing.answered"), html`
    ${last?.note ? html`<blockquote class="pre">${last.note}</blockquote>` : nothing}
    ${last ? html`<p class="small">${t("standing.by", { name: last.actor_name, title: last.actor_title })}</p>` : nothing}
    ${last?.data?.no_photo ? html`<p class="small">${t("report.no_photo", { why: last.data.no_photo })}</p>` : nothing}
    ${request.closed_at ? nothing : html`<p>${t(request.reopened ? "standing.answered_again" : "standing.answered_next", { when: when(request.closes_at) })}</p>`}`);
}

const mergedInto = (report) => (report?.merged_into_code ? notice("info", t("standing.merged"), html`<p>${t("standing.merged_text")}
  <a href="/laporan/${report.merged_into_code}">${t("standing.merged_open")}</a></p>`) : null);

function returned(request, events) {
  return notice("warn", t("standing.returned"), html`${why(events, "return")}
    <p>${t("standing.returned_clock")}</p>
    <p><a class="button" href="/permohonan/${request.id}/perbaiki">${icon("pencil")} ${t("standing.mend")}</a></p>`);
}

function why(events, action, next) {
  const last = events.filter((event) => event.action === action).at(-1);
  if (!last) return nothing;
  const { note, reason } = action === "return" ? askedToMend(events) : last;
  return html`${reason ? html`<p><strong>${reasonText(reason)}</strong></p>` : nothing}
    ${note ? html`<blockquote class="pre">${note}</blockquote>` : nothing}
    <p class="small">${t("standing.by", { name: last.actor_name, title: last.actor_title })}</p>${next ? html`<p>${next}</p>` : nothing}`;
}

function letterBox(letter) {
  return html`<section class="card letter" aria-labelledby="letter">
    <h2 id="letter">${icon("file-check")} ${t("letter.ready")}</h2>
    <p><strong>${x(letter, "title")}</strong><br>${t("letter.number", { number: letter.number })}<br>
      ${t("letter.signed", { name: letter.signer_name, title: letter.signer_title, day: day(letter.issued_on) })}
      ${letter.valid_until ? html`<br>${t("letter.valid_until", { day: day(letter.valid_until) })}` : nothing}</p>
    <div class="actions"><button type="button" class="button" @click=${() => download(letter)}>${icon("download")} ${t("letter.download")}</button>
      <a class="button quiet" href="/v/${letter.code}#${letter.payload}">${icon("shield-check")} ${t("letter.check")}</a></div>
    <p class="small soft">${t("letter.use")}</p></section>`;
}

// The address of a protected file is good for two minutes, so it is asked for
// when it is needed.
async function download(letter) {
  try {
    location.assign(await fileURL(letter, letter.pdf, { download: "1" }));
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
}
