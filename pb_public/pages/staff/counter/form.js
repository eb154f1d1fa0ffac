// A whole form on one page, as staff know it by heart: all questions, all
// documents, one button.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { newId } from "app/api.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { needed, walk } from "app/definition.js";
import { check, normalise } from "app/answer_check.js";
import { question } from "ui/question.js";
import { paperPicker } from "ui/paper_picker.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { papersOf } from "pages/documents/papers.js";

// counterForm returns { view }. It starts from `answers` and `files` (as in
// pages/documents/papers.js) and calls send(answers, attachments, id), whose faults
// it shows at their fields; the id is the same for every attempt, so that nothing is
// filed twice. before(answers), where there is one, is asked first: "send", or
// "settled" where nothing is left to send. What was typed is kept for the page and its stamp (app/kept.js).
export function counterForm({ page, stamp, draw, definition, household, resident, label, before, send, answers = {}, files = {} }) {
  const state = { id: newId(), answers, errors: {}, busy: false, asking: false };
  const typed = keeper(page, { draw, read: () => ({ id: state.id, answers: state.answers, files: sent(files) }), write: (words) => {
    Object.assign(state, { id: words.id, answers: words.answers, errors: {} });
    for (const key of Object.keys(files)) delete files[key];
    Object.assign(files, words.files);
  } });
  typed.begin(stamp);
  const papers = papersOf(files, { changed: draw, resident });
  const asked = () => walk(definition, state.answers).pages;
  const change = (key, value) => { state.answers[key] = value; delete state.errors[key]; draw(); };
  const submitted = async (event) => {
    event.preventDefault();
    if (state.busy || state.asking) return;
    state.errors = { ...check(asked().flatMap(({ fields }) => fields), state.answers), ...missingPapers(definition, state, papers) };
    if (!Object.keys(state.errors).length && before) {
      state.asking = true;
      const next = await before(clean(asked(), state.answers)).finally(() => { state.asking = false; });
      if (next === "settled") return typed.done();
      if (next !== "send") return draw();
    }
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await papers.sendAll();
        if (papers.unsent()) throw new TypeError("connection lost");
        await send(clean(asked(), state.answers), papers.ids(needed(definition, state.answers).map(({ key }) => key)), state.id);
        return typed.done();
      } catch (err) {
        const fault = readFault(err);
        state.errors = Object.keys(fault.fields).length ? fault.fields : { send: fault.message };
      } finally {
        state.busy = false;
      }
    }
    draw();
    focusErrors();
  };
  return { view: () => html`<form novalidate class="counter-form" @submit=${submitted}>
    ${typed.line()}${errorSummary(state.errors)}
    ${asked().map((place) => pagePart(place, state, household, change))}
    ${papersPart(definition, state, papers)}
    <div class="actions" id="send">${submit(label, state.busy, "send")}</div></form>` };
}

// sent are the papers that are at the office already.
const sent = (files) => Object.fromEntries(Object.entries(files).map(([key, list]) => [key, list.filter((paper) => paper.sent)]));

function pagePart({ page, fields }, state, household, change) {
  return html`<section class="form-part"><h3>${x(page, "title")}</h3>${page.hint ? html`<p class="small soft">${x(page, "hint")}</p>` : nothing}
    ${fields.map((field) => question({ field, value: state.answers[field.key], error: state.errors[field.key], household,
      errors: (key) => state.errors[key], onchange: (value) => change(field.key, value) }))}</section>`;
}

function papersPart(definition, state, papers) {
  const list = needed(definition, state.answers);
  if (!list.length) return nothing;
  return html`<section class="form-part"><h3>${t("papers.title")}</h3><div class="paper-grid">${list.map((requirement) => paperPicker({ requirement, papers, wallet: false,
    error: papers.problem(requirement.key) || state.errors[`attachments.${requirement.key}`] || "" }))}</div></section>`;
}

function missingPapers(definition, state, papers) {
  return Object.fromEntries(needed(definition, state.answers).filter((one) => !one.optional && !papers.list(one.key).length)
    .map((one) => [`attachments.${one.key}`, t("papers.missing", { name: x(one, "name") })]));
}

const clean = (pages, answers) => Object.fromEntries(pages.flatMap(({ fields }) => fields)
  .map((field) => [field.key, normalise(field, answers[field.key])]).filter(([, value]) => value !== undefined));
