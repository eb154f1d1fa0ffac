// Paying many at once: one period, all who are due but those left out. Sending it
// again pays nobody twice.
import { html, nothing } from "lit-html";
import { t, x, count } from "app/i18n.js";
import { today } from "app/dates.js";
import { number, rupiah } from "app/numbers.js";
import { readFault } from "app/fault.js";
import { backLink, button, submit } from "ui/button.js";
import { checkboxes } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input } from "ui/field.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { periodName } from "pages/benefits/words.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { listOf, payMany } from "pages/staff/benefits/load.js";

export function open(view) {
  const { program } = view.params;
  const state = { list: null, fault: null, found: null, done: null, busy: "", errors: {}, made: { period: today().slice(0, 7), paid_on: today(), except: [] } };
  const draw = () => view.show(t("staff_benefits.pay"), html`<div class="page benefits">${page(state, acts)}</div>`);
  const acts = {
    program, draw,
    put: (name) => (value) => { Object.assign(state.made, { [name]: value }); Object.assign(state, { found: null, done: null }); draw(); },
    load: async () => {
      try {
        Object.assign(state, { list: await everybody(program), fault: null });
      } catch (err) {
        state.fault = readFault(err);
      }
      draw();
    },
    send: (check) => send(state, acts, check),
  };
  draw();
  acts.load();
}

// everybody who is active, page after page.
async function everybody(program) {
  const answer = await listOf(program, { status: "active", page: 1 });
  for (let page = 2; answer.items.length < answer.total; page++) {
    const more = await listOf(program, { status: "active", page });
    if (!more.items.length) break;
    answer.items.push(...more.items);
  }
  return answer;
}

function page(state, acts) {
  const { list, made, errors, busy } = state;
  const back = backLink(`/petugas/bantuan/${acts.program}`, list ? x(list.program, "title") : t("staff_benefits.title"));
  if (state.fault) return html`${back}${failed(state.fault, acts.load, "h1")}`;
  if (!list) return html`${back}<h1>${t("staff_benefits.pay")}</h1>${loading()}`;
  return html`${back}<h1>${t("staff_benefits.pay")}</h1><p class="soft">${t("staff_benefits.pay_text")}</p>
    <form novalidate @submit=${(event) => { event.preventDefault(); acts.send(true); }}>${errorSummary(errors)}
      ${input({ id: "period", label: t("staff_benefits.period"), hint: t("staff_benefits.period_hint"), value: made.period, maxlength: 7, width: "short", error: errors.period, oninput: acts.put("period") })}
      ${dayField({ id: "paid_on", label: t("staff_benefits.paid_on"), value: made.paid_on, error: errors.paid_on, oninput: acts.put("paid_on") })}
      <details class="benefit-except"><summary>${count("staff_benefits.except", made.except.length)}</summary>
        ${checkboxes({ id: "except", label: t("staff_benefits.except_label"), value: made.except, onchange: acts.put("except"),
          options: list.items.map((row) => ({ value: row.id, label: row.name, hint: row.hamlet_name })) })}</details>
      <div class="actions">${submit(t("staff_benefits.pay_check"), busy === "check", "search")}</div></form>
    <div id="found" tabindex="-1">${state.found ? result(state, acts) : nothing}</div>`;
}

function result({ found, done, made, busy }, acts) {
  const period = periodName(made.period);
  return html`${done ? notice("good", t("staff_benefits.pay_done", { n: number(found.count), period }), html`<p>${rupiah(found.amount)}</p>`)
    : found.count ? notice("info", t("staff_benefits.pay_would", { n: number(found.count), period }), html`<p>${rupiah(found.amount)}</p>`)
      : notice("info", t("staff_benefits.pay_nobody", { period }))}
    ${found.already ? html`<p>${t("staff_benefits.pay_already", { n: number(found.already) })}</p>` : nothing}
    ${found.left.length ? html`<h2>${t("staff_benefits.pay_left")}</h2><ul>${found.left.map((one) => html`<li><a href="/petugas/bantuan/${acts.program}/${one.id}">${one.name}</a>: ${t(`staff_benefits.left.${one.why}`)}</li>`)}</ul>` : nothing}
    ${!done && found.count ? html`<div class="actions">${button({ label: t("staff_benefits.pay_do", { n: number(found.count) }), name: "check", busy: busy === "pay", onclick: () => acts.send(false) })}</div>` : nothing}`;
}

async function send(state, { program, draw }, check) {
  if (state.busy) return;
  Object.assign(state, { busy: check ? "check" : "pay", errors: {} });
  draw();
  try {
    state.found = await payMany(program, { ...state.made, paid_on: typedDay(state.made.paid_on), check });
    state.done = !check;
  } catch (err) {
    const fault = readFault(err);
    state.errors = Object.keys(fault.fields).length ? fault.fields : { period: fault.message };
  }
  state.busy = "";
  draw();
  if (Object.keys(state.errors).length) focusErrors();
  else document.getElementById("found").focus();
}
