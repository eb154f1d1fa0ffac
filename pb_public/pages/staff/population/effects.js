// What an event changes, line by line, as the server says it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { badge } from "ui/badge.js";
import { facts } from "ui/facts.js";
import { icon } from "ui/icon.js";
import { valueOf } from "pages/staff/population/words.js";

const shown = ["life_status", "household", "family_role", "hamlet", "address", "marital_status", "rt", "rw", "ended_on"];

// recorded: the people are there, so that their names lead to their cards.
// tables are the register's.
export function effectList({ people, families }, tables, recorded) {
  return html`<ul class="plain effects">${people.map((one) => effect(one, "user", tables, recorded))}${families.map((one) => effect(one, "house", tables))}</ul>`;
}

function effect(one, name, tables, recorded) {
  const title = name === "user" ? recorded && !one.gone ? html`<a href="/petugas/warga/${one.id}">${one.name}</a>` : one.name : t("population.family_at", { address: one.name || "–", last4: one.number || "–" });
  return html`<li class="card"><p class="effect-name">${icon(name)} <strong>${one.gone && !one.name ? t("population.withdrawn") : title}</strong>
      ${one.new ? badge("good", t("population.new"), "plus") : nothing}</p>
    ${facts(shown.filter((column) => one.changes[column]).map((column) => line(column, one.changes[column], one.new, tables)))}</li>`;
}

const line = (column, { from, to }, isNew, tables) => ({
  label: t(`population.column.${column}`),
  value: isNew ? valueOf(column, to, tables) : html`<span class="was">${valueOf(column, from, tables)}</span> ${icon("arrow-right")}<span class="unseen">${t("population.becomes")}</span> <strong>${valueOf(column, to, tables)}</strong>`,
});
