// A decision on a proposal, with its reason, which all read.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input, select, textarea } from "ui/field.js";
import { inbox } from "pages/staff/programs/load.js";
import { supportsText } from "pages/programs/words.js";

// What was typed and not sent yet, by officer and proposal: closing the dialog
// loses nothing.
const begun = new Map();

function typed(what, fields) {
  const key = `${officer.get()?.id} ${what}`;
  if (!begun.has(key)) begun.set(key, fields);
  return begun.get(key);
}

// decide resolves to true when the proposal was decided.
export async function decide(proposal, what) {
  const others = what === "merged" ? await mergeable(proposal) : [];
  const fields = typed(`${proposal.id} ${what}`, { state: what, reason: "", year: String(Number(today().slice(0, 4)) + 1), merged_into: others[0]?.id ?? "" });
  if (what === "merged" && !others.some(({ id }) => id === fields.merged_into)) fields.merged_into = others[0]?.id ?? "";
  const state = { fields, errors: {}, busy: false };
  return openDialog(t(`staff_programs.do.${what}`), (close, redraw) => form(proposal, state, others, redraw, close));
}

async function mergeable({ id, hamlet }) {
  const [open, accepted] = await Promise.all([inbox({ hamlet, state: "open" }), inbox({ hamlet, state: "accepted" })]);
  return [...open.items, ...accepted.items].filter((one) => one.id !== id);
}

// hide resolves to true when the proposal is hidden from the public.
export function hide(proposal) {
  const state = { fields: typed(`${proposal.id} hide`, { hidden_because: "" }), errors: {}, busy: false };
  return openDialog(t("staff_programs.hide"), (close, redraw) => html`<form novalidate @submit=${(event) => send(event, proposal, state, redraw, close)}>${errorSummary(state.errors)}
    ${textarea({ id: "hidden_because", label: t("staff_programs.hide_because"), hint: t("staff_programs.hide_hint"), maxlength: 300, rows: 3, value: state.fields.hidden_because, error: state.errors.hidden_because, oninput: (value) => { state.fields.hidden_because = value; } })}
    ${ends(state, close, t("staff_programs.hide"))}</form>`);
}

function form(proposal, state, others, redraw, close) {
  const { fields, errors } = state;
  const put = (name) => (value) => { fields[name] = value; };
  if (fields.state === "merged" && !others.length) return html`<p>${t("staff_programs.merge_none")}</p><div class="actions">${button({ label: t("action.close"), kind: "quiet", onclick: () => close() })}</div>`;
  return html`<form novalidate @submit=${(event) => send(event, proposal, state, redraw, close)}>${errorSummary(errors)}
    <p>${t(`staff_programs.do.${fields.state}_text`)}</p>
    ${fields.state === "accepted" ? input({ id: "year", label: t("staff_programs.plan_year"), width: "short", inputmode: "numeric", maxlength: 4, value: fields.year, error: errors.year, oninput: put("year") }) : nothing}
    ${fields.state === "merged" ? select({ id: "merged_into", label: t("staff_programs.merge_into"), value: fields.merged_into, error: errors.merged_into, onchange: put("merged_into"),
      options: others.map((one) => ({ value: one.id, label: `${one.title} (${supportsText(one.supports)})` })) }) : nothing}
    ${fields.state === "withdrawn" ? nothing : textarea({ id: "reason", label: t("staff_programs.reason"), hint: t("staff_programs.reason_hint"), maxlength: 2000, rows: 3, value: fields.reason, error: errors.reason, oninput: put("reason") })}
    ${ends(state, close, t(`staff_programs.do.${fields.state}`))}</form>`;
}

const ends = ({ busy }, close, label) => html`<div class="actions">${button({ label, type: "submit", busy })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div>`;

async function send(event, proposal, state, redraw, close) {
  event.preventDefault();
  if (state.busy) return;
  const unsaid = "hidden_because" in state.fields && !state.fields.hidden_because.trim();
  Object.assign(state, { busy: !unsaid, errors: unsaid ? { hidden_because: t("staff_programs.hide_missing") } : {} });
  redraw();
  if (unsaid) return focusErrors();
  try {
    await pb.collection("proposals").update(proposal.id, sent(state.fields));
    begun.clear();
    return close(true);
  } catch (err) {
    const fault = readFault(err);
    state.errors = Object.keys(fault.fields).length ? fault.fields : { reason: fault.message };
  }
  state.busy = false;
  redraw();
  focusErrors();
}

// sent leaves out what the decision does not need.
const sent = ({ year, merged_into: into, ...fields }) => ({ ...fields, ...(fields.state === "accepted" && { year: Number(year) || 0 }), ...(fields.state === "merged" && { merged_into: into }) });
