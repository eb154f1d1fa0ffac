// The register's tables: what a field may hold, and how it is called.
import { pb } from "app/api.js";
import { t, x } from "app/i18n.js";

let tables;

// referenceTables are { table: [{ code, value, label, label_en }] }, asked for
// once a visit.
export const referenceTables = () => (tables ??= pb.send("/api/residents/reference", {}).catch((err) => { tables = null; throw err; }));

// labelOf is how a value is called in the officer's language; what is in no table
// stays as it is.
export function labelOf(all, table, value) {
  const known = all[table]?.find((one) => one.value === value);
  return known ? x(known, "label") : value;
}

// optionsOf are a table's values to choose from, with an empty one first.
export const optionsOf = (all, table) => [{ value: "", label: t("reg.choose") },
  ...all[table].map((one) => ({ value: one.value, label: x(one, "label") }))];
