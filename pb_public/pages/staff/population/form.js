// The form of an event in three steps: what happened, when and who reported it,
// and what it will change. Nothing is recorded before the last one.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId } from "app/api.js";
import { readFault } from "app/fault.js";
import { today } from "app/dates.js";
import { keeper } from "app/kept.js";
import { go } from "app/router.js";
import { button, submit } from "ui/button.js";
import { dayField } from "ui/day_field.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input, textarea } from "ui/field.js";
import { notice } from "ui/notice.js";
import { bodyOf, firstAnswers } from "pages/staff/population/body.js";
import { details } from "pages/staff/population/details.js";
import { effectList } from "pages/staff/population/effects.js";
import { eventOf, preview, record } from "pages/staff/population/load.js";
import { monthName, signed } from "pages/staff/population/words.js";

const ofTheReport = ["event_date", "reported_on", "reported_by", "document", "note"];

// eventForm takes { view, draw, kind, person, target, place, hamlets, tables } and
// gives { view }.
export function eventForm(context) {
  const { draw } = context;
  const form = { id: newId(), context, step: 0, // the same id for every attempt, so that nothing is recorded twice
    answers: firstAnswers(context, today()), errors: {}, fault: null, told: null, busy: false };
  const typed = keeper(context.view, { draw, read: () => ({ id: form.id, answers: form.answers }), write: (words) => Object.assign(form, words, { step: 0, errors: {}, fault: null }) });
  typed.begin();
  const turn = (step) => { Object.assign(form, { step, errors: {}, fault: null }); draw(); document.querySelector(".step-title")?.focus(); };
  const wrong = (err) => {
    const fault = readFault(err);
    const fields = Object.keys(fault.fields);
    Object.assign(form, { errors: fault.fields, fault: fields.length ? null : fault });
    if (fields.length) form.step = fields.every((field) => ofTheReport.includes(field)) ? 1 : 0;
  };
  const isRecorded = () => eventOf(form.id).then(() => true, () => false);
  const arrived = () => { typed.done(); go(`/petugas/kependudukan/peristiwa/${form.id}?baru`, { replace: true }); };
  const attempt = async (send) => {
    if (form.busy) return;
    Object.assign(form, { busy: true, errors: {}, fault: null });
    draw();
    try {
      await send(bodyOf(context, form.answers));
    } catch (err) {
      if (await isRecorded()) return arrived(); // only the answer was lost
      wrong(err);
    }
    form.busy = false;
    draw();
    focusErrors();
  };
  const next = (event) => {
    event.preventDefault();
    if (form.step === 0) return turn(1);
    if (form.step === 1) return attempt(async (body) => { form.told = await preview(body); turn(2); });
    return attempt(async (body) => { await record({ id: form.id, ...body }); arrived(); });
  };
  const set = (change) => { Object.assign(form.answers, change); draw(); };
  return { view: () => html`<form novalidate @submit=${next}>
    ${typed.line()}<p class="step-count">${t("population.step", { n: form.step + 1 })}</p>
    ${errorSummary(form.errors)}${form.fault ? notice("bad", form.fault.message) : nothing}
    ${[first, second, third][form.step](form, set)}
    <div class="actions">${submit(form.step === 2 ? t("population.confirm") : t("action.next"), form.busy, form.step === 2 ? "check" : "arrow-right")}
      ${form.step ? button({ label: t("action.back"), kind: "quiet", onclick: () => turn(form.step - 1) }) : nothing}</div></form>` };
}

const title = (text) => html`<h2 class="step-title" tabindex="-1">${text}</h2>`;

const first = ({ context, answers, errors }, set) => html`${title(t(context.kind === "birth" ? "population.newborn" : "population.details"))}${details(context, answers, errors, set)}`;

function second({ context, answers, errors }, set) {
  const text = (id, more = {}) => input({ id, label: t(`population.${id}`), value: answers[id], error: errors[id], optional: true, oninput: (value) => set({ [id]: value }), ...more });
  return html`${title(t("population.when"))}
    ${dayField({ id: "event_date", label: context.kind === "birth" ? t("population.born_on") : t("population.event_date"), value: answers.event_date, error: errors.event_date, oninput: (value) => set({ event_date: value }) })}
    ${dayField({ id: "reported_on", label: t("population.reported_on"), hint: t("population.reported_on_hint"), value: answers.reported_on, error: errors.reported_on, oninput: (value) => set({ reported_on: value }) })}
    ${text("reported_by", { maxlength: 150 })}${text("document", { hint: t("population.document_hint"), maxlength: 100 })}
    ${textarea({ id: "note", label: t("population.note"), value: answers.note, error: errors.note, optional: context.kind !== "invalid", rows: 3, maxlength: 2000, oninput: (value) => set({ note: value }) })}`;
}

function third({ told, context }) {
  const { persons, households } = told.count;
  return html`${title(t("population.check"))}<p>${t("population.check_text")}</p>
    <p class="card total-change">${t("population.counts", { month: monthName(told.month), persons: signed(persons), households: signed(households) })}</p>
    ${effectList(told.effects, context.tables)}`;
}
