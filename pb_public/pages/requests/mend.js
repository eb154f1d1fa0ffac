// Answering a return: the questions and documents the office asked about, and
// whatever a new answer brings up.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { householdOf } from "pages/requests/household.js";
import { go } from "app/router.js";
import { needed, walk } from "app/definition.js";
import { check } from "app/answer_check.js";
import { pb } from "app/api.js";
import { submit, backLink } from "ui/button.js";
import { question } from "ui/question.js";
import { paperPicker } from "ui/paper_picker.js";
import { textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { loading, failed } from "ui/states.js";
import { asked } from "pages/filing/send.js";
import { papersOf } from "pages/documents/papers.js";
import { act, askedToMend, loadRequest } from "pages/requests/load.js";
import { reasonText } from "pages/requests/story.js";

export async function open(view) {
  view.show(t("mend.title"), html`<div class="page">${loading()}</div>`);
  try {
    const it = await loadRequest(view.params.id);
    const household = await householdOf(it.request).catch(() => []);
    if (it.request.status !== "returned") return go(`/permohonan/${it.request.id}`, { replace: true });
    begin(view, it, household, await filesOf(it.request));
  } catch (err) {
    view.show(t("fault.title"), html`<div class="page">${failed(readFault(err), () => open(view), "h1")}</div>`);
  }
}

function begin(view, it, household, files) {
  const state = { it, household, answers: { ...it.request.answers }, note: "", errors: {}, busy: false, wanted: askedToMend(it.events), before: walk(it.definition, it.request.answers).asked };
  const draw = () => view.show(t("mend.title"), page(state, draw, send));
  state.papers = papersOf(files, { changed: () => {
    for (const key of Object.keys(state.errors)) if (state.papers.list(key.replace("attachments.", "")).length) delete state.errors[key];
    draw();
  } });
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = problems(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await resubmit(state);
        toast(t("mend.sent"));
        return go(`/permohonan/${it.request.id}`);
      } catch (err) {
        const fault = readFault(err);
        state.errors = Object.keys(fault.fields).length ? fault.fields : { send: fault.message };
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
}

// What is asked: what the office named; everything where it named nothing; and
// what was not asked before, because an answer has changed.
function toAsk({ it, answers, wanted, before, errors }) {
  const all = !wanted.fields.length && !wanted.attachments.length;
  const fields = walk(it.definition, answers).pages.flatMap((one) => one.fields)
    .filter((field) => all || wanted.fields.includes(field.key) || !(field.key in before) && field.required || field.key in errors);
  const papers = needed(it.definition, answers)
    .filter((one) => all || wanted.attachments.includes(one.key) || !it.request.attachments?.[one.key]?.length || `attachments.${one.key}` in errors);
  return { fields, papers };
}

function problems(state) {
  const every = walk(state.it.definition, state.answers).pages.flatMap((one) => one.fields);
  const missing = needed(state.it.definition, state.answers).filter((one) => !one.optional && !state.papers.list(one.key).length);
  return { ...check(every, state.answers), ...Object.fromEntries(missing.map((one) => [`attachments.${one.key}`, t("papers.missing", { name: x(one, "name") })])) };
}

async function resubmit({ it, answers, papers, note }) {
  await papers.sendAll();
  if (papers.unsent()) throw new TypeError("connection lost");
  const keys = needed(it.definition, answers).map((one) => one.key);
  await act(it.request, "resubmit", { note, data: { answers: asked(it.definition, answers), attachments: papers.ids(keys) } });
}

// filesOf are the papers attached so far, with their names.
async function filesOf(request) {
  const files = {};
  for (const [key, ids] of Object.entries(request.attachments ?? {})) {
    files[key] = await Promise.all(ids.map((id) => pb.collection("documents").getOne(id)
      .then(({ name, size }) => ({ id, name, size, sent: true }), () => ({ id, name: id, sent: true }))));
  }
  return files;
}

function page(state, draw, send) {
  const { it, wanted, errors, answers, papers, household } = state;
  const ask = toAsk(state);
  return html`<div class="page">${backLink(`/permohonan/${it.request.id}`, x(it.request, "service_name"))}
    <form novalidate @submit=${send}>${errorSummary(errors)}<h1>${t("mend.title")}</h1>
    ${notice("warn", wanted.reason ? reasonText(wanted.reason) : t("standing.returned"), html`${wanted.note ? html`<p class="pre">${wanted.note}</p>` : nothing}
      <p class="small">${t("standing.by", { name: wanted.by?.actor_name, title: wanted.by?.actor_title })}</p>`)}
    ${ask.fields.map((field) => question({ field, value: answers[field.key], error: errors[field.key], errors: (key) => errors[key], household,
      onchange: (value) => { answers[field.key] = value; delete errors[field.key]; draw(); } }))}
    ${ask.papers.map((requirement) => paperPicker({ requirement, papers, error: papers.problem(requirement.key) || errors[`attachments.${requirement.key}`] }))}
    ${textarea({ id: "note", label: t("mend.note"), optional: true, value: state.note, maxlength: 2000, oninput: (value) => { state.note = value; } })}
    <div class="actions">${submit(t("mend.send"), state.busy, "send")}</div></form></div>`;
}
