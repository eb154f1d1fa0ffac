// The form of a correction: whose data, which, what is right, why, a proof.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { prepare } from "app/photo.js";
import { upload } from "app/upload.js";
import { checkboxes, radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input, select, textarea } from "ui/field.js";
import { submit } from "ui/button.js";
import { notice } from "ui/notice.js";
import { paperPart } from "pages/privacy/correct_paper.js";
import { shown } from "pages/privacy/values.js";

// correctionForm returns a function that draws the form of a page; sent is called after.
export function correctionForm(about, asked, draw, page, sent) {
  const state = { resident: about.subjects[0].id, wrong: [], values: {}, reason: "", file: null, errors: {}, busy: false };
  const typed = keeper(page, { draw, write: (words) => Object.assign(state, words, { errors: {} }),
    read: () => ({ resident: state.resident, wrong: state.wrong, values: state.values, reason: state.reason }) });
  typed.begin();
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = missing(state);
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        await deliver(state);
        typed.done();
        return await sent();
      } catch (err) {
        state.errors = told(err, state);
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  return () => html`${typed.line()}${view(state, about, asked, draw, send)}`;
}

// Fields of a form are named after the register's, so that faults find them.
function missing({ wrong, values, reason }) {
  const errors = {};
  if (!wrong.length) errors.changes = t("rights.missing_fields");
  for (const name of wrong) if (!value(values[name])) errors[name] = t("rights.missing_value", { field: t(`rights.field.${name}`) });
  if (reason.trim().length < 5) errors.reason = t("rights.missing_reason");
  return errors;
}

// A day is typed in parts: 1990-5-7 becomes 1990-05-07.
const value = (typed) => (typed ?? "").trim().replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (all, year, month, day) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);

async function deliver({ resident, wrong, values, reason, file }) {
  let paper = "";
  if (file) {
    paper = newId();
    await upload(await prepare(file), { id: paper, name: t("rights.paper"), kind: "correction" });
  }
  const changes = Object.fromEntries(wrong.map((name) => [name, { to: value(values[name]) }]));
  await pb.collection("corrections").create({ resident, changes, reason: reason.trim(), paper });
}

function told(err, { wrong }) {
  if (err.problem) return { paper: t(`papers.${err.problem}`, { name: t("rights.paper") }) };
  const { fields, message } = readFault(err);
  const known = Object.fromEntries(Object.entries(fields).map(([name, text]) => [["reason", "paper", "changes", ...wrong].includes(name) ? name : name === "file" ? "paper" : "changes", text]));
  return Object.keys(known).length ? known : { changes: message };
}

function view(state, about, asked, draw, send) {
  const subject = about.subjects.find((one) => one.id === state.resident);
  const waits = asked.some((one) => one.resident === state.resident && one.state === "open");
  const choose = (id) => { Object.assign(state, { resident: id, wrong: [], values: {}, errors: {} }); draw(); };
  return html`<form class="after-form" novalidate @submit=${send}>${errorSummary(state.errors)}
    ${about.subjects.length > 1 ? radios({ id: "resident", label: t("rights.whose"), value: state.resident, onchange: choose,
      options: about.subjects.map((one) => ({ value: one.id, label: one.self ? t("rights.me", { name: one.name }) : one.name })) }) : nothing}
    ${waits ? notice("info", t("rights.waiting", { name: subject.name })) : questions(state, about, subject, draw)}</form>`;
}

function questions(state, about, subject, draw) {
  const { errors } = state;
  return html`${checkboxes({ id: "changes", label: t("rights.which"), hint: t("rights.which_hint"), error: errors.changes, value: state.wrong,
      onchange: (wrong) => { state.wrong = wrong; draw(); },
      options: about.fields.map((one) => ({ value: one.name, label: t(`rights.field.${one.name}`), hint: shown(one.name, subject.values[one.name], about) })) })}
    ${about.fields.filter((one) => state.wrong.includes(one.name)).map((one) => right(one, state, about, subject, draw))}
    ${textarea({ id: "reason", label: t("rights.reason"), hint: t("rights.reason_hint"), rows: 3, maxlength: 1000, value: state.reason, error: errors.reason, oninput: (typed) => { state.reason = typed; } })}
    ${paperPart(state, draw)}
    <div class="actions">${submit(t("rights.send"), state.busy, "send")}</div>`;
}

function right({ name, kind, table }, state, about, subject, draw) {
  const put = (typed) => { state.values[name] = typed; };
  const asked = { id: name, label: t("rights.right", { field: t(`rights.field.${name}`) }), hint: t("rights.now", { value: shown(name, subject.values[name], about) }), value: state.values[name] ?? "", error: state.errors[name] };
  if (kind === "choice") {
    return select({ ...asked, onchange: put, options: [{ value: "", label: t("rights.choose") }, ...(about.tables[table] ?? []).map((one) => ({ value: one.value, label: x(one, "label") }))] });
  }
  if (kind === "day") return dayField({ ...asked, oninput: (typed) => { put(typed); draw(); } });
  return input({ ...asked, oninput: put, inputmode: kind === "number" ? "numeric" : undefined, maxlength: kind === "number" ? 16 : 300 });
}
