// The inbox itself: tabs with counts, search, the lines, what has come in.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { empty, failed, loading } from "ui/states.js";
import { rows } from "pages/staff/inbox/rows.js";
import { addressOf, isAuditor, list, tabs } from "pages/staff/inbox/list.js";
import { actionOf, chosenItems } from "pages/staff/inbox/choice.js";

const names = () => ({
  mine: t("desk.tab.mine"), open: t("desk.tab.open"), overdue: t("desk.tab.overdue"),
  returned: t("desk.tab.returned"), closed: t("desk.tab.closed"),
});

// inboxPane takes { open: id of the open request or null, redraw(), choice, search(q),
// reload(), more(), showWaiting(), batch() }.
export function inboxPane(desk) {
  const title = html`${t("desk.inbox.title")}`;
  return html`<section class="desk-list" aria-label=${t("desk.inbox.title")}>
    <div class="desk-list-head">${desk.open ? html`<h2>${title}</h2>` : html`<h1>${title}</h1>`}
      ${isAuditor() ? nothing : html`<a class="button quiet small" href="/petugas/loket">${icon("plus")} ${t("desk.inbox.file")}</a>`}</div>
    ${acting(desk)}${tabLinks()}${searchBox(desk)}
    <div role="status">${list.waiting ? html`<button type="button" class="button desk-waiting" @click=${desk.showWaiting}>
      ${icon("bell")} ${waitingText(list.waiting)}</button>` : nothing}</div>
    ${body(desk)}${bar(desk)}</section>`;
}

let banner = null;

// acting says for whom the officer acts; few do, so its module comes when needed.
function acting(desk) {
  if (!list.acting.length) return nothing;
  if (!banner) {
    import("pages/staff/delegations/banner.js").then(async (module) => {
      await module.bringTexts();
      banner = module.actingBanner;
      desk.redraw();
    }).catch(() => {}); // without network: the next drawing tries again
    return nothing;
  }
  return banner(list.acting);
}

const waitingText = ({ added }) => (added ? count("desk.live.new", added) : t("desk.live.changed"));

function tabLinks() {
  return html`<nav class="desk-tabs" aria-label=${t("desk.inbox.tabs")}>${tabs().map((tab) => {
    const n = list.counts[tab];
    return html`<a href=${addressOf({ tab, q: list.q })} aria-current=${tab === list.tab ? "page" : nothing}>${names()[tab]}
      ${n === undefined ? nothing : html`<span class="count ${tab === "overdue" && n ? "bad" : ""}">${n}</span>`}</a>`;
  })}</nav>`;
}

function searchBox(desk) {
  return html`<form class="desk-search" role="search" @submit=${(event) => { event.preventDefault(); desk.search(list.q, true); }}>
    <label class="unseen" for="desk-q">${t("desk.inbox.search")}</label>${icon("search")}
    <input id="desk-q" class="input" type="search" autocomplete="off" placeholder=${t("desk.inbox.search")} .value=${list.q}
      @input=${(event) => desk.search(event.target.value)}></form>`;
}

function body(desk) {
  if (list.fault && !list.items.length) return failed(list.fault, desk.reload);
  if (!list.loaded) return loading();
  if (!list.items.length) return nothingHere();
  return html`${pickers(desk.choice)}${rows(list.items, desk.open, desk.choice)}
    ${list.more ? html`<div class="desk-more">${button({ label: t("desk.inbox.more"), kind: "quiet", busy: list.busy, onclick: desk.more })}</div>` : nothing}`;
}

function nothingHere() {
  if (list.q) return empty("search", t("desk.empty.search"), t("desk.empty.search_text", { q: list.q }));
  switch (list.tab) {
    case "mine": return empty("circle-check", t("desk.empty.mine"), t("desk.empty.mine_text"));
    case "overdue": return empty("circle-check", t("desk.empty.overdue"), t("desk.empty.overdue_text"));
    case "returned": return empty("circle-check", t("desk.empty.returned"), t("desk.empty.returned_text"));
    case "closed": return empty("inbox", t("desk.empty.closed"), t("desk.empty.closed_text"));
    default: return empty("inbox", t("desk.empty.open"), t("desk.empty.open_text"));
  }
}

function pickers(choice) {
  if (!choice?.some()) return nothing;
  return html`<p class="desk-pickers">${chosenItems().length
    ? html`<button type="button" class="link" @click=${choice.none}>${t("desk.batch.none")}</button>`
    : html`<button type="button" class="link" @click=${choice.all}>${icon("list-checks")} ${t("desk.batch.all")}</button>`}</p>`;
}

function bar(desk) {
  const n = chosenItems().length;
  if (!desk.choice || !n) return nothing;
  return html`<div class="desk-bar" role="region" aria-label=${t("desk.batch.bar")}><strong>${t("desk.batch.chosen", { n })}</strong>
    ${button({ label: actionOf() === "sign" ? t("desk.batch.sign") : t("desk.batch.approve"), name: actionOf() === "sign" ? "stamp" : "check", onclick: desk.batch })}</div>`;
}
