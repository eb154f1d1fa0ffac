// Taking a list of the state over (BLT, PKH, Sembako): a dry run row by row first,
// then all rows or the good ones; the whole list can be taken back.
import { html, nothing } from "lit-html";
import { t, x, language } from "app/i18n.js";
import { shortDate, today } from "app/dates.js";
import { number } from "app/numbers.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { backLink, button, submit } from "ui/button.js";
import { checkbox, radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { ask } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { field, input, select } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { check, imports, programs, refusedRows, take, undoImport } from "pages/staff/benefits/load.js";
import { rhythms } from "pages/staff/benefits/add.js";

export function open(view) {
  const { program } = view.params;
  const state = { title: null, lists: [], found: null, errors: {}, busy: "", stop: false,
    made: { target: "household", period: "monthly", status: "active", amount: "", reference: "", starts_on: `${today().slice(0, 4)}-1-1` } };
  const draw = () => view.show(t("staff_benefits.import"), html`<div class="page benefits">${page(state, acts)}</div>`);
  const acts = {
    program, draw,
    put: (name) => (value) => { state.made[name] = value; state.found = null; draw(); },
    load: async () => {
      try {
        const [all, lists] = await Promise.all([programs(), imports(program)]);
        Object.assign(state, { title: all.items.find(({ id }) => id === program), lists: lists.items });
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
      draw();
    },
  };
  draw();
  acts.load();
}

const sent = ({ made }) => ({ ...made, amount: made.amount.replace(/\D/g, ""), starts_on: typedDay(made.starts_on) });

function page(state, acts) {
  const { made, errors, busy, found } = state;
  const { put } = acts;
  return html`${backLink(`/petugas/bantuan/${acts.program}`, state.title ? x(state.title, "title") : t("staff_benefits.title"))}<h1>${t("staff_benefits.import")}</h1>
    <p class="soft">${t("staff_benefits.import_text")}</p>
    <form novalidate @submit=${(event) => { event.preventDefault(); dryRun(state, acts); }}>${errorSummary(errors)}
      ${field({ id: "file", label: t("staff_benefits.file"), hint: t("staff_benefits.file_hint"), error: errors.file,
        control: html`<input id="file" type="file" class="input" accept=".xlsx,.xlsm,.csv,.txt" aria-describedby="file-hint" @change=${(event) => put("file")(event.target.files[0])}>` })}
      ${radios({ id: "target", label: t("staff_benefits.target"), value: made.target, error: errors.target, onchange: put("target"), options: ["household", "person"].map((value) => ({ value, label: t(`staff_benefits.target.${value}`) })) })}
      ${input({ id: "amount", label: t("staff_benefits.amount"), hint: t("staff_benefits.import_amount_hint"), inputmode: "numeric", optional: true, maxlength: 13, width: "medium", value: made.amount, error: errors.amount, oninput: put("amount") })}
      ${select({ id: "period", label: t("staff_benefits.rhythm"), value: made.period, onchange: put("period"), options: rhythms.map((value) => ({ value, label: t(`staff_benefits.rhythm.${value}`) })) })}
      ${dayField({ id: "starts_on", label: t("staff_benefits.from"), value: made.starts_on, error: errors.starts_on, oninput: put("starts_on") })}
      ${input({ id: "reference", label: t("staff_benefits.reference"), hint: t("staff_benefits.reference_hint"), optional: true, maxlength: 150, value: made.reference, error: errors.reference, oninput: put("reference") })}
      ${radios({ id: "status", label: t("staff_benefits.status"), value: made.status, onchange: put("status"), options: ["active", "candidate"].map((value) => ({ value, label: t(`staff_benefits.as_${value}`) })) })}
      <div class="actions">${submit(t("staff_benefits.check"), busy === "check", "search")}</div></form>
    <div id="found" tabindex="-1">${found ? report(state, acts) : nothing}</div>${taken(state, acts)}`;
}

function report(state, acts) {
  const { found, busy } = state;
  const safe = found.good + found.changed + (state.stop ? found.gone : 0);
  return html`<h2>${t("staff_benefits.report")}</h2>
    <p>${t("staff_benefits.report_text", { rows: number(found.rows), good: number(found.good), warned: number(found.warned), refused: number(found.refused) })}</p>
    ${found.changed + found.same + found.gone ? html`<p>${t("staff_benefits.again_text", { changed: number(found.changed), same: number(found.same), gone: number(found.gone) })}</p>` : nothing}
    ${found.gone ? checkbox({ id: "stop", checked: state.stop, label: t("staff_benefits.stop_gone", { n: number(found.gone) }), onchange: (yes) => { state.stop = yes; acts.draw(); } }) : nothing}
    ${safe + found.warned === 0 ? notice(found.same ? "info" : "bad", t(found.same ? "staff_benefits.all_same" : "staff_benefits.nothing_good")) : nothing}
    <div class="actions">
      ${safe ? button({ label: t(safe > found.good ? "staff_benefits.take_update" : "staff_benefits.take_good", { n: number(safe) }), name: "check", busy: busy === "good", onclick: () => taking(state, acts, "good") }) : nothing}
      ${found.warned ? button({ label: t("staff_benefits.take_all", { n: number(safe + found.warned) }), kind: "quiet", name: "check", busy: busy === "all", onclick: () => taking(state, acts, "all") }) : nothing}
      ${found.refused ? button({ label: t("staff_benefits.refused_rows"), kind: "quiet", name: "download", onclick: () => refusedRows(acts.program, sent(state)).catch((err) => toast(readFault(err).message, "bad")) }) : nothing}</div>
    ${found.problems.length ? html`<ul class="plain benefit-problems">${found.problems.map(problem)}</ul>` : html`<p>${t("staff_benefits.no_problems")}</p>`}
    ${found.more ? html`<p class="small soft">${t("staff_benefits.more_problems", { n: number(found.more) })}</p>` : nothing}`;
}

const levels = { refused: ["bad", "circle-x"], warned: ["warn", "triangle-alert"], changed: ["info", "pencil"], gone: ["warn", "user-check"], same: ["calm", "circle-check"] };

const problem = (one) => html`<li class=${one.level}><p>${badge(levels[one.level][0], t(`staff_benefits.level.${one.level}`), levels[one.level][1])}
    ${one.row ? html`<strong>${t("staff_benefits.row", { row: one.row })}</strong> ` : nothing}${one.name}</p><p>${language.get() === "en" ? one.text_en : one.text}</p>
  ${one.suggestion ? html`<p class="small soft">${t("staff_benefits.suggestion", { value: language.get() === "en" ? one.suggestion_en : one.suggestion })}</p>` : nothing}</li>`;

function taken({ lists, busy }, acts) {
  if (!lists.length) return nothing;
  return html`<section><h2>${t("staff_benefits.lists")}</h2><ul class="plain benefit-payments">${lists.map((list) => html`<li class=${list.state === "undone" ? "cancelled" : ""}>
    <span><strong>${list.name}</strong> <span class="small soft">${t("staff_benefits.list", { day: shortDate(list.created), by: list.by, taken: number(list.taken), rows: number(list.rows) })}${list.changed + list.stopped ? " · " + t("staff_benefits.list_again", { changed: number(list.changed), stopped: number(list.stopped) }) : nothing}</span>
      ${list.state === "undone" ? badge("calm", t("staff_benefits.undone"), "undo-2") : nothing}</span>
    ${list.state === "done" && list.taken ? button({ label: t("staff_benefits.undo"), kind: "link", name: "undo-2", busy: busy === list.id, onclick: () => undoing(list, acts) }) : nothing}</li>`)}</ul></section>`;
}

async function undoing(list, acts) {
  if (!await ask({ title: t("staff_benefits.undo"), body: html`<p>${t("staff_benefits.undo_text", { n: number(list.taken) })}</p>${list.changed + list.stopped ? html`<p>${t("staff_benefits.undo_stays")}</p>` : nothing}`, confirm: t("staff_benefits.undo"), danger: true })) return;
  try {
    await undoImport(list.id);
    toast(t("staff_benefits.undone"));
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
  acts.load();
}

async function dryRun(state, acts) {
  if (state.busy) return;
  if (!state.made.file) return wrong(state, acts, { file: t("staff_benefits.file_missing") });
  await run(state, acts, "check", async () => { Object.assign(state, { found: await check(acts.program, sent(state)), stop: false }); });
  if (state.found) document.getElementById("found").focus();
}

async function taking(state, acts, choice) {
  await run(state, acts, choice, async () => {
    const done = await take(acts.program, sent(state), choice, state.stop ? state.found.gone : "");
    toast(t(done.updated + done.stopped ? "staff_benefits.taken_again" : "staff_benefits.taken", { n: number(done.taken), changed: number(done.updated), stopped: number(done.stopped) }));
    Object.assign(state, { found: null, stop: false });
    state.made.file = null;
    document.getElementById("file").value = "";
    await acts.load();
  });
}

async function run(state, acts, busy, what) {
  Object.assign(state, { busy, errors: {} });
  acts.draw();
  try {
    await what();
  } catch (err) {
    const fault = readFault(err);
    state.busy = "";
    return wrong(state, acts, Object.keys(fault.fields).length ? fault.fields : { file: fault.message });
  }
  state.busy = "";
  acts.draw();
}

function wrong(state, { draw }, errors) {
  Object.assign(state, { errors, found: null });
  draw();
  focusErrors();
}
