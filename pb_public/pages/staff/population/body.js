// What the form sends, by kind of event.
import { head, living, asksForHead, stayersOf } from "pages/staff/population/family.js";

// firstAnswers are what can be known before anybody has typed.
export function firstAnswers({ kind, person }, day) {
  const resident = person?.resident;
  const parents = kind === "birth" ? parentsOf(person) : {};
  const card = kind === "move_within" && person?.household ? { hamlet: person.household.hamlet, address: "", rt: "", rw: "" } : {};
  return { event_date: day, reported_on: day, reported_by: "", document: "", note: "", roles: {}, next_head: "", new_head: kind === "household_split" ? resident?.id : "",
    goes: resident ? [resident.id] : [], people: [{ citizenship: "WNI" }], card, ...parents };
}

// parentsOf are the person chosen, and their husband or wife.
function parentsOf({ resident, members }) {
  const couple = [resident, ...members.filter((one) => one.id !== resident.id && one.sex !== resident.sex && [head, "suami", "istri"].includes(one.family_role) && [head, "suami", "istri"].includes(resident.family_role))];
  return { mother: couple.find(({ sex }) => sex === "P")?.id ?? "", father: couple.find(({ sex }) => sex === "L")?.id ?? "" };
}

export function bodyOf(context, answers) {
  const { kind, person, target, place } = context;
  const body = { kind, event_date: tidyDay(answers.event_date), reported_on: tidyDay(answers.reported_on), reported_by: answers.reported_by.trim(), document: answers.document.trim(), note: answers.note.trim(), data: {} };
  if (person && !["birth", "household_split", "head_change"].includes(kind) && !(kind === "arrival")) body.resident = person.resident.id;
  if (["birth", "head_change", "move_within"].includes(kind)) body.household = person.household?.id;
  if (kind === "household_join") body.household = target.household?.id;
  if (kind === "arrival" && place !== "baru") body.household = (place === "lama" ? person : target).household?.id;
  body.data = filled({ ...shared(answers), ...(data[kind]?.(context, answers) ?? {}), ...successor(context, answers) });
  return body;
}

const shared = ({ place, cause, reason, address, last_seen }) => ({ place, cause, reason, address, last_seen: tidyDay(last_seen) });

const data = {
  birth: (_, { people, mother, father }) => ({ people: [tidyPerson(people[0])], mother, father }),
  death: (_, { widowed }) => ({ widowed }),
  departure: (_, { level, goes }) => ({ level: Number(level), members: goes }),
  arrival: ({ person, place }, { level, people, card, roles }) => ({ level: Number(level), ...(place === "baru" && { card: { hamlet: "", ...filled(card) } }), // also an empty one: the hamlet is asked for
    ...(person ? { returning: [person.resident.id], roles: { [person.resident.id]: roles[person.resident.id] || person.resident.family_role } } : { people: people.map(tidyPerson) }) }),
  found: ({ person }, { roles }) => ({ roles: only(roles, [person.resident.id]) }),
  household_split: (_, { goes, new_head, card, roles }) => ({ members: goes, new_head, card: filled(card), roles: only(roles, goes) }),
  household_join: (_, { goes, roles }) => ({ members: goes, roles: only(roles, goes) }),
  head_change: ({ person }, { new_head, roles }) => ({ new_head, roles: only(roles, living(person).map(({ id }) => id).filter((id) => id !== new_head)) }),
  move_within: (_, { card }) => ({ card: filled(card) }),
};

// successor names the head of those who stay, with what they are to the new head.
function successor(context, answers) {
  if (!context.person || !answers.next_head || !asksForHead(context, answers)) return {};
  const stayers = stayersOf(context, answers).map(({ id }) => id).filter((id) => id !== answers.next_head);
  const own = data[context.kind]?.(context, answers).roles ?? {};
  return { [context.kind === "household_split" ? "old_head" : "new_head"]: answers.next_head, roles: { ...own, ...only(answers.roles, stayers) } };
}

const only = (roles, ids) => filled(Object.fromEntries(ids.map((id) => [id, roles[id]])));

// tidyDay writes what was typed in three parts as the server wants it.
function tidyDay(text) {
  if (!text) return "";
  const [year, month, day] = text.split("-");
  return [year, (month ?? "").padStart(2, "0"), (day ?? "").padStart(2, "0")].join("-");
}

const tidyPerson = (one) => filled({ ...one, name: one.name?.trim(), birth_date: tidyDay(one.birth_date), nik: one.nik?.trim() });

const isEmpty = (value) => value === undefined || value === "" || value === 0 || Number.isNaN(value) || (typeof value === "object" && !Object.keys(value).length);
const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
