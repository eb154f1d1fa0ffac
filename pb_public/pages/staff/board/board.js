// The board of the office ("cyber monitor"): what residents reported and what
// waits, live. It names nobody, so that it can hang on the wall.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { time } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { failed, loading } from "ui/states.js";
import { counters, today, weeks } from "pages/staff/board/numbers.js";
import { heat } from "pages/staff/board/heat.js";
import { oldest } from "pages/staff/board/oldest.js";
import { shelves, units } from "pages/staff/board/fresh.js";
import { wall } from "pages/staff/board/wall.js";

const topic = "reports_board";
const again = 60_000; // ms: the clock alone turns a report red

export function open(view) {
  const state = { board: null, fault: null, live: false, lost: false };
  const draw = () => view.show(t("staff_board.title"), page(state, screen, load));
  const screen = wall(draw);
  let busy = false;
  let missed = false;
  async function load() {
    if (busy) { missed = true; return; }
    busy = true;
    try {
      state.board = await pb.send("/api/reports/board", {});
      Object.assign(state, { fault: null, lost: false });
    } catch (err) {
      const fault = readFault(err);
      if (state.board && fault.offline) state.lost = true; // what stands there stays, and says how old it is
      else state.fault = fault;
    }
    busy = false;
    if (!view.open) return;
    draw();
    if (missed) { missed = false; load(); }
  }
  draw();
  load();
  const timer = setInterval(load, again);
  const watch = setInterval(() => {
    const live = pb.realtime.isConnected;
    if (live !== state.live) { state.live = live; draw(); }
  }, 2000);
  const stop = pb.realtime.subscribe(topic, load).catch(() => null);
  const off = () => { state.lost = true; draw(); };
  addEventListener("offline", off);
  addEventListener("online", load);
  return () => {
    clearInterval(timer);
    clearInterval(watch);
    removeEventListener("offline", off);
    removeEventListener("online", load);
    screen.leave();
    stop.then((unsubscribe) => unsubscribe?.()).catch(() => {});
  };
}

function page({ board, fault, live, lost }, screen, load) {
  return html`<div class="page wide board ${screen.classes}"><div class="board-head"><h1>${t("staff_board.title")}</h1>
    ${board ? age(board, live, lost) : ""}${screen.buttons()}</div>
    ${fault ? failed(fault, load) : board ? html`${counters(board)}${screen.panels([
      heat(board), oldest(board, screen.on), html`<div class="board-two">${units(board)}${shelves(board)}</div>`, html`<div class="board-two">${today(board)}${weeks(board)}</div>`,
    ])}` : loading()}</div>`;
}

// age is honest about a lost connection: a board on a wall is believed.
function age({ at }, live, lost) {
  if (lost) return html`<p class="board-age lost" role="status">${icon("wifi-off")} ${t("staff_board.lost", { time: time(at) })}</p>`;
  return html`<p class="board-age">${icon(live ? "circle-check" : "clock")} ${t(live ? "staff_board.live" : "staff_board.each_minute", { time: time(at) })}</p>`;
}
