// Answering a return at the counter, for an applicant without a login.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { backLink } from "ui/button.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { reasonText } from "pages/requests/story.js";
import { loadCase } from "pages/staff/case/load.js";
import { send } from "pages/staff/case/decide.js";
import { counterForm } from "pages/staff/counter/form.js";

export async function open(view) {
  const back = `/petugas/permohonan/${view.params.id}`;
  const state = { file: null, form: null, fault: null };
  const draw = () => view.show(t("desk.mend.title"), html`<div class="page counter">${backLink(back)}<h1>${t("desk.mend.title")}</h1>
    ${state.fault ? failed(state.fault, load) : state.form ? page(state) : loading()}</div>`);
  const load = async () => {
    try {
      state.file = await loadCase(view.params.id);
      if (!state.file.actions.some(({ action }) => action === "resubmit")) return go(back, { replace: true });
      state.fault = null;
      state.form = formOf(state.file, view, draw, back);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function formOf({ request, definition, household, documents, version }, page, draw, back) {
  const files = {};
  for (const [key, ids] of Object.entries(request.attachments ?? {})) {
    files[key] = ids.map((id) => documents.find((document) => document.id === id)).filter(Boolean)
      .map(({ id, name, size }) => ({ id, name, size, sent: true }));
  }
  return counterForm({ page, stamp: version, draw, definition, household, resident: request.resident, answers: { ...request.answers }, files, label: t("desk.act.resubmit"),
    send: async (answers, attachments) => {
      await send(request.id, "resubmit", version, { data: { answers, attachments } });
      await go(back, { replace: true });
      toast(t("desk.mend.done"));
    } });
}

function page({ file, form }) {
  const last = file.events.filter(({ action }) => action === "return").at(-1);
  return html`<h2>${x(file.request, "service_name")}</h2><p><strong>${file.request.applicant_name}</strong></p>
    ${last ? notice("warn", reasonText(last.reason), html`<p class="pre">${last.note}</p>${asked(file, last)}`) : nothing}${form.view()}`;
}

function asked({ definition }, { data }) {
  const fields = definition.form.flatMap((page) => page.fields).filter((field) => data?.fields?.includes(field.key)).map((field) => x(field, "label"));
  const papers = (definition.requirements ?? []).filter((one) => data?.attachments?.includes(one.key)).map((one) => x(one, "name"));
  const all = [...fields, ...papers];
  return all.length ? html`<ul>${all.map((name) => html`<li>${name}</li>`)}</ul>` : nothing;
}
