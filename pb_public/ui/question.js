// One question of a definition as the control that fits its type.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";
import { input, textarea } from "ui/field.js";
import { radios, checkboxes } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { rows } from "ui/rows.js";
import { placeField } from "ui/place_field.js";

const lines = {
  text: { autocomplete: "off" },
  number: { inputmode: "decimal", width: "short" },
  money: { inputmode: "numeric", width: "medium" },
  phone: { type: "tel", inputmode: "tel", width: "medium", autocomplete: "tel" },
  nik: { inputmode: "numeric", width: "medium", maxlength: 20 },
  time: { type: "time", width: "short" },
};

// question takes a Field of the definition, the answer, the error of the field
// and errors(key) for those inside rows; household is [{ id, name, family_role,
// birth_date }]. `id` is where an error summary leads: the field's key.
export function question({ field, id = field.key, value, error, errors = () => "", household = [], big, onchange }) {
  const common = {
    id, error, big, value, label: x(field, "label"), hint: x(field, "hint") || ownHint(field), optional: !field.required,
    oninput: onchange, onchange,
  };
  switch (field.type) {
    case "textarea": return textarea({ ...common, maxlength: field.max ?? 4000 });
    case "date": return dayField(common);
    case "choice": return radios({ ...common, options: options(field) });
    case "choices": return checkboxes({ ...common, options: options(field) });
    case "yesno": return radios({ ...common, value: value === true ? "yes" : value === false ? "no" : "",
      options: [{ value: "yes", label: t("answer.yes") }, { value: "no", label: t("answer.no") }],
      onchange: (answer) => onchange(answer === "yes") });
    case "member": return radios({ ...common, options: household.map(member) });
    case "place": return placeField(common);
    case "rows": return rows({ field, id, value, error, errors, household, big, onchange, question });
    default: return input({ ...common, value: shown(field, value), ...lines[field.type] });
  }
}

const options = (field) => field.options.map((option) => ({ value: option.value, label: x(option, "label") }));
const member = ({ id, name, family_role, birth_date }) => ({ value: id, label: name,
  hint: html`${family_role ?? nothing}${birth_date ? html` · ${day(birth_date)}` : nothing}` });
const ownHint = (field) => ({ money: t("hint.money"), nik: t("hint.nik"), phone: t("hint.phone"), date: t("hint.date") })[field.type] ?? "";
const shown = (field, value) => (typeof value === "number" ? new Intl.NumberFormat("id-ID").format(value) : value);
