// How long a promise still runs, in words, with an icon and the colour of the
// edge: never the colour alone.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { moment, when } from "app/dates.js";
import { dayMinutes, workingMinutes } from "app/staff_worktime.js";
import { icon } from "ui/icon.js";

const icons = { green: "clock", yellow: "timer", red: "circle-alert", grey: "hourglass" };

// dueMark takes a line of the inbox or a request, with its colour.
export function dueMark({ due_at, waiting_for, colour }) {
  if (waiting_for === "") return nothing;
  if (waiting_for === "applicant" || !due_at) return html`<span class="due grey">${icon("undo-2")} ${t("desk.due.applicant")}</span>`;
  return html`<span class="due ${colour}" title=${when(due_at)}>${icon(icons[colour] ?? "clock")} ${dueText(due_at)}</span>`;
}

// dueText is "sisa 3 jam kerja" or "terlambat 1 hari kerja"; the moment itself
// while the office's hours are not known.
export function dueText(due_at, now = new Date()) {
  const due = moment(due_at);
  const left = workingMinutes(now, due);
  if (left === null) return when(due_at);
  return due > now ? remaining(left) : late(-left);
}

function remaining(minutes) {
  if (minutes < 1) return t("desk.due.now");
  const [unit, n] = amount(minutes);
  if (unit === "day") return count("desk.due.left_days", n);
  return unit === "hour" ? t("desk.due.left_hours", { n }) : t("desk.due.left_minutes", { n });
}

function late(minutes) {
  if (minutes < 1) return t("desk.due.just_late");
  const [unit, n] = amount(minutes);
  if (unit === "day") return count("desk.due.late_days", n);
  return unit === "hour" ? t("desk.due.late_hours", { n }) : t("desk.due.late_minutes", { n });
}

// amount rounds down: a promise should not look longer than it is.
function amount(minutes) {
  const day = dayMinutes();
  if (minutes >= day) return ["day", Math.floor(minutes / day)];
  return minutes >= 60 ? ["hour", Math.floor(minutes / 60)] : ["minute", minutes];
}
