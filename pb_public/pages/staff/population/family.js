// A family as an event sees it: who goes, who stays, who leads them from now on.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { today } from "app/dates.js";
import { select } from "ui/field.js";
import { checkboxes } from "ui/choices.js";
import { labelOf } from "pages/staff/residents/reference.js";
import { roleOptions } from "pages/staff/population/words.js";

export const head = "kepala keluarga";
const alone = ["death", "missing", "away", "invalid"]; // only the person

export const living = (person) => person?.members.filter((one) => one.life_status === "hidup") ?? [];

// goersOf are the ids of those who leave the family.
export const goersOf = (context, answers) => (alone.includes(context.kind) ? [context.person.resident.id] : answers.goes);

export const stayersOf = (context, answers) => living(context.person).filter(({ id }) => !goersOf(context, answers).includes(id));

// isAdult: 17 or ever married; without a birth date it is taken for granted.
function isAdult({ birth_date, marital_status }) {
  if (marital_status && marital_status !== "belum kawin" || !birth_date) return true;
  const [year, month, date] = today().split("-");
  return birth_date <= [year - 17, month, date].join("-");
}

// asksForHead: the family that stays loses its head, and somebody can follow.
export function asksForHead(context, answers) {
  const goers = goersOf(context, answers);
  return living(context.person).some(({ id, family_role }) => family_role === head && goers.includes(id)) && stayersOf(context, answers).some(isAdult);
}

const nobody = () => ({ value: "", label: t("population.choose") });

// newHead asks who leads those who stay, and what they are to the new head.
export function newHead(context, answers, errors, set, optional) {
  if (!asksForHead(context, answers)) return nothing;
  const stayers = stayersOf(context, answers);
  return html`${select({ id: context.kind === "household_split" ? "data.old_head" : "data.new_head", label: t(context.kind === "household_split" ? "population.leader_of_old" : "population.new_head"), hint: t("population.new_head_hint"), optional,
      error: errors["data.new_head"] ?? errors["data.old_head"], value: answers.next_head,
      options: [nobody(), ...stayers.map(({ id, name }) => ({ value: id, label: name }))], onchange: (id) => set({ next_head: id }) })}
    ${answers.next_head ? stayers.filter(({ id }) => id !== answers.next_head).map((one) => role(context, answers, errors, set, one, one.family_role)) : nothing}`;
}

// role asks what somebody is to the head; was is what they are now.
export function role(context, answers, errors, set, { id, name }, was = "") {
  return select({ id: `data.roles.${id}`, label: t("population.role_of", { name }), error: errors[`data.roles.${id}`], value: answers.roles[id] ?? was,
    options: roleOptions(context.tables.family_role), onchange: (value) => set({ roles: { ...answers.roles, [id]: value } }) });
}

// goes asks who of the family comes along.
export const goes = (context, answers, errors, set) => checkboxes({ id: "data.members", label: t("population.goes"), error: errors["data.members"],
  value: answers.goes, onchange: (ids) => set({ goes: ids }),
  options: living(context.person).map(({ id, name, family_role }) => ({ value: id, label: name, hint: labelOf(context.tables, "family_role", family_role) })) });
