// One recorded event: what it changed, and the way to take it back.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId } from "app/api.js";
import { readFault } from "app/fault.js";
import { day, today, when } from "app/dates.js";
import { refresh } from "app/router.js";
import { backLink, button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { facts } from "ui/facts.js";
import { textarea } from "ui/field.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { effectList } from "pages/staff/population/effects.js";
import { referenceTables } from "pages/staff/residents/reference.js";
import { eventOf, record } from "pages/staff/population/load.js";
import { kindName, monthName } from "pages/staff/population/words.js";

export async function open(view) {
  const { id } = view.params;
  const isNew = view.query.has("baru");
  view.show(t("population.event"), html`<div class="page population">${loading()}</div>`);
  try {
    const [told, tables] = await Promise.all([eventOf(id), referenceTables()]);
    view.show(kindName(told.event.kind), html`<div class="page population">${page(told, tables, isNew)}</div>`);
  } catch (err) {
    view.show(t("fault.title"), failed(readFault(err), refresh, "h1"));
  }
}

function page({ event, reported_by, recorder_title, note, effects, data, may_record }, tables, isNew) {
  const mayTakeBack = may_record && !event.reversed && event.kind !== "reversal";
  return html`<div class="no-print">${backLink("/petugas/kependudukan")}</div>
    ${isNew ? notice("good", t("population.done"), html`<p>${t("population.done_text")}</p>`) : nothing}
    <h1>${kindName(event.kind)}</h1>
    ${event.reversed ? notice("warn", t("population.was_reversed")) : nothing}
    <div class="card">${facts([
      { label: t("population.event_date"), value: day(event.event_date) }, { label: t("population.reported_on"), value: day(event.reported_on) },
      { label: t("population.reported_by"), value: reported_by }, { label: t("population.document"), value: event.document },
      { label: t("population.hamlet"), value: event.hamlet_name }, { label: t("population.counts_in"), value: monthName(event.month) },
      ...circumstances(event.kind, data ?? {}), { label: t("population.note"), value: note },
      { label: t("population.recorder"), value: [event.recorder, recorder_title].filter(Boolean).join(", ") }, { label: t("population.recorded_at"), value: when(event.created) },
    ])}</div>
    <h2>${t("population.changed")}</h2>${effectList(effects, tables, true)}
    <div class="actions no-print">
      ${isNew ? html`<a class="button" href="/petugas/kependudukan/catat">${icon("plus")} <span>${t("population.record_next")}</span></a>` : nothing}
      <button type="button" class="button quiet" @click=${() => window.print()}>${icon("printer")} ${t("action.print")}</button>
      ${mayTakeBack ? button({ label: t("population.take_back"), kind: "danger quiet", name: "rotate-cw", onclick: () => takeBack(event) }) : nothing}</div>`;
}

// circumstances are what each kind of event tells beside when and by whom.
function circumstances(kind, { level, address, place, last_seen, cause, reason }) {
  const came = kind === "arrival";
  return [
    { label: t(came ? "population.level_from" : "population.level"), value: level ? t(`population.level.${level}`) : "" },
    { label: t(came ? "population.address_from" : "population.address_to"), value: address },
    { label: t(kind === "missing" ? "population.last_place" : "population.place"), value: place },
    { label: t("population.last_seen"), value: last_seen ? day(last_seen) : "" },
    { label: t("population.cause"), value: cause }, { label: t("population.reason"), value: reason },
  ];
}

async function takeBack(event) {
  const id = newId();
  const state = { note: "", error: "", busy: false };
  const done = await openDialog(t("population.take_back"), (close, redraw) => {
    const send = async () => {
      Object.assign(state, { busy: true, error: "" });
      redraw();
      try {
        await record({ id, kind: "reversal", reverses: event.id, note: state.note, event_date: today(), reported_on: today() });
        close(true);
      } catch (err) {
        const fault = readFault(err);
        Object.assign(state, { busy: false, error: fault.fields.note || fault.fields.reverses || fault.message });
        redraw();
      }
    };
    return html`<div class="dialog-body"><p>${t("population.take_back_text")}</p>
        ${textarea({ id: "take-back-note", label: t("population.take_back_note"), value: state.note, error: state.error, rows: 3, maxlength: 500, oninput: (text) => { state.note = text; } })}</div>
      <div class="actions">${button({ label: t("population.take_back"), kind: "danger", busy: state.busy, onclick: send })}
        ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close(false) })}</div>`;
  });
  if (!done) return;
  toast(t("population.taken_back"));
  refresh();
}
