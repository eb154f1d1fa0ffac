// The dialogs that settle a contradiction. Each resolves to true when done.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { day, today } from "app/dates.js";
import { button } from "ui/button.js";
import { radios } from "ui/choices.js";
import { openDialog } from "ui/dialog.js";
import { textarea } from "ui/field.js";
import { notice } from "ui/notice.js";

const settle = ({ kind, subject, mark }, decision, note) => pb.send("/api/residents/contradictions/settle",
  { method: "POST", body: { kind, subject, mark, decision, note } });

export const notAProblem = (item) => dialog({ title: t("reg.settle.no_problem"), text: t("reg.settle.no_problem_text"), confirm: t("reg.settle.record"),
  send: ({ note }) => settle(item, "not_a_problem", note) });

// samePerson keeps one record; the other is declared not valid by an event, which
// the population's figures follow.
export const samePerson = (item) => dialog({ title: t("reg.settle.same"), text: t("reg.settle.same_text"), confirm: t("reg.settle.same_confirm"),
  hint: t("reg.settle.same_hint"), people: item.people, keep: item.people.find((person) => !person.nik_temporary && person.life_status === "hidup")?.id ?? item.people[0].id,
  send: async ({ note, keep }) => {
    for (const { id, life_status } of item.people) {
      if (id === keep || life_status === "tidak valid") continue;
      await pb.collection("life_events").create({ kind: "invalid", resident: id, event_date: today(), reported_on: today(), note, data: { same_as: keep } });
    }
    await settle(item, "merged", note);
  } });

function dialog({ title, text, hint = t("reg.settle.note_hint"), confirm, send, people, keep }) {
  const state = { note: "", keep, errors: {}, fault: null, busy: false };
  return openDialog(title, (close, redraw) => {
    const finish = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      if (state.note.trim().length < 5) {
        state.errors = { note: t("reg.settle.note_short") };
        redraw();
        return document.getElementById("settle-note")?.focus();
      }
      Object.assign(state, { busy: true, errors: {}, fault: null });
      redraw();
      try {
        await send(state);
        return close(true);
      } catch (err) {
        const fault = readFault(err);
        Object.assign(state, { busy: false, errors: fault.fields, fault });
      }
      redraw();
    };
    return html`<form novalidate @submit=${finish}><div class="dialog-body"><p>${text}</p>
        ${people ? radios({ id: "settle-keep", label: t("reg.settle.keep"), value: state.keep, onchange: (id) => { state.keep = id; redraw(); },
          options: people.map((person) => ({ value: person.id, label: person.name, hint: hintOf(person) })) }) : ""}
        ${textarea({ id: "settle-note", label: t("reg.settle.note"), hint, rows: 2, maxlength: 1000, value: state.note, error: state.errors.note, oninput: (note) => { state.note = note; } })}
        ${state.fault && !state.errors.note ? notice("bad", state.fault.message, reasons(state)) : ""}</div>
      <div class="actions">${button({ label: confirm, type: "submit", busy: state.busy })}
        ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  });
}

// reasons are what the server says against fields that this dialog does not have.
const reasons = ({ errors }) => html`${Object.values(errors).map((message) => html`<p>${message}</p>`)}`;

const hintOf = (person) => [t("desk.find.nik", { last4: person.nik_last4 }), person.nik_temporary ? t("reg.card.temporary") : "",
  day(person.birth_date), person.address, person.hamlet_name].filter(Boolean).join(" · ");
