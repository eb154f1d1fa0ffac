// The desk: the inbox, and beside it (on a phone: in its place) the request that
// is open. Both addresses, /petugas and /petugas/permohonan/{id}, end here.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { office } from "app/office.js";
import { go } from "app/router.js";
import { moved } from "app/staff_live.js";
import { keys } from "app/staff_keys.js";
import { loadHolidays } from "app/staff_worktime.js";
import { officer } from "app/staff_session.js";
import { addressOf, forgetList, list, loadMore, peek, reload, showWaiting, tabs, turnTo } from "pages/staff/inbox/list.js";
import { choiceOver, clearChoice } from "pages/staff/inbox/choice.js";
import { inboxPane } from "pages/staff/inbox/pane.js";

const beside = matchMedia("(min-width: 1100px)");
let holidays = null; // asked for once a visit
let sitting = ""; // the officer whose list is kept

export async function open(view) {
  const id = view.params.id ?? null;
  if (sitting !== officer.get().id) {
    sitting = officer.get().id;
    forgetList();
    clearChoice();
  }
  const opened = id ? (await import("pages/staff/case/case.js")).openCase(id, () => draw()) : null;
  const draw = () => view.show(opened?.title() ?? t("desk.inbox.title"), html`<div class="desk ${id ? "with-case" : ""}">
    ${!id || beside.matches ? inboxPane(desk(view, id, draw)) : nothing}
    ${opened ? opened.pane() : nothing}</div>`);
  draw();
  opened?.load();
  if (!id || (beside.matches && !list.loaded)) bring(view, id, draw);
  holidays ??= loadHolidays().catch(() => { holidays = null; });
  holidays.then(draw);
  return leaving(view, id, opened, draw);
}

async function bring(view, id, draw) {
  const asked = id ? { tab: list.tab, q: list.q } : { tab: view.query.get("tab") ?? tabs()[0], q: view.query.get("q") ?? "" };
  const answer = turnTo(asked);
  draw();
  await answer;
  draw();
  // On a phone the tabs are wider than the screen.
  document.querySelector(".desk-tabs [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
}

// leaving binds what lives as long as the page and returns how it ends.
function leaving(view, id, opened, draw) {
  let soon;
  const look = async () => { await peek(); draw(); };
  const back = () => { if (!document.hidden) look(); }; // a phone that slept has missed messages
  const clock = setInterval(draw, 60_000); // "sisa 3 jam" grows old
  const unwatch = [
    office.watch(draw),
    moved.watch((message) => {
      if (message.request === id) opened?.moved();
      clearTimeout(soon);
      soon = setTimeout(look, 800);
    }),
    keys(bindings(opened)),
  ];
  const turned = () => (beside.matches && !list.loaded ? bring(view, id, draw) : draw()); // a tablet, for example
  beside.addEventListener("change", turned);
  document.addEventListener("visibilitychange", back);
  return () => {
    clearInterval(clock);
    clearTimeout(soon);
    unwatch.forEach((end) => end());
    beside.removeEventListener("change", turned);
    document.removeEventListener("visibilitychange", back);
    opened?.leave();
  };
}

function desk(view, id, draw) {
  return {
    open: id, redraw: draw,
    choice: list.tab === "mine" ? choiceOver(list.items, draw) : null,
    search: (q, now) => search(view, q, now, draw),
    reload: async () => { await reload(); draw(); },
    more: async () => { await loadMore().catch(() => {}); draw(); },
    showWaiting: () => { showWaiting(); draw(); document.querySelector(".desk-link")?.focus(); },
    batch: async () => {
      const { decideTogether } = await import("pages/staff/inbox/batch.js");
      await decideTogether(draw);
      await reload();
      draw();
    },
  };
}

let typing;

// search waits for the person to stop typing; the address follows, without a step back.
function search(view, q, now, draw) {
  clearTimeout(typing);
  typing = setTimeout(async () => {
    if (!now && q.trim() === list.q.trim()) return;
    const answer = turnTo({ tab: list.tab, q });
    if (!view.params.id) history.replaceState(null, "", addressOf());
    draw();
    await answer;
    draw();
  }, now ? 0 : 300);
}

// The arrows walk the list only from within it; elsewhere they scroll.
const onRow = () => Boolean(document.activeElement?.closest?.(".desk-row"));

function bindings(opened) {
  const step = (by) => {
    const links = [...document.querySelectorAll(".desk-link")];
    const at = links.findIndex((link) => link === document.activeElement || link.parentElement.contains(document.activeElement));
    const start = at < 0 ? links.findIndex((link) => link.ariaCurrent === "true") : at;
    (links[start + by] ?? links[at < 0 ? 0 : at])?.focus();
  };
  const next = () => step(1);
  const before = () => step(-1);
  return {
    j: next, ArrowDown: () => onRow() && next(), k: before, ArrowUp: () => onRow() && before(),
    x: () => document.activeElement?.closest?.(".desk-row")?.querySelector(".tick input")?.click(),
    a: () => document.querySelector(".case-bar .first")?.focus(),
    u: () => { if (opened) go(addressOf()); },
    "/": () => document.getElementById("desk-q")?.focus(),
    "?": () => { import("pages/staff/inbox/keys_help.js").then(({ showKeys }) => showKeys()); },
  };
}
