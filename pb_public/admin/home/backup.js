// The last backup, and one at once.
import { moment, number, say } from "../language.js";
import { office } from "../office.js";
import { section } from "./section.js";

async function load() {
  const [all, own] = await Promise.all([app.pb.backups.getFullList({ requestKey: null }), office()]);
  const last = all.toSorted((a, b) => (a.modified < b.modified ? 1 : -1))[0];
  return { last, count: all.length, zone: own.time_zone };
}

function backupNow(reload) {
  const local = store({ busy: false });
  return t.button({
    type: "button",
    className: () => "btn sm outline" + (local.busy ? " loading" : ""),
    disabled: () => local.busy,
    onclick: async () => {
      local.busy = true;
      try {
        await app.pb.backups.create("", { requestKey: null });
        app.toasts.success(say("backup.done"));
        await reload();
      } catch (error) {
        app.toasts.error(error?.response?.message || error?.message);
      }
      local.busy = false;
    },
  }, t.i({ className: "ri-archive-line", ariaHidden: true }), t.span({ className: "txt" }, say("backup.now")));
}

const megabytes = (bytes) => number(Math.max(0.1, Math.round(bytes / 100_000) / 10));

export const backup = () => section(say("home.backup"), load, ({ last, count, zone }, reload) => [
  last
    ? t.p(null, say("backup.last", { at: moment(last.modified, zone), size: megabytes(last.size), count: number(count) }))
    : t.p({ className: "mdesa-fault" }, say("backup.none")),
  t.div({ className: "mdesa-buttons" },
    backupNow(reload),
    t.a({ className: "btn sm transparent", href: "#/settings/backups" }, t.span({ className: "txt" }, say("backup.all")))),
]);
