// What was answered, in the words of the definition the request was filed under.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { answerText, isFilled, walk } from "app/definition.js";
import { facts } from "ui/facts.js";
import { badge } from "ui/badge.js";

export function answersPart({ request, definition, household, events }) {
  const { pages } = walk(definition, request.answers ?? {});
  const mended = lastMended(events);
  const filled = pages.map(({ page, fields }) => ({ page, fields: fields.filter((field) => isFilled(request.answers[field.key])) }))
    .filter(({ fields }) => fields.length);
  if (!filled.length) return html`<p class="soft">${t("desk.case.no_answers")}</p>`;
  return html`<div class="card answers">${filled.map(({ page, fields }) => html`
    ${filled.length > 1 ? html`<h3>${x(page, "title")}</h3>` : nothing}
    ${facts(fields.map((field) => ({ label: label(field, mended), value: shown(field, request.answers[field.key], household) })))}`)}</div>`;
}

// lastMended are the keys changed by the last resubmission, while it is news.
function lastMended(events) {
  const last = events.filter((event) => event.action !== "comment").at(-1);
  return last?.action === "resubmit" ? last.data?.changed ?? [] : [];
}

const label = (field, mended) => html`${x(field, "label")}${mended.includes(field.key) ? html` ${badge("info", t("desk.case.mended"), "pencil")}` : nothing}`;

function shown(field, value, household) {
  if (field.type === "rows") return table(field, value, household);
  return field.type === "textarea" ? html`<span class="pre">${value}</span>` : answerText(field, value, household);
}

// A wide table scrolls by itself; it can be reached by keyboard for that.
function table(field, rows, household) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${x(field, "label")}><table class="answer-rows">
    <thead><tr>${field.columns.map((column) => html`<th scope="col">${x(column, "label")}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${field.columns.map((column) => html`<td>${answerText(column, row[column.key], household)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
