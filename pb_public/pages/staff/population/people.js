// People who are new to the register: a newborn, newcomers.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { button } from "ui/button.js";
import { dayField } from "ui/day_field.js";
import { input, select } from "ui/field.js";
import { radios } from "ui/choices.js";
import { roleOptions } from "pages/staff/population/words.js";

// person asks for one of answers.people.
function person(nth, answers, errors, set, more) {
  const one = answers.people[nth];
  const put = (field, value) => set({ people: answers.people.map((other, i) => (i === nth ? { ...other, [field]: value } : other)) });
  const id = (field) => `data.people.${nth}.${field}`;
  const text = (field, attributes) => input({ id: id(field), label: t(`population.person.${field}`), value: one[field], error: errors[id(field)], oninput: (value) => put(field, value), ...attributes });
  return html`${text("name", { maxlength: 150 })}
    ${radios({ id: id("sex"), label: t("population.person.sex"), value: one.sex, error: errors[id("sex")], onchange: (value) => put("sex", value),
      options: [{ value: "L", label: t("population.male") }, { value: "P", label: t("population.female") }] })}
    ${more(put, text, id)}
    ${text("nik", { hint: t("population.person.nik_hint"), inputmode: "numeric", maxlength: 16, optional: true, width: "medium" })}`;
}

export const newborn = (answers, errors, set) => person(0, answers, errors, set, (put, text) => text("birth_place", { maxlength: 100 }));

// newcomers asks for one after the other.
export function newcomers(context, answers, errors, set) {
  const add = () => set({ people: [...answers.people, { citizenship: "WNI" }] });
  const remove = (nth) => set({ people: answers.people.filter((_, i) => i !== nth) });
  return html`${answers.people.map((one, nth) => html`<section class="card row-card"><div class="row-head"><h2>${t("population.person_n", { n: nth + 1 })}</h2>
      ${answers.people.length > 1 ? button({ label: t("action.delete"), kind: "link", onclick: () => remove(nth) }) : nothing}</div>
    ${person(nth, answers, errors, set, (put, text, id) => html`${text("birth_place", { maxlength: 100 })}
      ${dayField({ id: id("birth_date"), label: t("population.born_on"), value: one.birth_date, error: errors[id("birth_date")], oninput: (value) => put("birth_date", value) })}
      ${select({ id: id("family_role"), label: t("population.person.family_role"), value: one.family_role, error: errors[id("family_role")], options: roleOptions(context.tables.family_role), onchange: (value) => put("family_role", value) })}
      ${select({ id: id("citizenship"), label: t("population.person.citizenship"), value: one.citizenship, error: errors[id("citizenship")],
        options: ["WNI", "WNA"].map((value) => ({ value, label: value })), onchange: (value) => put("citizenship", value) })}`)}</section>`)}
    ${button({ label: t("population.add_person"), kind: "quiet", name: "plus", onclick: add })}`;
}
