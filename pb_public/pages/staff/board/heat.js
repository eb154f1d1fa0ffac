// Where what waits: categories down, banjars across.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { office } from "app/office.js";
import { tally } from "pages/staff/board/words.js";

export function heat({ categories, hamlets, cells }) {
  if (!cells.length) return html`<section class="board-panel"><h2>${t("staff_board.heat")}</h2><p class="soft">${t("staff_board.nothing")}</p></section>`;
  const at = new Map(cells.map((cell) => [`${cell.category}|${cell.hamlet}`, cell.colours]));
  const name = (hamlet) => hamlet.name || t("staff_board.nowhere");
  return html`<section class="board-panel"><h2>${t("staff_board.heat")}</h2><p class="small soft">${t("staff_board.heat_text")}</p>
    <div class="board-scroll" tabindex="0" role="region" aria-label=${t("staff_board.heat")}><table class="board-table board-heat">
    <thead><tr><th scope="col">${t("staff_board.category")}</th>${hamlets.map((one) => html`<th scope="col">${one.name ? html`<span class="unseen">${office.get()?.hamlet_word} </span>` : ""}${name(one)}</th>`)}<th scope="col">${t("staff_board.sum")}</th></tr></thead>
    <tbody>${categories.map((one) => html`<tr><th scope="row">${x(one, "name")}</th>${hamlets.map(({ key }) => cell(at.get(`${one.key}|${key}`)))}${cell(one.colours)}</tr>`)}</tbody>
    <tfoot><tr><th scope="row">${t("staff_board.sum")}</th>${hamlets.map(({ colours }) => cell(colours))}<td></td></tr></tfoot></table></div></section>`;
}

const order = ["red", "yellow", "grey", "green"];

function cell(colours) {
  const there = order.filter((colour) => colours?.[colour]);
  return html`<td class=${there[0] ?? ""}>${there.map((colour) => tally(colour, colours[colour]))}</td>`;
}
