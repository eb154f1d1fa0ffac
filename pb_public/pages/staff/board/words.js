// How long ago, and how long still, in one word or two.
import { t } from "app/i18n.js";
import { moment } from "app/dates.js";
import { sign } from "pages/reports/feed_standing.js";
import { icon } from "ui/icon.js";
import { html } from "lit-html";

const span = (ms) => {
  const minutes = Math.max(0, Math.round(Math.abs(ms) / 60_000));
  if (minutes < 60) return t("staff_board.minutes", { n: minutes });
  if (minutes < 48 * 60) return t("staff_board.hours", { n: Math.round(minutes / 60) });
  return t("staff_board.days", { n: Math.round(minutes / 1440) });
};

export const ago = (text) => (text ? t("staff_board.ago", { span: span(Date.now() - moment(text)) }) : t("staff_board.never"));
export const aged = (text) => span(Date.now() - moment(text));

// clock says what a due time means now.
export function clock(due) {
  const left = moment(due) - Date.now();
  return left < 0 ? t("staff_board.over", { span: span(left) }) : t("staff_board.left", { span: span(left) });
}

// tally is a number with its sign, and its word for those who hear it.
export const tally = (colour, n) => html`<span class="tally ${colour}">${icon(sign(colour))}<span>${n}</span><span class="unseen"> ${t(`staff_board.colour.${colour}`)}</span></span>`;
