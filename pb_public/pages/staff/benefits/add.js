// Writing a beneficiary down: whom, what, since when; what they get already is
// shown before anything is saved.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { go } from "app/router.js";
import { today } from "app/dates.js";
import { keeper } from "app/kept.js";
import { readFault } from "app/fault.js";
import { backLink, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary } from "ui/errors.js";
import { input, select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { sending } from "ui/sending.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { finder } from "pages/staff/residents/find.js";
import { add, doublesOf, programs } from "pages/staff/benefits/load.js";
import { doubleList, doubleReasons } from "pages/staff/benefits/one.js";

export const rhythms = ["monthly", "quarterly", "yearly", "once"];

export function open(view) {
  const { program } = view.params;
  const state = { title: null, hamlets: [], who: null, found: null, errors: {}, busy: false,
    made: { id: newId(), target: "person", resident: view.query.get("warga") ?? "", period: "monthly", starts_on: `${today().slice(0, 4)}-1-1`, status: "active" } };
  const draw = () => view.show(t("staff_benefits.add"), html`<div class="page benefits">${page(state, acts)}</div>`);
  const typed = keeper(view, { draw, read: () => state.made, write: (words) => { Object.assign(state, { made: words, errors: {} }); look(); } });
  const look = async () => {
    if (!state.made.resident || state.made.target === "group") { draw(); return; }
    try {
      state.found = await doublesOf(state.made.resident, state.made.target);
      if (state.found.own) state.made.status = "candidate";
    } catch (err) {
      toast(readFault(err).message, "bad");
      state.made.resident = "";
    }
    draw();
  };
  const acts = {
    program, draw, typed,
    put: (name) => (value) => { state.made[name] = value; draw(); },
    target: (value) => { state.made.target = value; look(); },
    again: () => { Object.assign(state, { found: null }); state.made.resident = ""; draw(); document.getElementById("find")?.focus(); },
    send: sending({ state, draw, at: "target", send: () => send(state, acts) }),
    people: finder({ draw, purpose: "upkeep", address: ({ id }) => `/petugas/bantuan/${program}/baru?warga=${id}` }),
  };
  Promise.all([programs(), pb.collection("hamlets").getFullList({ sort: "sort" })]).then(([{ items }, hamlets]) => {
    Object.assign(state, { title: items.find(({ id }) => id === program), hamlets });
    draw();
  }, (err) => toast(readFault(err).message, "bad"));
  draw();
  typed.begin();
  look();
}

function page(state, acts) {
  const { made, errors } = state;
  return html`${backLink(`/petugas/bantuan/${acts.program}`, state.title ? x(state.title, "title") : t("staff_benefits.title"))}<h1>${t("staff_benefits.add")}</h1>
    ${radios({ id: "target", label: t("staff_benefits.target"), value: made.target, onchange: acts.target,
      options: ["person", "household", "group"].map((value) => ({ value, label: t(`staff_benefits.target.${value}`) })) })}
    ${made.target === "group" || made.resident ? form(state, acts) : html`<p>${t("staff_benefits.find_text")}</p>${acts.people.view()}${errorSummary(errors)}`}`;
}

function form(state, acts) {
  const { made, errors, busy, found } = state;
  const { put } = acts;
  return html`<form novalidate @submit=${acts.send}>${acts.typed.line()}${errorSummary(errors)}
    ${made.target === "group" ? group(state, acts) : found ? who(state, acts) : nothing}
    ${input({ id: "amount", label: t("staff_benefits.amount"), hint: t("staff_benefits.amount_hint"), inputmode: "numeric", maxlength: 13, width: "medium", optional: true, value: made.amount, error: errors.amount, oninput: put("amount") })}
    ${input({ id: "in_kind", label: t("staff_benefits.in_kind"), hint: t("staff_benefits.in_kind_hint"), optional: true, maxlength: 150, value: made.in_kind, error: errors.in_kind, oninput: put("in_kind") })}
    ${select({ id: "period", label: t("staff_benefits.rhythm"), value: made.period, onchange: put("period"), options: rhythms.map((value) => ({ value, label: t(`staff_benefits.rhythm.${value}`) })) })}
    ${dayField({ id: "starts_on", label: t("staff_benefits.from"), value: made.starts_on, error: errors.starts_on, oninput: put("starts_on") })}
    ${dayField({ id: "ends_on", label: t("staff_benefits.until"), optional: true, value: made.ends_on, error: errors.ends_on, oninput: put("ends_on") })}
    ${input({ id: "participant_number", label: t("staff_benefits.participant"), optional: true, maxlength: 60, width: "medium", value: made.participant_number, error: errors.participant_number, oninput: put("participant_number") })}
    ${input({ id: "reference", label: t("staff_benefits.reference"), hint: t("staff_benefits.reference_hint"), optional: true, maxlength: 150, value: made.reference, error: errors.reference, oninput: put("reference") })}
    ${radios({ id: "status", label: t("staff_benefits.status"), value: made.status, error: errors.status, onchange: put("status"), options: [
      ...found?.own ? [] : [{ value: "active", label: t("staff_benefits.as_active") }], { value: "candidate", label: t("staff_benefits.as_candidate") }] })}
    ${found?.items.length && made.status === "active" && made.target !== "group" ? radios({ id: "double_for", label: t("staff_benefits.double_for"), value: made.double_for, error: errors.double_for, onchange: put("double_for"),
      options: doubleReasons.map((value) => ({ value, label: t(`staff_benefits.double.${value}`) })) }) : nothing}
    <div class="actions">${submit(t("staff_benefits.save"), busy, "check")}</div></form>`;
}

const group = ({ made, errors, hamlets }, { put }) => html`
  ${input({ id: "group_name", label: t("staff_benefits.group_name"), maxlength: 150, value: made.group_name, error: errors.group_name, oninput: put("group_name") })}
  ${input({ id: "group_members", label: t("staff_benefits.group_members"), inputmode: "numeric", optional: true, maxlength: 5, width: "short", value: made.group_members, error: errors.group_members, oninput: put("group_members") })}
  ${select({ id: "hamlet", label: t("staff_benefits.hamlet"), value: made.hamlet ?? "", error: errors.hamlet, onchange: put("hamlet"), options: [{ value: "", label: "" }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}`;

function who({ found, made }, { put, again }) {
  return html`<section class="card"><p><strong>${found.name}</strong> ${found.life_status === "hidup" ? nothing : html`· ${lifeStatus(found.life_status)}`}
      <button type="button" class="link" @click=${again}>${icon("user-round-search")} ${t("action.change")}<span class="unseen"> ${t("staff_benefits.who")}</span></button></p>
    ${made.target === "household" && found.receivers.length ? select({ id: "receiver", label: t("staff_benefits.receiver"), value: made.receiver ?? found.receivers[0].id, onchange: put("receiver"),
      options: found.receivers.map(({ id, name }) => ({ value: id, label: name })) }) : nothing}</section>
    ${found.own ? notice("info", t("staff_benefits.own_title"), html`<p>${t("staff_benefits.own_text")}</p>`) : nothing}
    ${found.items.length ? notice("warn", t("staff_benefits.doubles"), doubleList(found.items)) : html`<p class="small soft">${icon("circle-check")} ${t("staff_benefits.no_doubles")}</p>`}`;
}

async function send({ made, found }, { program, typed }) {
  const { receiver, ...said } = made;
  const record = await add({ ...said, program, amount: Number(String(made.amount ?? "").replace(/\D/g, "")), starts_on: typedDay(made.starts_on), ends_on: typedDay(made.ends_on),
    ...made.target === "household" && { household: found.household, resident: receiver ?? found.receivers[0]?.id ?? "" } });
  typed.done();
  toast(t("staff_benefits.saved"));
  await go(`/petugas/bantuan/${program}/${record.id}`);
}
