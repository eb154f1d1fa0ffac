// Which answers and documents the applicant is asked to mend.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { needed, walk } from "app/definition.js";
import { checkboxes } from "ui/choices.js";

// mendPart keeps the keys in draft.fields and draft.attachments.
export function mendPart({ definition, request }, draft, redraw) {
  const answers = request.answers ?? {};
  const fields = walk(definition, answers).pages.flatMap((page) => page.fields);
  const papers = needed(definition, answers);
  const part = (name, label, all) => (all.length ? checkboxes({ id: `mend-${name}`, label, optional: true, value: draft[name],
    options: all, onchange: (value) => { draft[name] = value; redraw(); } }) : nothing);
  return html`<div class="mend-parts">
    ${part("fields", t("desk.ask.mend_answers"), fields.map((field) => ({ value: field.key, label: x(field, "label") })))}
    ${part("attachments", t("desk.ask.mend_documents"), papers.map((paper) => ({ value: paper.key, label: x(paper, "name") })))}</div>`;
}
