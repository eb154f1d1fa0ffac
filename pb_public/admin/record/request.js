// Above a request: where it stands, what happened, and the actions that are
// open to the admin. They are sent as events, as every decision is.
import { moment, named, say } from "../language.js";
import { file } from "../links.js";
import { office, roleName } from "../office.js";
import { ask } from "./ask.js";
import { button, facts, opened, panel, toRecord } from "./panel.js";

export const enter = (slot, props) => panel(slot, () => load(props), (found, reload) => view(found, props, reload));

async function load(props) {
  const id = props.originalRecord.id;
  const [found, own] = await Promise.all([app.pb.send(`/api/requests/${id}/case`, { requestKey: null }), office()]);
  return { ...found, office: own };
}

const receipt = (code) => code.slice(0, 4) + "-" + code.slice(4);

function view(found, props, reload) {
  const { request, definition, office, letter } = found;
  const time = (value) => value && moment(value, office.time_zone);
  const step = definition.steps[request.step];
  const waits = request.waiting_for && roleName(request.waiting_for, office);
  const late = request.waiting_for && request.due_at && new Date(request.due_at.replace(" ", "T")) < new Date();
  return [
    t.h2(null, named(request, "service_name")),
    facts([
      [say("request.receipt"), receipt(request.code)],
      [say("request.applicant"), [request.applicant_name, found.hamlet_name].filter(Boolean).join(", ")],
      [say("request.status"), say("status." + request.status)],
      [say("request.step"), waits && step && say("request.step_of", { n: request.step + 1, all: definition.steps.length, name: named(step) })],
      [say("request.waits"), waits],
      [say("request.due"), waits && time(request.due_at)],
      [say("request.closed"), time(request.closed_at)],
      [say("request.letter"), letter && toRecord("letters", letter.id, letter.number)],
    ]),
    late ? t.p({ className: "mdesa-fault" }, say("request.late")) : null,
    t.div({ className: "mdesa-buttons" },
      letter && button(say("letter.pdf"), () => opened(file(letter, letter.pdf)), "outline", "ri-file-pdf-2-line"),
      ...found.actions.map((action) => act(action, found, props, reload))),
    events(found.events, office),
  ];
}

function act(action, { request, definition, version }, props, reload) {
  const name = action.action;
  const wanted = {
    title: say("act." + name), hint: say("act." + name + ".hint"), button: say("act." + name),
    danger: name === "cancel", reasons: action.reasons, note: action.note,
    parts: name === "return" ? partsOf(definition) : [],
  };
  const send = async ({ reason, note, parts }) => {
    const keys = (group) => parts.filter((part) => part.group === group).map((part) => part.key);
    await app.pb.collection("request_events").create({
      request: request.id, action: name, reason, note, after: version,
      ...(name === "return" && { data: { fields: keys("fields"), attachments: keys("attachments") } }),
    }, { requestKey: null });
    app.toasts.success(say("act." + name + ".done"));
    await Promise.all([reload(), refresh(request.id, props)]);
  };
  return button(say("act." + name), () => ask(wanted, send), name === "cancel" ? "outline danger" : "outline");
}

// partsOf are the answers and papers that a return can ask to mend.
const partsOf = (definition) => [
  ...(definition.requirements ?? []).map((one) => ({ key: one.key, group: "attachments", label: named(one) })),
  ...(definition.form ?? []).flatMap((page) => page.fields).map((one) => ({ key: one.key, group: "fields", label: named(one, "label") })),
];

// refresh brings the form below and the list behind it up to date.
async function refresh(id, props) {
  const fresh = await app.pb.collection("requests").getOne(id, { requestKey: null });
  Object.assign(props.originalRecord, structuredClone(fresh));
  Object.assign(props.record, structuredClone(fresh));
  document.dispatchEvent(new CustomEvent("record:save", { detail: fresh }));
}

const events = (list, office) => t.details({ open: list.length < 5 },
  t.summary(null, say("request.events", { count: list.length })),
  t.ol({ className: "mdesa-events" }, ...list.toReversed().map((event) => t.li(
    null,
    t.strong(null, say("event." + event.action)), " ",
    t.small(null, [moment(event.at, office.time_zone), event.actor_name || say("event.system"), event.actor_title].filter(Boolean).join(" · ")),
    event.reason ? t.p(null, say("reason." + event.reason)) : null,
    event.note ? t.p(null, event.note) : null,
  ))));
