// How long the office keeps what is no longer needed: the last run, a look at
// what would go, and the switch of the nightly job.
import { moment, number, say } from "../language.js";
import { record } from "../links.js";
import { office } from "../office.js";
import { section } from "./section.js";

const kinds = ["uploads", "rejected", "requests", "registrations", "information", "aid", "comments", "notices", "trail"];
const daysOf = { uploads: "keep_uploads_days", rejected: "keep_rejected_days", requests: "keep_requests_days", registrations: "keep_registrations_days",
  information: "keep_information_days", aid: "keep_aid_days", comments: "keep_comments_days", notices: "keep_notices_days", trail: "keep_audit_days" };

async function load() {
  const [state, own] = await Promise.all([app.pb.send("/api/privacy/retention", { requestKey: null }), office()]);
  return { ...state, zone: own.time_zone };
}

// action is a button that works, tells what went wrong, and draws the part anew.
function action(label, icon, className, work, reload) {
  const local = store({ busy: false });
  return t.button({
    type: "button",
    className: () => "btn sm " + className + (local.busy ? " loading" : ""),
    disabled: () => local.busy,
    onclick: async () => {
      local.busy = true;
      try {
        await work();
        await reload();
      } catch (error) {
        const data = error?.response?.data ?? {};
        app.toasts.error(data.retention_on?.message || error?.response?.message || error?.message);
      }
      local.busy = false;
    },
  }, t.i({ className: icon, ariaHidden: true }), t.span({ className: "txt" }, label));
}

const look = () => app.pb.send("/api/privacy/retention/dry-run", { method: "POST", requestKey: null });
const turn = (on) => app.pb.collection("office").update("mdesa0000office", { retention_on: on }, { requestKey: null });

function counts(run, schedule) {
  return t.dl({ className: "mdesa-facts" }, ...kinds.flatMap((kind) => [
    t.dt(null, say("retention." + kind)),
    t.dd(null, schedule[daysOf[kind]] ? say("retention.count", { n: number(run.counts[kind] ?? 0), days: number(schedule[daysOf[kind]]) }) : say("retention.ever"),
      (run.examples[kind] ?? []).length ? t.small({ className: "txt-hint" }, " " + run.examples[kind].join(", ")) : null),
  ]));
}

export const retention = () => section(say("home.retention"), load, ({ on, looked, dry, real, zone, log_days }, reload) => [
  t.p(null, on ? say("retention.on") : say("retention.off")),
  real ? t.p({ className: real.failure ? "mdesa-fault" : "" }, say(real.failure ? "retention.failed" : "retention.last", { at: moment(real.at, zone) })) : null,
  dry ? t.p(null, say("retention.looked", { at: moment(dry.at, zone) })) : null,
  dry ? counts(dry, dry.schedule) : null,
  t.p({ className: "txt-hint" }, say("retention.letters", { days: number(log_days) })),
  t.div({ className: "mdesa-buttons" },
    action(say("retention.look"), "ri-search-eye-line", "outline", look, reload),
    on ? action(say("retention.turn_off"), "ri-stop-circle-line", "transparent", () => turn(false), reload)
      : looked ? action(say("retention.turn_on"), "ri-play-circle-line", "warning", () => turn(true), reload) : null,
    t.a({ className: "btn sm transparent", href: record("office", "mdesa0000office") }, t.span({ className: "txt" }, say("retention.schedule")))),
  !on && !looked ? t.p({ className: "txt-hint" }, say("retention.look_first")) : null,
]);
