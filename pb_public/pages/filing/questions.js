// One page of questions.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { check } from "app/answer_check.js";
import { question } from "ui/question.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { framed } from "pages/filing/frame.js";
import { answer, places, save } from "pages/filing/session.js";

export function questionsPage(frame) {
  const { view, filing } = frame;
  let errors = pick(filing.errors, frame.place.fields);
  const fields = () => places(filing).find((place) => place.key === frame.place.key)?.fields ?? frame.place.fields;
  const draw = () => view.show(errorTitle(errors, x(frame.place.page, "title")), framed(frame, form()));
  const change = (key, value) => {
    answer(filing, key, value);
    for (const wrong of Object.keys(errors)) if (wrong.split(".")[0] === key) delete errors[wrong];
    draw();
  };
  const send = async (event) => {
    event.preventDefault();
    errors = check(fields(), filing.draft.answers);
    if (Object.keys(errors).length) { draw(); return focusErrors(); }
    await save(filing);
    return frame.next();
  };
  const form = () => html`<form novalidate @submit=${send}>
    ${errorSummary(errors)}${ask(frame.place.page, fields(), filing, errors, change)}
    <div class="actions">${submit(t("action.next"), false)}</div></form>`;
  draw();
  return () => save(filing);
}

// A page that is named like its first question is headed by that question.
function ask(page, fields, filing, errors, change) {
  const headed = x(page, "title") === x(fields[0], "label");
  return html`${headed ? "" : html`<h1>${x(page, "title")}</h1>${page.hint ? html`<p class="soft">${x(page, "hint")}</p>` : ""}`}
    ${fields.map((field, i) => question({ field, big: headed && i === 0, value: filing.draft.answers[field.key], error: errors[field.key],
      errors: (key) => errors[key], household: filing.household, onchange: (value) => change(field.key, value) }))}`;
}

const pick = (errors, fields) => Object.fromEntries(Object.entries(errors).filter(([key]) => fields.some((field) => key.split(".")[0] === field.key)));

// errorTitle tells a screen reader at once that the page came back with errors.
export const errorTitle = (errors, title) => (Object.keys(errors).length ? t("page.with_errors", { title }) : title);
