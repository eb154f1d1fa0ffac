// One beneficiary at the desk: what they get, what else their family gets, what was
// paid, and the decisions that are open now.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day, today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { backLink, button } from "ui/button.js";
import { radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { openDialog } from "ui/dialog.js";
import { facts } from "ui/facts.js";
import { input, select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { amount, periodName, periods, what } from "pages/benefits/words.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { cancelPayment, change, oneOf, payOne } from "pages/staff/benefits/load.js";
import { marks, nameOf } from "pages/staff/benefits/rows.js";

const stops = ["no_longer", "declined", "double", "moved", "death", "not_chosen", "mistake"];
export const doubleReasons = ["other_kind", "other_person", "decided", "ends_soon"];
const cancels = ["mistake", "returned", "not_collected"];

export function open(view) {
  const state = { answer: null, fault: null, busy: false };
  const draw = () => view.show(state.answer ? nameOf(state.answer.item) : t("staff_benefits.title"), html`<div class="page benefits">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { answer: await oneOf(view.params.id), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const act = async (what, done) => {
    if (state.busy) return false;
    state.busy = true;
    draw();
    let fault = null;
    try {
      await what();
      toast(done);
    } catch (err) {
      fault = readFault(err);
    }
    state.busy = false;
    if (fault) { toast(fault.message, "bad"); draw(); } else await load();
    return fault;
  };
  const acts = { load, act, program: view.params.program };
  draw();
  load();
}

function page({ answer, fault, busy }, acts) {
  const back = backLink(`/petugas/bantuan/${acts.program}`, answer ? x(answer.item, "title") : t("staff_benefits.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!answer) return html`${back}<h1>${t("staff_benefits.title")}</h1>${loading()}`;
  const { item } = answer;
  return html`${back}<h1>${nameOf(item)}</h1><p class="benefit-marks">${marks(item)}</p>
    ${warnings(item)}
    <section class="card">${facts([
      { label: t("staff_benefits.gets"), value: what(item) },
      { label: t("staff_benefits.hamlet"), value: item.hamlet_name },
      { label: t("staff_benefits.participant"), value: item.participant_number },
      { label: t("staff_benefits.from"), value: day(item.starts_on) },
      { label: t("staff_benefits.until"), value: day(item.ends_on) },
      { label: t("staff_benefits.reference"), value: item.reference },
      { label: t("staff_benefits.double_for"), value: item.double_for && t(`staff_benefits.double.${item.double_for}`) },
      { label: t("staff_benefits.stopped"), value: item.status === "stopped" ? `${day(item.stopped_on)}: ${t(`benefits.stopped.${item.stopped_for}`)}` : "" },
      { label: t("staff_benefits.by"), value: item.by },
    ])}${item.resident ? html`<p><a href="/petugas/warga/${item.resident}">${icon("id-card")} ${t("staff_benefits.open_card")}</a></p>` : nothing}</section>
    ${answer.may_keep ? item.own ? notice("info", t("staff_benefits.own_title"), html`<p>${t("staff_benefits.own_text")}</p>`) : decisions(answer, acts, busy) : nothing}
    ${paid(answer, acts)}`;
}

const warnings = (item) => html`
  ${item.attention ? notice("warn", t(`staff_benefits.attention.${item.attention}`), html`<p>${t(`staff_benefits.attention.${item.attention}_text`)}</p>`) : nothing}
  ${item.paid_after_stop ? notice("warn", t("staff_benefits.paid_after"), html`<p>${t("staff_benefits.paid_after_text")}</p>`) : nothing}
  ${item.doubles.length ? notice("warn", t("staff_benefits.doubles"), doubleList(item.doubles)) : nothing}`;

export const doubleList = (doubles) => html`<ul>${doubles.map((one) => html`<li><a href="/petugas/bantuan/${one.program}/${one.id}">${x(one, "title")}</a>: ${what(one)}
  (${t(one.target === "household" ? "staff_benefits.double_family" : one.household ? "staff_benefits.double_member" : "staff_benefits.double_same", { name: one.name })})</li>`)}</ul>`;

function decisions({ item, receivers }, acts, busy) {
  const set = (fields, done) => acts.act(() => change(item.id, fields), done);
  const start = () => starting(item, receivers, acts);
  return html`<div class="actions">
    ${item.status === "candidate" ? button({ label: t("staff_benefits.approve"), name: "circle-check", busy, onclick: start }) : nothing}
    ${["stopped", "ended"].includes(item.status) ? button({ label: t("staff_benefits.resume"), kind: item.attention === "resume" ? "" : "quiet", name: "undo-2", busy, onclick: start }) : nothing}
    ${item.target === "household" && item.status !== "stopped" ? button({ label: t("staff_benefits.new_receiver"), kind: item.attention === "receiver" ? "" : "quiet", name: "user-check", busy, onclick: () => receiving(item, receivers, set) }) : nothing}
    ${["candidate", "active"].includes(item.status) ? button({ label: t("staff_benefits.stop"), kind: "quiet", name: "ban", busy, onclick: () => stopping(item, set) }) : nothing}
    ${item.status === "active" ? button({ label: t("staff_benefits.end"), kind: "quiet", name: "check", busy, onclick: () => set({ status: "ended" }, t("staff_benefits.saved")) }) : nothing}</div>`;
}

const people = (receivers) => receivers.map(({ id, name }) => ({ value: id, label: name }));

// starting asks why, where the same people get something else already, and who
// receives, where that person is gone.
async function starting(item, receivers, { act }) {
  const fields = { status: "active" };
  const gone = item.target === "household" && !receivers.some(({ id }) => id === item.resident);
  if (item.doubles.length || gone) {
    const made = await openDialog(t(item.status === "candidate" ? "staff_benefits.approve" : "staff_benefits.resume"), chosen({ double_for: "", reference: item.reference, resident: gone ? receivers[0]?.id : item.resident }, (said, put) => html`
      ${item.doubles.length ? html`<p>${t("staff_benefits.doubles")}</p>${doubleList(item.doubles)}
        ${radios({ id: "double_for", label: t("staff_benefits.double_for"), value: said.double_for, onchange: put("double_for"), options: doubleReasons.map((value) => ({ value, label: t(`staff_benefits.double.${value}`) })) })}
        ${input({ id: "reference", label: t("staff_benefits.reference"), hint: t("staff_benefits.reference_hint"), optional: true, maxlength: 150, value: said.reference, oninput: put("reference") })}` : nothing}
      ${gone ? radios({ id: "receiver", label: t("staff_benefits.receiver"), value: said.resident, onchange: put("resident"), options: people(receivers) }) : nothing}`,
    (said) => !item.doubles.length || said.double_for));
    if (!made) return;
    Object.assign(fields, made);
  }
  act(() => change(item.id, fields), t("staff_benefits.saved"));
}

async function receiving(item, receivers, set) {
  const made = await openDialog(t("staff_benefits.new_receiver"), chosen({ resident: item.resident }, (said, put) => radios({ id: "receiver", label: t("staff_benefits.receiver"), value: said.resident,
    onchange: put("resident"), options: people(receivers) }), (said) => receivers.some(({ id }) => id === said.resident)));
  if (made) set(made, t("staff_benefits.saved"));
}

async function stopping(item, set) {
  const made = await openDialog(t("staff_benefits.stop"), chosen({ stopped_for: "", stopped_on: today() }, (said, put) => html`<p>${t("staff_benefits.stop_text")}</p>
    ${radios({ id: "stopped_for", label: t("staff_benefits.why"), value: said.stopped_for, onchange: put("stopped_for"), options: stops.map((value) => ({ value, label: t(`benefits.stopped.${value}`) })) })}
    ${dayField({ id: "stopped_on", label: t("staff_benefits.stopped_on"), value: said.stopped_on, oninput: put("stopped_on") })}`, (said) => said.stopped_for));
  if (made) set({ ...made, stopped_on: typedDay(made.stopped_on), status: "stopped" }, t("staff_benefits.saved"));
}

// chosen is the content of a dialog with a small form; ready says when it may be sent.
const chosen = (said, fields, ready) => (close, redraw) => html`<div class="dialog-body">${fields(said, (name) => (value) => { said[name] = value; redraw(); })}</div>
  <div class="actions">${button({ label: t("staff_benefits.save"), disabled: !ready(said), onclick: () => close(said) })}
    ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close(null) })}</div>`;

function paid({ item, may_keep: mayKeep }, { act }) {
  const keeps = mayKeep && !item.own;
  return html`<section><h2>${t("staff_benefits.payments")}</h2>
    ${item.unpaid.length ? html`<p>${icon("hourglass")} ${t("benefits.waiting", { periods: periods(item.unpaid) })}</p>` : nothing}
    ${item.payments.length ? html`<ul class="plain benefit-payments">${item.payments.map((one) => html`<li class=${one.cancelled_on ? "cancelled" : ""}>
      <span><strong>${periodName(one.period)}</strong>: ${amount(one)} <span class="small soft">${t(one.received_by ? "benefits.paid_to" : "benefits.paid_on", { day: day(one.paid_on), name: one.received_by })}</span>
        ${one.cancelled_on ? html`<br><span class="small">${t("staff_benefits.cancelled", { day: day(one.cancelled_on), reason: t(`staff_benefits.cancel.${one.cancelled_for}`) })}</span>` : nothing}</span>
      ${keeps && !one.cancelled_on ? button({ label: t("staff_benefits.cancel_payment"), kind: "link", onclick: () => cancelling(one, act) }) : nothing}</li>`)}</ul>`
      : html`<p class="soft">${t("benefits.none_paid")}</p>`}
    ${keeps && item.status !== "candidate" ? html`<div class="actions">${button({ label: t("staff_benefits.pay_one"), kind: "quiet", name: "plus", onclick: () => paying(item, act) })}</div>` : nothing}</section>`;
}

async function cancelling(payment, act) {
  const made = await openDialog(t("staff_benefits.cancel_payment"), chosen({ reason: "" }, (said, put) => radios({ id: "cancelled_for", label: t("staff_benefits.why"), value: said.reason, onchange: put("reason"),
    options: cancels.map((value) => ({ value, label: t(`staff_benefits.cancel.${value}`) })) }), (said) => said.reason));
  if (made) act(() => cancelPayment(payment.id, made.reason), t("staff_benefits.saved"));
}

async function paying(item, act) {
  const open = [...item.unpaid, ...item.next ? [item.next] : []];
  const made = await openDialog(t("staff_benefits.pay_one"), chosen({ period: open[0] ?? "", paid_on: today(), received_by: "" }, (said, put) => html`
    ${open.length ? select({ id: "period", label: t("staff_benefits.period"), value: said.period, onchange: put("period"), options: open.map((value) => ({ value, label: periodName(value) })) })
      : input({ id: "period", label: t("staff_benefits.period"), hint: t("staff_benefits.period_hint"), value: said.period, maxlength: 7, width: "short", oninput: put("period") })}
    ${dayField({ id: "paid_on", label: t("staff_benefits.paid_on"), value: said.paid_on, oninput: put("paid_on") })}
    ${input({ id: "received_by", label: t("staff_benefits.received_by"), hint: t("staff_benefits.received_by_hint"), optional: true, maxlength: 150, value: said.received_by, oninput: put("received_by") })}`, (said) => said.period));
  if (made) act(() => payOne({ ...made, paid_on: typedDay(made.paid_on), beneficiary: item.id }), t("staff_benefits.saved"));
}
