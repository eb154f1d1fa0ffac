// The list of the desk, kept while the officer goes from request to request, so
// that it is there at once on the way back and knows what comes next.
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";

const all = ["mine", "open", "overdue", "returned", "closed"];

export const isAuditor = () => officer.get()?.role === "auditor";

// tabs are those of the desk, the one it opens on first. It is never an auditor's turn.
export const tabs = () => (isAuditor() ? all.slice(1) : all);

const empty = () => ({ tab: tabs()[0], q: "", page: 1, items: [], counts: {}, acting: [], more: false, loaded: false, busy: false, fault: null, waiting: null });

export let list = empty();

// forgetList is called when another officer sits down.
export const forgetList = () => { list = empty(); };

export const addressOf = ({ tab, q } = list) => {
  const query = new URLSearchParams({ ...(tab !== tabs()[0] && { tab }), ...(q && { q }) }).toString();
  return "/petugas" + (query ? "?" + query : "");
};

const fetchPage = (tab, q, page) => pb.send("/api/requests/inbox", { query: { tab, q, page } });

// turnTo brings the list to a tab and a search; what stands there stays until
// the answer has come.
export async function turnTo({ tab, q }) {
  if (!tabs().includes(tab)) [tab] = tabs();
  if (tab !== list.tab || q !== list.q) Object.assign(list, { tab, q, items: [], loaded: false });
  return reload();
}

export async function reload() {
  const { tab, q } = list;
  Object.assign(list, { busy: true, fault: null });
  try {
    const answer = await fetchPage(tab, q, 1);
    if (tab === list.tab && q === list.q) take(answer);
  } catch (err) {
    list.fault = readFault(err);
  }
  list.busy = false;
}

function take(answer) {
  Object.assign(list, { items: answer.items, counts: answer.counts, acting: answer.acting ?? [], more: answer.more, page: 1, loaded: true, waiting: null });
}

export async function loadMore() {
  list.busy = true;
  try {
    const answer = await fetchPage(list.tab, list.q, list.page + 1);
    const known = new Set(list.items.map((item) => item.id));
    list.items = [...list.items, ...answer.items.filter((item) => !known.has(item.id))];
    Object.assign(list, { page: list.page + 1, more: answer.more, counts: answer.counts });
  } finally {
    list.busy = false;
  }
}

// peek asks what has changed and keeps it aside: rows never move under a finger.
// list.waiting is { added, answer } or null.
export async function peek() {
  const answer = await fetchPage(list.tab, list.q, 1).catch(() => null);
  if (!answer || !list.loaded) return;
  list.counts = answer.counts;
  const shown = new Map(list.items.map((item) => [item.id, item.version]));
  const added = answer.items.filter((item) => !shown.has(item.id)).length;
  const there = new Set(answer.items.map((item) => item.id));
  const changed = answer.items.some((item) => shown.has(item.id) && shown.get(item.id) !== item.version)
    || list.items.slice(0, answer.items.length).some((item) => !there.has(item.id));
  list.waiting = added || changed ? { added, answer } : null;
}

export function showWaiting() {
  if (list.waiting) take(list.waiting.answer);
}

// nextOfMine is the request that waits for this officer after the one in hand.
export async function nextOfMine(done) {
  const { items } = await fetchPage("mine", "", 1);
  return items.find((item) => item.id !== done) ?? null;
}
