// The four counters, today's numbers and the last weeks.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { shortDate } from "app/dates.js";
import { icon } from "ui/icon.js";
import { sign } from "pages/reports/feed_standing.js";

export const counters = ({ colours }) => html`<ul class="board-counters">${["red", "yellow", "grey", "green"].map((colour) => html`
  <li class="board-counter ${colour}">${icon(sign(colour))}<strong>${colours[colour] ?? 0}</strong><span>${t(`staff_board.colour.${colour}`)}</span></li>`)}</ul>`;

export const today = ({ today: day, open }) => html`<section class="board-panel"><h2>${t("staff_board.today")}</h2><dl class="board-today">
  ${[["open", open], ["filed", day.filed], ["first", day.first_answered], ["answered", day.answered], ["closed", day.closed]].map(([key, n]) => html`
    <div><dt>${t(`staff_board.today.${key}`)}</dt><dd>${n}</dd></div>`)}</dl></section>`;

export function weeks({ weeks: list }) {
  const most = Math.max(1, ...list.flatMap(({ filed, answered }) => [filed, answered]));
  const bar = (kind, n) => html`<span class="board-bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class=${kind} width=${(100 * n) / most} height="10"/></svg><span>${n}</span></span>`;
  return html`<section class="board-panel"><h2>${t("staff_board.weeks")}</h2>
    <table class="board-table"><thead><tr><th scope="col">${t("staff_board.week")}</th><th scope="col">${t("staff_board.week.filed")}</th><th scope="col">${t("staff_board.week.answered")}</th></tr></thead>
    <tbody>${list.map(({ monday, filed, answered }) => html`<tr><th scope="row">${shortDate(monday + "T12:00:00Z")}</th><td>${bar("filed", filed)}</td><td>${bar("answered", answered)}</td></tr>`)}</tbody></table></section>`;
}
