// One request at the desk: loading, redrawing, and what happens after a decision.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { backLink } from "ui/button.js";
import { failed, loading } from "ui/states.js";
import { toast } from "ui/notice.js";
import { addressOf, list, nextOfMine, reload } from "pages/staff/inbox/list.js";
import { loadCase } from "pages/staff/case/load.js";
import { caseView } from "pages/staff/case/view.js";
import { documentsPart } from "pages/staff/case/documents.js";
import { isReport } from "pages/staff/case/report_ask.js";
import { setPublic } from "pages/staff/case/report_public.js";
import { loadHamlets } from "ui/place_field.js";
import { decide } from "pages/staff/case/decide.js";

// openCase returns what the desk shows of a request: { title, pane, load, moved,
// leave }. draw redraws the desk.
export function openCase(id, draw) {
  const state = { file: null, fault: null, stale: false, told: "", papers: null };
  const load = async () => {
    try {
      state.file = await loadCase(id);
      if (isReport(state.file)) loadHamlets(draw);
      state.fault = null;
      state.stale = false;
      state.papers ??= documentsPart(draw);
      state.papers.take(state.file);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const act = async (action) => {
    const outcome = await decide(state.file, action);
    if (outcome === "done" && isReport(state.file)) return afterReport(state, action, load);
    if (outcome === "done") return after(id, action, state.file, load);
    if (outcome === "decided") {
      state.told = t("desk.case.decided");
      await load();
    }
  };
  return {
    title: () => (state.file ? `${x(state.file.request, "service_name")} · ${state.file.request.applicant_name}` : t("desk.case.title")),
    pane: () => pane(state, { load, act }),
    load,
    moved() { state.stale = true; draw(); },
    leave() { state.papers?.leave(); },
  };
}

function pane(state, acts) {
  if (state.fault && !state.file) return html`<section class="desk-case">${backLink(addressOf())}${failed(state.fault, acts.load, "h1")}</section>`;
  // No heading yet: the router gives the focus to the first one that appears.
  if (!state.file) return html`<section class="desk-case">${loading()}</section>`;
  return caseView(state, acts);
}

// afterReport stays: with the first answer and with the last one goes the question
// what all may see. One that is no longer this officer's to read is left.
async function afterReport(state, action, load) {
  toast(t("report.desk.done"));
  if (list.loaded) reload();
  await load();
  if (state.fault) return go(addressOf({ tab: "mine", q: "" }));
  const { report } = state.file;
  if (["approve", "resolve"].includes(action) && report?.identity !== "handler_only" && state.file.definition.report?.publish !== "never") {
    if (await setPublic(state.file)) load();
  }
}

// after says what was done and goes on to the next request that waits for me; a
// comment stays where it is.
async function after(id, action, file, load) {
  const done = { name: file.request.applicant_name, service: x(file.request, "service_name") };
  if (action === "comment") {
    toast(t("desk.done.comment"));
    return load();
  }
  const next = await nextOfMine(id).catch(() => null);
  if (list.loaded) await reload();
  await go(next ? `/petugas/permohonan/${next.id}` : addressOf({ tab: "mine", q: "" }));
  toast(`${doneText(action, done)} ${next ? t("desk.done.next") : t("desk.done.none")}`);
}

function doneText(action, params) {
  switch (action) {
    case "approve": return t("desk.done.approve", params);
    case "sign": return t("desk.done.sign", params);
    case "resolve": return t("desk.done.resolve", params);
    case "return": return t("desk.done.return", params);
    case "reject": return t("desk.done.reject", params);
    default: return t("desk.done.cancel", params);
  }
}
