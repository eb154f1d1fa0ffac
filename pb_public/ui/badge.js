// The state of a request or a letter: colour, icon and word, never colour alone.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

const statuses = {
  submitted: ["info", "send"],
  in_progress: ["info", "hourglass"],
  returned: ["warn", "undo-2"],
  answered: ["good", "message-square"],
  completed: ["good", "circle-check"],
  rejected: ["bad", "circle-x"],
  cancelled: ["calm", "ban"],
  expired: ["calm", "clock"],
};

// badge: kind is good, info, warn, bad or calm.
export const badge = (kind, text, name) => html`<span class="badge ${kind}">${name ? icon(name) : ""} ${text}</span>`;

export function statusBadge(status) {
  const [kind, name] = statuses[status] ?? ["calm", "info"];
  return badge(kind, t(`status.${status}`), name);
}
