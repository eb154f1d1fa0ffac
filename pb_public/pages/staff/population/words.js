// How events, months and changes are called.
import { t, x, language } from "app/i18n.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { labelOf } from "pages/staff/residents/reference.js";

export const kindName = (kind) => t(`population.kind.${kind}`);

// monthName writes "2026-11" as "November 2026".
export const monthName = (month) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { timeZone: "UTC", month: "long", year: "numeric" })
  .format(new Date(month + "-01T00:00:00Z"));

// signed writes a change as "+2", "−1" and "0".
export const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : "0");

// roleOptions are the family roles to choose from, with an empty one first.
export const roleOptions = (roles) => [{ value: "", label: t("population.choose") },
  ...roles.map((role) => ({ value: role.value, label: x(role, "label") }))];

export const hamletOptions = (hamlets) => [{ value: "", label: t("population.choose") }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))];

// valueOf writes what a column changes from or to; tables are the register's.
export const valueOf = (column, value, tables) => (!value ? "–" : column === "life_status" ? lifeStatus(value)
  : ["family_role", "marital_status"].includes(column) ? withinSentence(labelOf(tables, column, value)) : value);

// withinSentence takes a label's capital away.
const withinSentence = (label) => label[0].toLowerCase() + label.slice(1);
