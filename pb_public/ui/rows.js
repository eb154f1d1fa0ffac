// A list that grows: heirs, children, witnesses. Each row is a small form.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { group } from "ui/field.js";
import { icon } from "ui/icon.js";

const most = 50; // as in hooks/definition

// rows takes `question` as an argument because a row asks questions in turn.
export function rows({ field, id, value, error, errors, household, big, onchange, question }) {
  const least = Math.max(1, field.min ?? 1);
  const list = [...value ?? [], ...Array.from({ length: Math.max(0, least - (value?.length ?? 0)) }, () => ({}))];
  const put = (index, key, answer) => onchange(list.map((row, i) => (i === index ? { ...row, [key]: answer } : row)));
  const label = x(field, "label");
  const title = (i) => t("rows.title", { label, n: i + 1 });
  return group({ id, error, big, label, hint: x(field, "hint"), optional: !field.required, control: html`
    ${list.map((row, i) => html`<section class="card row-card" aria-label=${title(i)}>
      <div class="row-head"><h2>${title(i)}</h2>
        ${list.length > least ? html`<button type="button" class="link" @click=${() => onchange(list.filter((_, j) => j !== i))}>
          ${icon("trash-2")} ${t("rows.remove")}<span class="unseen"> ${title(i)}</span></button>` : nothing}</div>
      ${field.columns.map((column) => question({
        field: column, id: `${id}.${i}.${column.key}`, value: row[column.key], household,
        error: errors(`${id}.${i}.${column.key}`), onchange: (answer) => put(i, column.key, answer),
      }))}</section>`)}
    ${list.length < Math.min(field.max ?? most, most) ? html`<button type="button" class="button quiet" @click=${() => onchange([...list, {}])}>
      ${icon("plus")} ${t("rows.add")}</button>` : nothing}` });
}
