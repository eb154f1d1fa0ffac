// Values of the register as people read them.
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";

// shown takes about = { fields, tables } as the correction page has it.
export function shown(name, value, { fields, tables }) {
  if (!value) return t("rights.empty_value");
  const { kind, table } = fields.find((field) => field.name === name) ?? {};
  if (kind === "day") return day(value);
  const known = tables[table]?.find((one) => one.value === value);
  return known ? x(known, "label") : value;
}
