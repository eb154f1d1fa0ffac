// A rating at the counter, for a resident who cannot give it themselves: the officer
// finds the request by its receipt, and lets the resident say.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { input } from "ui/field.js";
import { button, submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { notice, toast } from "ui/notice.js";
import { sendRating } from "pages/satisfaction/load.js";
import { blank, ratingForm } from "pages/satisfaction/form.js";
import { byReceipt } from "pages/staff/satisfaction/load.js";

export const fresh = (code = "") => ({ code, form: null, made: blank(), errors: {}, busy: false });

export function counterPart(state, { draw }) {
  return html`<section><h2>${t("staff_satisfaction.counter")}</h2><p class="soft">${t("staff_satisfaction.counter_text")}</p>
    ${state.form ? filled(state, draw) : html`<form novalidate @submit=${(event) => { event.preventDefault(); find(state, draw); }}>${errorSummary(state.errors)}
      ${input({ id: "code", label: t("staff_satisfaction.code"), hint: t("staff_satisfaction.code_hint"), maxlength: 12, width: "medium", value: state.code, error: state.errors.code, oninput: (value) => { state.code = value; } })}
      <div class="actions">${submit(t("staff_satisfaction.find"), state.busy, "search")}</div></form>`}</section>`;
}

function filled(state, draw) {
  const again = () => { Object.assign(state, fresh()); draw(); };
  return html`<h3>${x(state.form, "service_name")}</h3>
    ${state.form.rated ? notice("info", t("staff_satisfaction.rated"), html`<p>${t("staff_satisfaction.rated_text")}</p>`)
      : ratingForm(state, { draw, send: () => send(state, draw) })}
    <p>${button({ label: t("staff_satisfaction.other"), kind: "link", onclick: again })}</p>`;
}

// find brings the form of the receipt that was typed.
export async function find(state, draw) {
  await attempt(state, draw, async () => { state.form = await byReceipt(state.code); }, "code");
}

async function send(state, draw) {
  await attempt(state, draw, async () => {
    await sendRating(state.form.id, state.made);
    Object.assign(state, fresh());
    toast(t("staff_satisfaction.sent"));
  }, "overall");
}

async function attempt(state, draw, act, place) {
  if (state.busy) return;
  Object.assign(state, { busy: true, errors: {} });
  draw();
  try {
    await act();
  } catch (err) {
    const { fields, message } = readFault(err);
    state.errors = Object.keys(fields).length ? fields : { [place]: message };
  }
  state.busy = false;
  draw();
  if (Object.keys(state.errors).length) focusErrors();
}
