// A resident as the village register has them.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { facts } from "ui/facts.js";

const tables = ["religion", "marital_status", "occupation", "education", "citizenship", "family_role"];
let words = [];

// learnWords asks how the register's values are called in both languages; until
// then, and for what is in no table, they are shown as they are.
export async function learnWords() {
  if (words.length) return;
  const filter = tables.map((table) => `table = "${table}"`).join(" || ");
  words = await pb.collection("reference_values").getFullList({ filter, fields: "table,value,label,label_en" }).catch(() => []);
}

function called(table, value) {
  const known = words.find((one) => one.table === table && one.value === value);
  return known ? x(known, "label") : value;
}

export function personFacts(person) {
  return facts([
    { label: t("person.name"), value: person.name },
    { label: t("person.nik"), value: person.nik },
    { label: t("person.kk"), value: person.kk },
    { label: t("person.birth"), value: [person.birth_place, day(person.birth_date)].filter(Boolean).join(", ") },
    { label: t("person.sex"), value: person.sex ? t(`person.sex.${person.sex}`) : "" },
    { label: t("person.religion"), value: called("religion", person.religion) },
    { label: t("person.marital_status"), value: called("marital_status", person.marital_status) },
    { label: t("person.occupation"), value: called("occupation", person.occupation) },
    { label: t("person.education"), value: called("education", person.education) },
    { label: t("person.citizenship"), value: called("citizenship", person.citizenship) },
    { label: t("person.address"), value: [person.address, person.hamlet_name].filter(Boolean).join(", ") },
  ]);
}

export function householdList(household) {
  return html`<ul class="plain people">${household.map((member) => html`<li><strong>${member.name}</strong>
    <span class="small soft">${[called("family_role", member.family_role), day(member.birth_date)].filter(Boolean).join(" · ")}</span></li>`)}</ul>`;
}
