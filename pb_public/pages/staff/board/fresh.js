// When each section last acted, and how fresh what the office publishes is.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { ago, tally } from "pages/staff/board/words.js";

export const units = ({ units: list }) => html`<section class="board-panel"><h2>${t("staff_board.units")}</h2>
  <table class="board-table"><thead><tr><th scope="col">${t("staff_board.unit")}</th><th scope="col">${t("staff_board.unit.open")}</th><th scope="col">${t("staff_board.unit.last")}</th></tr></thead>
  <tbody>${list.map((one) => html`<tr><th scope="row">${x(one, "name")}</th><td>${one.open} ${one.red ? tally("red", one.red) : ""}</td>
    <td>${one.last_act || one.open ? ago(one.last_act) : t("staff_board.no_work")}</td></tr>`)}</tbody></table></section>`;

export const shelves = ({ shelves: list }) => html`<section class="board-panel"><h2>${t("staff_board.fresh")}</h2>
  <table class="board-table"><thead><tr><th scope="col">${t("staff_board.shelf")}</th><th scope="col">${t("staff_board.shelf.last")}</th></tr></thead>
  <tbody>${list.map(({ key, last }) => html`<tr><th scope="row">${t(`staff_board.shelf.${key}`)}</th><td>${ago(last)}</td></tr>`)}</tbody></table></section>`;
