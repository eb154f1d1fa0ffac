// The box that stands above a record's own fields. It loads what it shows, and
// again after every decision.
import { say } from "../language.js";
import { record } from "../links.js";
import { refusal } from "./ask.js";

// panel puts the box into a slot. load() gives what view(data, reload) shows.
// The returned function takes it away.
export function panel(slot, load, view) {
  const local = store({ seen: 0, fault: "" });
  let data;

  async function reload() {
    try {
      data = await load();
      local.fault = "";
      local.seen++;
    } catch (error) {
      if (!error?.isAbort) local.fault = refusal(error);
    }
  }

  const box = t.section({ className: "mdesa-panel" }, () => {
    if (local.fault) return t.p({ className: "mdesa-fault" }, local.fault);
    if (!local.seen) return t.div({ className: "skeleton-loader", ariaLabel: say("loading") });
    return view(data, reload);
  });
  slot.prepend(box);
  reload();
  return () => box.remove();
}

export const facts = (pairs) => t.dl({ className: "mdesa-facts" },
  ...pairs.filter(([, value]) => value).flatMap(([name, value]) => [t.dt(null, name), t.dd(null, value)]));

export const button = (label, onclick, look = "outline", icon = "") => t.button(
  { type: "button", className: "btn sm " + look, onclick },
  icon ? t.i({ className: icon, ariaHidden: true }) : null, t.span({ className: "txt" }, label));

// toRecord opens another record on top of this one, so that closing it leads back.
export const toRecord = (collection, id, label) => t.a({
  href: record(collection, id),
  onclick: (event) => {
    const known = app.store.collections?.find(({ name }) => name === collection);
    if (!known || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    app.modals.openRecordUpsert(known, { id });
  },
}, label);

// opened waits for an address and opens it in a tab of its own. The tab is
// opened first, while the click still counts as the person's wish.
export async function opened(address) {
  const tab = window.open("", "_blank");
  try {
    tab.location = await address;
  } catch (error) {
    tab?.close();
    app.toasts.error(refusal(error));
  }
}
