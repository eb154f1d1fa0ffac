// The events of a request as a story, and the steps that are still to come.
import { html, nothing } from "lit-html";
import { t, x, has } from "app/i18n.js";
import { when } from "app/dates.js";
import { roleName } from "pages/services/steps.js";
import { capacity, rightsNotes } from "pages/requests/capacity.js";

const icons = {
  submit: "send", approve: "check", sign: "stamp", resolve: "check", return: "undo-2", resubmit: "send",
  reject: "x", cancel: "ban", comment: "message-square", escalate: "megaphone", expire: "clock",
  forward: "send", confirm: "circle-check", reopen: "undo-2", close: "circle-check",
};
const stopping = ["reject", "cancel", "expire"];

export const reasonText = (reason) => (has(`reason.${reason}`) ? t(`reason.${reason}`) : reason);

// story takes what loadRequest returns and gives the items of ui/timeline.
export function story({ request, definition, events }) {
  return [...events.map((event) => past(event, definition)), ...toCome(request, definition)];
}

function past(event, definition) {
  const step = definition.steps?.find((one) => one.key === event.step_key);
  const who = event.actor_kind === "system" ? t("event.system") : [event.actor_name, event.actor_title, capacity(event.data?.acting)].filter(Boolean).join(", ");
  const notes = rightsNotes(event.data ?? {});
  return {
    state: stopping.includes(event.action) ? "stopped" : event.action === "return" ? "asked" : "done",
    icon: icons[event.action],
    title: titleOf(event, step, definition.kind === "report"),
    who, when: when(event.at),
    body: html`${outside(event.data ?? {})}${notes.map((note) => html`<p class="small">${note}</p>`)}${event.reason || event.note ? html`<blockquote>${event.reason ? html`<strong>${reasonText(event.reason)}</strong>${event.note ? html`<br>` : nothing}` : nothing}${event.note}</blockquote>` : nothing}`,
  };
}

function titleOf({ action }, step, report) {
  if (step && action === "approve") return report ? x(step, "name") : t("event.approve_step", { step: x(step, "name") });
  return report && action === "submit" ? t("report.sent") : t(`event.${action}`);
}

const outside = ({ outside: name, outside_number: number }) => (name ? html`<p class="small">${t(number ? "report.outside_number" : "report.outside", { name, number })}</p>` : nothing);

function toCome(request, definition) {
  const steps = definition.steps ?? [];
  if (request.status === "answered") return [{ state: "now", icon: "message-square", title: t("report.your_word"), when: t("report.closes", { when: when(request.closes_at) }) }];
  const last = definition.kind === "letter" ? t("service.step_letter") : t("service.step_done");
  if (request.status === "returned") return [{ state: "now", icon: "pencil", title: t("event.your_turn"), who: t("event.your_turn_text") }, ...ahead(steps.slice(request.step)), end(last)];
  if (!["submitted", "in_progress"].includes(request.status)) return [];
  const step = steps[request.step];
  return [
    { state: "now", icon: "hourglass", title: step ? x(step, "name") : t("status.in_progress"), who: step ? t("event.now_with", { role: roleName(step.role) }) : "",
      when: request.step_due_at ? t("event.until", { when: when(request.step_due_at) }) : "" },
    ...ahead(steps.slice(request.step + 1)), end(last),
  ];
}

const ahead = (steps) => steps.map((step) => ({ state: "next", title: x(step, "name"), who: roleName(step.role) }));
const end = (title) => ({ state: "next", icon: "flag", title });
