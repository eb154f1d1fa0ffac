// What has waited longest, with its two clocks.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { standing } from "pages/reports/feed_standing.js";
import { receiptCode } from "pages/requests/code.js";
import { aged, clock } from "pages/staff/board/words.js";

const onWall = 10;

export function oldest({ oldest: list, open }, wall) {
  const shown = wall ? list.slice(0, onWall) : list;
  return html`<section class="board-panel"><h2>${t("staff_board.oldest")}</h2>
    ${shown.length ? html`<ol class="board-oldest">${shown.map((one) => row(one, wall))}</ol>
      ${open > shown.length ? html`<p class="small soft">${t("staff_board.more", { n: open - shown.length })}</p>` : nothing}`
    : html`<p class="soft">${t("staff_board.nothing_open")}</p>`}</section>`;
}

function row(one, wall) {
  const name = x(one, "category_name");
  const first = one.first_answered_at ? t("staff_board.first_done") : one.first_due_at ? t("staff_board.first", { clock: clock(one.first_due_at) }) : "";
  return html`<li class="board-waiting ${one.colour}">
    <p class="board-waiting-top">${standing(one)} <strong>${wall ? name : html`<a href="/petugas/permohonan/${one.request}">${name}</a>`}</strong></p>
    <p class="small">${[one.hamlet_name, x(one, "unit_name"), one.forwarded_to].filter(Boolean).join(" · ")} <span class="code soft">${receiptCode(one.code)}</span></p>
    <p class="small soft">${[t("staff_board.waits", { span: aged(one.submitted_at) }), first, one.due_at && t("staff_board.resolve", { clock: clock(one.due_at) }),
      one.supports ? t("staff_board.supports", { n: one.supports }) : ""].filter(Boolean).join(" · ")}</p></li>`;
}
