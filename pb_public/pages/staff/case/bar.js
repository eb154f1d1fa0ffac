// The actions that the server accepts from this officer now, and no others. The
// step's own action stands out; the bar stays in reach of the thumb.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

const looks = {
  approve: ["check", "first"], sign: ["stamp", "first"], resolve: ["check", "first"], confirm: ["circle-check", "quiet"], reopen: ["undo-2", "quiet"], forward: ["send", "quiet"], resubmit: ["pencil", "first"],
  return: ["undo-2", "quiet"], reject: ["x", "quiet danger"], comment: ["message-square", "quiet"], cancel: ["ban", "quiet danger"],
};

export const actionName = (action, report = false) => ((report && reportNames()[action]) || ({
  approve: t("desk.act.approve"), sign: t("desk.act.sign"), resolve: t("desk.act.resolve"), resubmit: t("desk.act.resubmit"),
  return: t("desk.act.return"), reject: t("desk.act.reject"), comment: t("desk.act.comment"), cancel: t("desk.act.cancel"),
})[action]) ?? action;

// reportNames are what the actions are called on a report.
const reportNames = () => ({ approve: t("report.act.first"), resolve: t("report.act.resolve"), forward: t("report.act.forward"),
  confirm: t("report.confirm"), reopen: t("report.reopen") });

export function actionBar({ actions, request }, act) {
  const known = actions.filter(({ action }) => looks[action]);
  if (!known.length) return nothing;
  return html`<div class="case-bar no-print" role="group" aria-label=${t("desk.act.bar")}>${known.map(({ action }) => one(action, request, act))}</div>`;
}

function one(action, request, act) {
  const [name, kind] = looks[action];
  if (action === "resubmit") return html`<a class="button ${kind}" href="/petugas/permohonan/${request.id}/perbaiki">${icon(name)} ${actionName(action)}</a>`;
  return html`<button type="button" class="button ${kind}" @click=${() => act(action)}>${icon(name)} ${actionName(action, request.kind === "report")}</button>`;
}
