// A resident as the village register has them.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { facts } from "ui/facts.js";

export function personFacts(person) {
  return facts([
    { label: t("person.name"), value: person.name },
    { label: t("person.nik"), value: person.nik },
    { label: t("person.kk"), value: person.kk },
    { label: t("person.birth"), value: [person.birth_place, day(person.birth_date)].filter(Boolean).join(", ") },
    { label: t("person.sex"), value: person.sex ? t(`person.sex.${person.sex}`) : "" },
    { label: t("person.religion"), value: person.religion },
    { label: t("person.marital_status"), value: person.marital_status },
    { label: t("person.occupation"), value: person.occupation },
    { label: t("person.education"), value: person.education },
    { label: t("person.citizenship"), value: person.citizenship },
    { label: t("person.address"), value: [person.address, person.hamlet_name].filter(Boolean).join(", ") },
  ]);
}

export function householdList(household) {
  return html`<ul class="plain people">${household.map((member) => html`<li><strong>${member.name}</strong>
    <span class="small soft">${[member.family_role, day(member.birth_date)].filter(Boolean).join(" · ")}</span></li>`)}</ul>`;
}
