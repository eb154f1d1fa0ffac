// What happened to a report, in words for everybody: when, never by whom.
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { timeline } from "ui/timeline.js";

const ended = { done: "circle-check", refused: "ban", duplicate: "users" };

export function happened(report) {
  const { state } = report;
  const open = ["new", "handling", "forwarded"].includes(state);
  const late = report.colour === "red";
  return timeline([
    { state: "done", icon: "send", title: t("report_feed.was.filed"), when: when(report.submitted_at) },
    report.first_answered_at
      ? { state: "done", icon: "message-square", title: t("report_feed.was.first"), when: when(report.first_answered_at) }
      : open && { state: "now", icon: "clock", title: t("report_feed.was.waits_first"), when: report.first_due_at ? t(late ? "report_feed.was_due" : "report_feed.by", { when: when(report.first_due_at) }) : "" },
    report.forwarded_to && { state: "done", icon: "send", title: t("report_feed.forwarded_to", { name: report.forwarded_to }) },
    report.reopened && { state: "asked", icon: "refresh-cw", title: t("report_feed.was.reopened") },
    report.answered_at && { state: "done", icon: "message-square", title: t("report_feed.was.answered"), when: when(report.answered_at) },
    open && report.first_answered_at && { state: "now", icon: "hourglass", title: t("report_feed.was.handled"), when: report.due_at ? t(late ? "report_feed.was_due" : "report_feed.by", { when: when(report.due_at) }) : "" },
    state === "answered" && { state: "now", icon: "clock", title: t("report_feed.was.waits_reply") },
    ended[state] && { state: state === "done" ? "done" : "stopped", icon: ended[state], title: t(`report_feed.state.${state}`), when: report.closed_at ? when(report.closed_at) : "" },
  ].filter(Boolean));
}
