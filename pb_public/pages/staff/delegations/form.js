// The questions of a new delegation.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { roleName } from "pages/services/steps.js";
import { icon } from "ui/icon.js";
import { submit } from "ui/button.js";
import { checkboxes, radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary } from "ui/errors.js";
import { input, select, textarea } from "ui/field.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { formHint, formName, sentence } from "pages/staff/delegations/words.js";

// makeForm takes the state of pages/staff/delegations/make.js.
export function makeForm({ all, made, errors, busy }, draw) {
  const put = (name) => (value) => { made[name] = value; draw(); };
  const giver = all.people.find((one) => one.id === made.from);
  const formsOpen = formsOf(giver);
  if (!formsOpen.includes(made.form)) made.form = formsOpen[0];
  const takers = all.people.filter((one) => mayTake(one, giver, made.form));
  if (!takers.some((one) => one.id === made.to)) made.to = "";
  return html`${errorSummary(errors)}
    ${select({ id: "from", label: t("delegations.from"), value: made.from, error: errors.from, options: people(all.people.filter((one) => one.may_give)), onchange: put("from") })}
    ${radios({ id: "form", label: t("delegations.form"), value: made.form, error: errors.form, onchange: put("form"),
      options: formsOpen.map((form) => ({ value: form, label: formName(form), hint: formHint(form) })) })}
    ${select({ id: "to", label: t("delegations.to"), value: made.to, error: errors.to, options: [{ value: "", label: t("delegations.choose") }, ...people(takers)], onchange: put("to") })}
    ${dayField({ id: "starts_on", label: t("delegations.first_day"), hint: t("delegations.first_day_text"), value: made.starts_on, error: errors.starts_on, oninput: put("starts_on") })}
    ${dayField({ id: "ends_on", label: t("delegations.last_day"), hint: t("delegations.last_day_text"), value: made.ends_on, error: errors.ends_on, oninput: put("ends_on") })}
    ${radios({ id: "some", label: t("delegations.services"), value: made.some ? "some" : "all", onchange: (value) => { made.some = value === "some"; draw(); },
      options: [{ value: "all", label: t("delegations.services_all") }, { value: "some", label: t("delegations.services_some") }] })}
    ${made.some ? checkboxes({ id: "services", label: t("delegations.which"), value: made.services, error: errors.services, onchange: put("services"),
      options: all.services.map((service) => ({ value: service.id, label: x(service, "name") })) }) : nothing}
    ${decree(made, errors, put)}
    ${preview(made, giver, all)}
    <div class="actions">${submit(t("delegations.save"), busy, "check")}</div>`;
}

function decree(made, errors, put) {
  return html`<details class="fold" ?open=${Boolean(made.decree_number || made.decree_date || made.note || errors.decree_date)}><summary>${t("delegations.decree_part")}</summary>
    ${input({ id: "decree_number", label: t("delegations.decree_number"), optional: true, maxlength: 120, value: made.decree_number, error: errors.decree_number, oninput: put("decree_number") })}
    ${dayField({ id: "decree_date", label: t("delegations.decree_date"), optional: true, value: made.decree_date, error: errors.decree_date, oninput: put("decree_date") })}
    ${textarea({ id: "note", label: t("delegations.note"), optional: true, rows: 2, maxlength: 1000, value: made.note, error: errors.note, oninput: put("note") })}</details>`;
}

// preview says what will happen, once enough is known.
function preview(made, giver, { people: all, services }) {
  const who = all.find((one) => one.id === made.to);
  const [from, to] = [typedDay(made.starts_on), typedDay(made.ends_on)];
  const ready = who && giver && !(made.some && !made.services.length) && [from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)));
  return html`<div class="delegations-preview" role="status">${icon("info")}<p>${ready
    ? sentence({ form: made.form, post: made.form === "u.b." ? "village_head" : giver.role, from_title: giver.title, starts_on: from, ends_on: to, services: made.some ? made.services : [] }, who.name, services)
    : t("delegations.preview_text")}</p></div>`;
}

const people = (list) => list.map((one) => ({ value: one.id, label: `${one.name}, ${one.title || roleName(one.role)}` }));

// formsOf and mayTake offer what the server takes; it has the last word.
function formsOf(giver) {
  if (!giver) return ["Plh."];
  if (!giver.in_office) return ["Plt.", "Pj."];
  switch (giver.role) {
    case "village_head": return ["Plh.", "a.n."];
    case "secretary": return ["Plh.", "a.n.", "u.b."];
    default: return ["Plh."];
  }
}

function mayTake(one, giver, form) {
  if (!one.in_office || one.id === giver?.id) return false;
  if (form === "u.b.") return one.role === "officer";
  if (form === "a.n.") return one.role === "officer" || (one.role === "secretary" && giver.role === "village_head");
  return true;
}
