// A resident rates a service that is finished.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { backLink } from "ui/button.js";
import { focusErrors } from "ui/errors.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { formOf, sendRating } from "pages/satisfaction/load.js";
import { blank, ratingForm } from "pages/satisfaction/form.js";

export function open(view) {
  const { id } = view.params;
  const chosen = Number(view.query.get("nilai"));
  const state = { form: null, fault: null, errors: {}, busy: false, done: false, made: blank([1, 2, 3, 4].includes(chosen) ? chosen : 0) };
  const draw = () => view.show(t("rate.title"), html`<div class="page satisfaction">${backLink(`/permohonan/${id}`)}<h1>${t("rate.title")}</h1>
    ${state.form ? html`<p class="lead">${x(state.form, "service_name")}</p>` : nothing}${page(state, { draw, load, send })}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { form: await formOf(id), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const send = async () => {
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {} });
    draw();
    try {
      await sendRating(id, state.made);
      state.done = true;
    } catch (err) {
      const { fields, message } = readFault(err);
      state.errors = Object.keys(fields).length ? fields : { overall: message };
    }
    state.busy = false;
    draw();
    if (state.done) window.scrollTo(0, 0);
    else focusErrors();
  };
  draw();
  load();
}

function page(state, acts) {
  if (state.fault) return failed(state.fault, acts.load);
  if (!state.form) return loading();
  if (state.done || state.form.rated) return html`<div role="status">${notice("good", t("rate.thanks"), html`<p>${t("rate.thanks_text")}</p>`)}</div><p><a href="/kepuasan">${t("promise.to_satisfaction")}</a></p>`;
  return ratingForm(state, acts);
}
