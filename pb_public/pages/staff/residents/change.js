// One field being corrected: what stands there now, and what is right.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { checkbox } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { input, select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { dots, shown } from "pages/staff/residents/facts.js";
import { optionsOf } from "pages/staff/residents/reference.js";

export function change({ field, person, tables, value, error, onchange, ondrop }) {
  const label = t(`reg.field.${field.name}`);
  const now = field.hidden ? "" : shown(field, person, tables);
  const hint = field.hidden ? t("reg.correct.hidden") : t("reg.correct.now", { value: now === "" ? t("reg.correct.empty") : field.masked ? dots(now) : now });
  return html`<div class="change">${control({ field, label, hint, tables, value, error, onchange })}
    <button type="button" class="link" @click=${ondrop}>${icon("x")} ${t("reg.correct.drop")}<span class="unseen"> ${label}</span></button></div>`;
}

function control({ field, label, hint, tables, value, error, onchange }) {
  const { name: id } = field;
  switch (field.kind) {
    case "day": return dayField({ id, label, hint, value, error, oninput: onchange });
    case "flag": return checkbox({ id, label, hint, checked: value === "true", error, onchange: (on) => onchange(String(on)) });
    case "table": return select({ id, label, hint, value, error, options: optionsOf(tables, id), onchange });
    default: return input({ id, label, hint, value, error, inputmode: field.inputmode, maxlength: 300, oninput: onchange });
  }
}
