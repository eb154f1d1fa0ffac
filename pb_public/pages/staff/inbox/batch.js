// Deciding several requests at once, after looking through them: each is sent by
// itself, and each says how it went.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { count, t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { actionOf, chosenItems, unchoose } from "pages/staff/inbox/choice.js";
import { loadCase } from "pages/staff/case/load.js";
import { send } from "pages/staff/case/decide.js";

// decideTogether opens the review of what is chosen; it resolves when the
// officer closes it. Requests that failed stay chosen.
export function decideTogether(changed) {
  const action = actionOf();
  const lines = chosenItems().map((item) => ({ item, file: null, on: true, state: "reading", message: "" }));
  const work = { phase: "review", redraw: () => {} };
  const answer = openDialog(action === "sign" ? t("desk.batch.title_sign") : t("desk.batch.title_approve"), (close, redraw) => {
    work.redraw = redraw;
    return review(lines, action, work, close, () => sendAll(lines, action, work, changed));
  }, "wide");
  read(lines, work);
  return answer;
}

// read fetches each case, for its warnings and the version that is being decided.
async function read(lines, work) {
  for (const line of lines) {
    try {
      line.file = await loadCase(line.item.id);
      line.state = "ready";
    } catch (err) {
      Object.assign(line, { on: false, state: "failed", message: readFault(err).message });
    }
    work.redraw();
  }
}

async function sendAll(lines, action, work, changed) {
  work.phase = "sending";
  for (const line of lines.filter(({ on, state }) => on && state === "ready")) {
    line.state = "sending";
    work.redraw();
    try {
      await send(line.item.id, action, line.file.version);
      line.state = "done";
      unchoose(line.item.id);
    } catch (err) {
      Object.assign(line, { state: "failed", message: readFault(err).message });
    }
  }
  work.phase = "done";
  work.redraw();
  changed();
}

function review(lines, action, work, close, go) {
  const n = lines.filter(({ on, state }) => on && state === "ready").length;
  const done = lines.filter(({ state }) => state === "done").length;
  const reading = lines.some(({ state }) => state === "reading");
  return html`<p>${work.phase === "done" ? t("desk.batch.result", { done, of: lines.filter(({ on, state }) => on || state === "failed").length })
    : action === "sign" ? t("desk.batch.text_sign") : t("desk.batch.text_approve")}</p>
    <ul class="batch-list" aria-live="polite">${lines.map((line) => row(line, work))}</ul>
    <div class="actions">${work.phase === "done" ? button({ label: t("action.close"), onclick: () => close(true) })
      : html`${button({ label: action === "sign" ? count("desk.batch.do_sign", n) : count("desk.batch.do_approve", n), name: action === "sign" ? "stamp" : "check",
        busy: work.phase === "sending" || reading, disabled: !n, onclick: go })}
        ${work.phase === "review" ? button({ label: t("action.cancel"), kind: "quiet", onclick: () => close(false) }) : nothing}`}</div>`;
}

function row(line, work) {
  const { item, file, on, state } = line;
  const locked = work.phase !== "review" || state === "failed";
  return html`<li class=${state}><input type="checkbox" id="batch-${item.id}" .checked=${live(on)} ?disabled=${locked}
      @change=${() => { line.on = !line.on; work.redraw(); }}>
    <label for="batch-${item.id}"><strong>${item.applicant_name}</strong><span>${x(item, "service_name")}</span></label>
    <span class="batch-state">${stateOf(state, line, file)}</span></li>`;
}

function stateOf(state, line, file) {
  switch (state) {
    case "reading": return html`<span class="soft">${t("desk.batch.reading")}</span>`;
    case "sending": return html`<span class="soft">${t("action.working")}</span>`;
    case "done": return html`<span class="mark-text good">${icon("circle-check")} ${t("desk.batch.done")}</span>`;
    case "failed": return html`<span class="mark-text bad">${icon("circle-x")} ${line.message}</span>`;
    default: return file.warnings.length
      ? html`<details class="batch-warnings"><summary class="mark-text warn">${icon("triangle-alert")} ${count("desk.batch.warnings", file.warnings.length)}</summary>
          <ul>${file.warnings.map((text) => html`<li>${text}</li>`)}</ul></details>`
      : html`<span class="soft">${t("desk.batch.no_warnings")}</span>`;
  }
}
