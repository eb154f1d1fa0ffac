// Taking a file over: what it is, a dry run, then the decision.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { button, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { field, input } from "ui/field.js";
import { toast } from "ui/notice.js";
import { stageName } from "pages/budget/words.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { check, take } from "pages/staff/budget/load.js";
import { reportPart } from "pages/staff/budget/report.js";

const stages = ["plan", "revised", "realised"];

export function importPart(state, acts) {
  const { made, errors, found } = state;
  const put = (name) => (value) => { Object.assign(made, { [name]: value }); state.found = null; acts.draw(); };
  return html`<section><h2>${t("staff_budget.import")}</h2><p class="soft">${t("staff_budget.import_text")}</p>
    <form novalidate @submit=${(event) => { event.preventDefault(); dryRun(state, acts); }}>${errorSummary(errors)}
      ${radios({ id: "stage", label: t("staff_budget.stage"), value: made.stage, error: errors.stage, onchange: put("stage"),
        options: stages.map((stage) => ({ value: stage, label: stageName(stage), hint: t(`staff_budget.stage.${stage}`) })) })}
      ${input({ id: "import-year", label: t("staff_budget.year"), inputmode: "numeric", maxlength: 4, width: "short", value: made.year, error: errors.year, oninput: put("year") })}
      ${field({ id: "file", label: t("staff_budget.file"), hint: t("staff_budget.file_hint"), error: errors.file,
        control: html`<input id="file" type="file" class="input" accept=".xlsx,.xlsm,.csv,.txt" aria-describedby="file-hint" @change=${(event) => put("file")(event.target.files[0])}>` })}
      ${made.stage === "realised"
        ? dayField({ id: "as_of", label: t("staff_budget.as_of"), optional: true, value: made.as_of, error: errors.as_of, oninput: put("as_of") })
        : html`${input({ id: "decree", label: t("staff_budget.decree"), hint: t("staff_budget.decree_hint"), optional: true, maxlength: 120, value: made.decree, error: errors.decree, oninput: put("decree") })}
          ${dayField({ id: "decree_on", label: t("staff_budget.decree_on"), optional: true, value: made.decree_on, error: errors.decree_on, oninput: put("decree_on") })}`}
      <div class="actions">${submit(t("staff_budget.check"), state.busy === "check", "search")}</div></form>
    <div id="found" tabindex="-1">${found ? html`${reportPart(found)}${decide(state, acts)}` : nothing}</div></section>`;
}

function decide(state, acts) {
  const { found, busy } = state;
  if (!found.refused) return html`<div class="actions">${button({ label: t("staff_budget.do", { stage: stageName(found.stage), year: found.year }), name: "check", busy: busy === "take", onclick: () => taking(state, acts, false) })}</div>`;
  return found.may_draft ? html`<p>${t("staff_budget.draft_text")}</p><div class="actions">${button({ label: t("staff_budget.draft"), kind: "quiet", name: "pencil", busy: busy === "take", onclick: () => taking(state, acts, true) })}</div>` : nothing;
}

const sent = ({ made }) => ({ ...made, decree_on: typedDay(made.decree_on), as_of: typedDay(made.as_of) });

async function dryRun(state, acts) {
  if (state.busy) return;
  if (!state.made.file) {
    Object.assign(state, { errors: { file: t("staff_budget.file_missing") }, found: null });
    acts.draw();
    return focusErrors();
  }
  Object.assign(state, { busy: "check", errors: {}, found: null });
  acts.draw();
  try {
    state.found = await check(sent(state));
  } catch (err) {
    state.errors = said(readFault(err));
  }
  state.busy = "";
  acts.draw();
  if (state.found) document.getElementById("found").focus();
  else focusErrors();
}

async function taking(state, acts, draft) {
  Object.assign(state, { busy: "take", errors: {} });
  acts.draw();
  try {
    const report = await take(sent(state), draft);
    Object.assign(state, { found: null, year: report.year, corrections: null, made: { stage: state.made.stage, year: String(report.year) } });
    document.getElementById("file").value = "";
    toast(t("staff_budget.done", { stage: stageName(report.stage), year: report.year, n: report.number }));
  } catch (err) {
    state.errors = said(readFault(err));
  }
  state.busy = "";
  await acts.load();
  if (Object.keys(state.errors).length) focusErrors();
  else window.scrollTo(0, 0);
}

// said puts a fault at its field; the year's field has another id.
function said({ fields, message }) {
  const { year, ...rest } = fields;
  const named = { ...rest, ...year && { "import-year": year } };
  return Object.keys(named).length ? named : { file: message };
}
