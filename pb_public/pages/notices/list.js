// What M-Desa told me, the newest first, with how it reached me. The same page
// for residents and for staff.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { door, pb } from "app/api.js";
import { arrived, count, listen } from "app/notices.js";
import { date, time } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { empty, failed, loading } from "ui/states.js";

export const home = door === "staff" ? "/petugas/kabar" : "/kabar";
export const settings = door === "staff" ? "/petugas/profil/kabar" : "/profil/kabar";

export function open(view) {
  const state = { items: null, next: "", busy: false, fault: null };
  const draw = () => view.show(t("notices.title"), page(state, load));
  const load = async (before = "") => {
    Object.assign(state, { busy: true, fault: null });
    draw();
    try {
      const answer = await pb.send("/api/notices", { query: { before } });
      Object.assign(state, { next: answer.next, items: before ? [...state.items, ...answer.items] : answer.items });
      if (answer.unread) await markRead(answer.items);
    } catch (err) {
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  listen();
  load();
  return arrived.watch(() => load());
}

// What was shown counts as read; the page keeps its marks until it is left.
async function markRead(items) {
  const ids = items.filter((item) => !item.read_at).map((item) => item.id);
  if (!ids.length) return;
  await pb.send("/api/notices/read", { method: "POST", body: { ids } });
  count();
}

function page(state, load) {
  return html`<div class="page"><div class="notices-head"><h1>${t("notices.title")}</h1>
      <a class="button quiet" href=${settings}>${icon("pencil")} <span>${t("notices.settings")}</span></a></div>
    <p class="lead">${t(door === "staff" ? "notices.lead_staff" : "notices.lead")}</p>
    ${state.items ? days(state, load) : state.fault ? nothing : loading()}
    ${state.fault ? failed(state.fault, () => load(state.items ? state.next : "")) : nothing}</div>`;
}

function days({ items, next, busy }, load) {
  if (!items.length) return empty("bell", t("notices.none"), t(door === "staff" ? "notices.none_staff" : "notices.none_text"));
  return html`${Object.entries(byDay(items)).map(([day, list]) => html`<section><h2 class="notices-day">${day}</h2>
      <ul class="notices">${list.map(entry)}</ul></section>`)}
    ${next ? html`<p>${button({ label: t("action.more"), kind: "quiet", busy, onclick: () => load(next) })}</p>` : nothing}
    <p class="small soft">${t("notices.kept")}</p>`;
}

const icons = {
  requests: "file-text", reports: "megaphone", data: "user", programs: "hand-heart", news: "megaphone", emergency: "triangle-alert",
  tasks: "inbox", overdue: "hourglass", registrations: "users", rights: "key-round", staff_emergency: "triangle-alert",
};

function entry(item) {
  const words = x(item, "text");
  return html`<li class="card notices-item ${item.read_at ? "" : "new"} ${item.urgency}"><span class="notices-mark">${icon(icons[item.group] ?? "bell")}</span><div>
    <p class="notices-text">${item.link ? html`<a href=${item.link}>${words}</a>` : words}</p>
    <p class="small soft">${item.read_at ? nothing : html`${badge("info", t("notices.new"))} `}${item.urgency === "normal" ? nothing : html`${badge("warn", t("notices.urgent"), "triangle-alert")} `}${time(item.at)}</p>
    ${item.receipts.length ? html`<ul class="plain small soft notices-receipts">${item.receipts.map(receipt)}</ul>` : nothing}</div></li>`;
}

const receipt = ({ channel, state, at }) => html`<li>${t("notices.receipt", {
  channel: t("notices.channel." + channel), state: t("notices.state." + state), at: ["failed", "dropped"].includes(state) ? "" : time(at) })}</li>`;

function byDay(items) {
  const days = {};
  for (const item of items) (days[date(item.at)] ??= []).push(item);
  return days;
}
