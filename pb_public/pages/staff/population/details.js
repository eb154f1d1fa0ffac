// What each kind of event asks for, beside when and by whom.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { checkbox } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { input, select } from "ui/field.js";
import { goes, head, living, newHead, role } from "pages/staff/population/family.js";
import { newborn, newcomers } from "pages/staff/population/people.js";
import { hamletOptions } from "pages/staff/population/words.js";

export const details = (context, answers, errors, set) => html`
  ${errors["data.people"] || errors.household ? html`<p class="error">${errors["data.people"] ?? errors.household}</p>` : nothing}
  ${parts[context.kind]({ context, answers, errors, set })}`;

const text = (name, { answers, errors, set }, more = {}) => input({ id: `data.${name}`, label: t(`population.${more.label ?? name}`), value: answers[name],
  error: errors[`data.${name}`], optional: true, maxlength: 300, oninput: (value) => set({ [name]: value }), hint: more.hint });

const successor = (f, optional) => newHead(f.context, f.answers, f.errors, f.set, optional);

const parts = {
  birth: (f) => html`${newborn(f.answers, f.errors, f.set)}${parent("mother", "P", f)}${parent("father", "L", f)}${text("place", f)}`,
  death: (f) => html`${text("place", f)}${text("cause", f, { hint: t("population.cause_hint") })}${widowed(f)}${successor(f)}`,
  departure: (f) => html`${level(f)}${text("address", f, { label: "address_to" })}${text("reason", f)}${goes(f.context, f.answers, f.errors, f.set)}${successor(f)}`,
  arrival: (f) => html`${level(f)}${text("address", f, { label: "address_from" })}
    ${f.context.place === "baru" ? card(f) : nothing}
    ${f.context.person ? role(f.context, f.answers, f.errors, f.set, f.context.person.resident, f.context.place === "lama" ? f.context.person.resident.family_role : "")
      : newcomers(f.context, f.answers, f.errors, f.set)}`,
  missing: (f) => html`${dayField({ id: "data.last_seen", label: t("population.last_seen"), optional: true, value: f.answers.last_seen, error: f.errors["data.last_seen"], oninput: (value) => f.set({ last_seen: value }) })}
    ${text("place", f, { label: "last_place" })}${successor(f, true)}`,
  away: (f) => html`${text("address", f, { label: "address_to" })}${text("reason", f)}${successor(f, true)}`,
  found: (f) => html`<p>${t("population.found_text")}</p>${f.context.person.resident.family_role === head ? role(f.context, f.answers, f.errors, f.set, f.context.person.resident, head) : nothing}`,
  household_split: (f) => html`${goes(f.context, f.answers, f.errors, f.set)}${leader(f)}${f.answers.goes.filter((id) => id !== f.answers.new_head).map((id) => roleOf(id, f))}
    ${successor(f)}${card(f, true)}`,
  household_join: (f) => html`${goes(f.context, f.answers, f.errors, f.set)}<p class="hint">${t("population.roles_there", { name: f.context.target.resident.name })}</p>
    ${f.answers.goes.map((id) => roleOf(id, f))}${successor(f)}`,
  head_change: (f) => html`${leader(f, candidates(f.context))}
    ${f.answers.new_head ? living(f.context.person).filter(({ id }) => id !== f.answers.new_head).map((one) => role(f.context, f.answers, f.errors, f.set, one, one.family_role === head ? "" : one.family_role)) : nothing}`,
  move_within: (f) => html`<p>${t("population.move_text")}</p>${card(f)}`,
  invalid: (f) => html`<p>${t("population.invalid_text")}</p>${successor(f)}`,
};

// candidates to be the head: not who is it already, unless there are two.
function candidates({ person }) {
  const heads = living(person).filter(({ family_role }) => family_role === head);
  return heads.length > 1 ? living(person) : living(person).filter((one) => !heads.includes(one));
}

const roleOf = (id, f) => role(f.context, f.answers, f.errors, f.set, living(f.context.person).find((one) => one.id === id));

// leader asks who is the head of those who go, or of the whole family.
const leader = ({ context, answers, errors, set }, among = living(context.person).filter(({ id }) => answers.goes.includes(id))) => select({
  id: "data.new_head", label: t(context.kind === "household_split" ? "population.leader_of_new" : "population.leader"), value: answers.new_head, error: errors["data.new_head"],
  options: [{ value: "", label: t("population.choose") }, ...among.map(({ id, name }) => ({ value: id, label: name }))], onchange: (id) => set({ new_head: id }) });

const level = ({ context, answers, errors, set }) => select({ id: "data.level", optional: context.kind === "arrival",
  label: context.kind === "arrival" ? t("population.level_from") : t("population.level"), value: answers.level, error: errors["data.level"],
  options: [{ value: "", label: t("population.choose") }, ...["1", "2", "3", "4"].map((value) => ({ value, label: t(`population.level.${value}`) }))], onchange: (value) => set({ level: value }) });

const parent = (field, sex, { context, answers, errors, set }) => select({ id: `data.${field}`, label: t(`population.${field}`), optional: true, value: answers[field], error: errors[`data.${field}`],
  options: [{ value: "", label: t("population.not_here") }, ...context.person.members.filter((one) => one.sex === sex).map(({ id, name }) => ({ value: id, label: name }))], onchange: (id) => set({ [field]: id }) });

// widowed offers to note the husband's or wife's new status.
function widowed({ context, answers, set }) {
  const { resident } = context.person;
  const spouses = living(context.person).filter((one) => one.id !== resident.id && one.sex !== resident.sex && one.marital_status === "kawin" && [head, "suami", "istri"].includes(one.family_role));
  if (resident.marital_status !== "kawin" || spouses.length !== 1) return nothing;
  return html`<div class="field">${checkbox({ id: "data.widowed", checked: answers.widowed === spouses[0].id, label: t("population.widowed", { name: spouses[0].name }), onchange: (on) => set({ widowed: on ? spouses[0].id : "" }) })}</div>`;
}

// card asks for an address, and for a new family card's number.
function card({ context, answers, errors, set }, optional) {
  const put = (field) => (value) => set({ card: { ...answers.card, [field]: value } });
  const line = (field, more) => input({ id: `data.card.${field}`, label: t(`population.card.${field}`), value: answers.card[field], error: errors[`data.card.${field}`], optional: true, oninput: put(field), ...more });
  return html`${context.kind === "move_within" ? nothing : line("kk", { hint: t("population.card.kk_hint"), inputmode: "numeric", maxlength: 16, width: "medium" })}
    ${select({ id: "data.card.hamlet", label: t("population.hamlet"), hint: optional ? t("population.card.same_hint") : "", optional, value: answers.card.hamlet, error: errors["data.card.hamlet"], options: hamletOptions(context.hamlets), onchange: put("hamlet") })}
    ${line("address", { maxlength: 300 })}${line("rt", { width: "short", maxlength: 10 })}${line("rw", { width: "short", maxlength: 10 })}`;
}
