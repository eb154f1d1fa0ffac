// Until when an answer is due; overdue in red, and in words.
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { badge } from "ui/badge.js";

export function dueBadge({ state, overdue, due_at }) {
  if (state === "accepted") return badge("good", t("desk.rights.state_accepted"), "circle-check");
  if (state === "refused") return badge("calm", t("desk.rights.state_refused"), "circle-x");
  if (state === "answered") return badge("good", t("desk.rights.state_answered"), "circle-check");
  return overdue ? badge("bad", t("desk.rights.overdue", { when: when(due_at) }), "triangle-alert")
    : badge("warn", t("desk.rights.due", { when: when(due_at) }), "clock");
}
