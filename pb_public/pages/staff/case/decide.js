// Deciding: a dialog for what the action asks, then one event. What was typed is
// kept until the server has accepted it.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { expectOwn } from "app/staff_live.js";
import { openDialog, ask } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { button, submit } from "ui/button.js";
import { select, textarea } from "ui/field.js";
import { capacity } from "pages/requests/capacity.js";
import { reasonText } from "pages/requests/story.js";
import { actionName } from "pages/staff/case/bar.js";
import { mendPart } from "pages/staff/case/mend_part.js";
import { isReport, reportAbout, reportData, reportDraft, reportFields, reportMissing, reportTitle } from "pages/staff/case/report_ask.js";
import { signSummary } from "pages/staff/case/sign_summary.js";

const drafts = new Map(); // "request:action" -> { note, reason, fields, attachments }

// send posts one decision; version is that of what the officer was looking at.
export function send(request, action, version, more = {}) {
  expectOwn(request);
  return pb.collection("request_events").create({ request, action, after: version, ...more });
}

// decide asks what is needed and sends it: "done", "decided" (somebody else was
// faster, reload) or undefined (the officer changed their mind).
export function decide(file, action) {
  const key = `${file.request.id}:${action}`;
  const draft = drafts.get(key) ?? { note: "", reason: "", fields: [], attachments: [], ...reportDraft(file) };
  drafts.set(key, draft);
  const asked = file.actions.find((one) => one.action === action);
  const state = { errors: {}, busy: false };
  return openDialog(isReport(file) && reportTitle(action) || title(action), (close, redraw) => form(file, asked, draft, state, redraw, close, async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = { ...missing(asked, draft), ...(isReport(file) && reportMissing(file, action, draft)) };
    redraw();
    if (!Object.keys(state.errors).length && (action !== "reject" || await sure(file))) {
      state.busy = true;
      redraw();
      try {
        await send(file.request.id, action, file.version, { ...parts(asked, draft), ...(isReport(file) && action !== "return" && { data: reportData(action, draft) }) });
        drafts.delete(key);
        return close("done");
      } catch (err) {
        const fault = readFault(err);
        if (fault.key === "request.decided") return close("decided");
        state.errors = Object.keys(fault.fields).length ? fault.fields : { note: fault.message };
      }
      state.busy = false;
    }
    redraw();
    focusErrors();
  }), action === "return" ? "wide" : "");
}

function title(action) {
  switch (action) {
    case "approve": return t("desk.ask.approve");
    case "sign": return t("desk.ask.sign");
    case "resolve": return t("desk.ask.resolve");
    case "return": return t("desk.ask.return");
    case "reject": return t("desk.ask.reject");
    case "comment": return t("desk.ask.comment");
    default: return t("desk.ask.cancel");
  }
}

function missing({ note, reasons }, draft) {
  const errors = {};
  if (reasons?.length && !draft.reason) errors.reason = t("desk.ask.reason_missing");
  if (note === "required" && !draft.note.trim()) errors.note = t("desk.ask.note_missing");
  return errors;
}

const parts = ({ action, reasons }, { note, reason, fields, attachments }) => ({
  note: note.trim(), ...(reasons?.length && { reason }), ...(action === "return" && { data: { fields, attachments } }),
});

const sure = (file) => ask({ title: t("desk.ask.reject_sure"), confirm: t("desk.ask.reject_yes"), danger: true,
  body: html`<p>${t("desk.ask.reject_text", { name: file.request.applicant_name, service: x(file.request, "service_name") })}</p>` });

function form(file, asked, draft, state, redraw, close, sendIt) {
  const { action } = asked;
  return html`<form novalidate @submit=${sendIt}>${errorSummary(state.errors)}
    ${action === "sign" ? signSummary(file) : html`<p>${isReport(file) && reportAbout(action) || about(action, file)}${decides(action, file)}</p>`}
    ${["approve", "sign"].includes(action) ? warned(file) : nothing}
    ${asked.reasons?.length ? select({ id: "reason", label: t("desk.ask.reason"), value: draft.reason, error: state.errors.reason,
      options: [{ value: "", label: t("desk.ask.choose") }, ...asked.reasons.map((value) => ({ value, label: reasonText(value) }))],
      onchange: (value) => { draft.reason = value; redraw(); } }) : nothing}
    ${asked.note === "none" ? nothing : textarea({ id: "note", label: isReport(file) && action !== "comment" ? t("report.ask.note") : noteLabel(action), hint: isReport(file) ? "" : noteHint(action), rows: 3, maxlength: 2000,
      optional: asked.note !== "required", value: draft.note, error: state.errors.note, oninput: (value) => { draft.note = value; } })}
    ${isReport(file) ? reportFields(file, action, draft, state.errors, redraw) : nothing}
    ${action === "return" ? mendPart(file, draft, redraw) : nothing}
    <div class="actions">${submit(actionName(action, isReport(file)), state.busy, action === "sign" ? "stamp" : undefined)}
      ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
}

// decides says in whose place, where it is not the officer's own.
const decides = (action, { acting }) => (acting && ["approve", "resolve", "return", "reject"].includes(action)
  ? html` <strong>${t("delegations.decide_as", { capacity: capacity(acting) })}</strong>` : nothing);

function about(action, { request }) {
  const params = { name: request.applicant_name, service: x(request, "service_name") };
  switch (action) {
    case "approve": return t("desk.about.approve", params);
    case "resolve": return t("desk.about.resolve", params);
    case "return": return t("desk.about.return", params);
    case "reject": return t("desk.about.reject", params);
    case "comment": return t("desk.about.comment", params);
    default: return t("desk.about.cancel", params);
  }
}

const noteLabel = (action) => (action === "return" || action === "reject" ? t("desk.ask.note_applicant") : action === "comment" ? t("desk.ask.comment_text") : t("desk.ask.note"));
const noteHint = (action) => (action === "return" ? t("desk.ask.note_hint_return") : action === "reject" ? t("desk.ask.note_hint_reject") : "");

const warned = ({ warnings }) => (warnings.length ? html`<div class="warned"><p><strong>${t("desk.ask.warned")}</strong></p>
  <ul>${warnings.map((text) => html`<li>${text}</li>`)}</ul></div>` : nothing);
