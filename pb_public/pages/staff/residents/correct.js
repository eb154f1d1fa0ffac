// Correcting what the register says of a resident: choose what is wrong, write
// what is right beside what stands there, say what it rests on.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { go } from "app/router.js";
import { backLink, submit } from "ui/button.js";
import { icon } from "ui/icon.js";
import { errorSummary } from "ui/errors.js";
import { facts } from "ui/facts.js";
import { textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { sending } from "ui/sending.js";
import { change } from "pages/staff/residents/change.js";
import { dots, shown } from "pages/staff/residents/facts.js";
import { parts } from "pages/staff/residents/fields.js";
import { referenceTables } from "pages/staff/residents/reference.js";

const all = parts.flatMap((part) => part.fields);

export function open(view) {
  const { id } = view.params;
  const state = { person: null, tables: null, changes: {}, reason: "", errors: {}, fault: null, busy: false, back: backTo(view, id), settles: settles(view) };
  const draw = () => view.show(t("reg.correct.title"), html`<div class="page">${page(state, acts)}</div>`);
  const typed = keeper(view, { draw, read: () => ({ changes: state.changes, reason: state.reason }), write: (words) => Object.assign(state, words, { errors: {} }) });
  const acts = {
    kept: typed.line,
    load: async () => {
      try {
        const [card, tables] = await Promise.all([pb.send(`/api/residents/${id}/card`, { query: { purpose: "upkeep" } }), referenceTables()]);
        Object.assign(state, { person: card.resident, tables, fault: null });
        typed.begin();
      } catch (err) {
        state.fault = readFault(err);
      }
      draw();
    },
    start: (field) => {
      state.changes[field.name] = field.masked || field.hidden ? "" : String(state.person[field.name] ?? "");
      draw();
      const place = document.getElementById(field.name);
      (place?.matches("fieldset") ? place.querySelector("input") : place)?.focus();
    },
    put: (name, value) => { state.changes[name] = value; draw(); },
    drop: (name) => { delete state.changes[name]; delete state.errors[name]; draw(); document.getElementById(`start-${name}`)?.focus(); },
    reason: (value) => { state.reason = value; },
    send: sending({ state, draw, at: "", send: () => send(id, state, typed) }),
  };
  draw();
  acts.load();
}

// Who came from a contradiction goes back there, and it is noted as put right.
const backTo = (view, id) => (view.query.get("jenis") ? "/petugas/warga/periksa?jenis=" + view.query.get("jenis") : `/petugas/warga/${id}`);
const settles = (view) => (view.query.get("jenis")
  ? { kind: view.query.get("jenis"), subject: view.query.get("subjek"), mark: view.query.get("tanda"), decision: "fixed" } : null);

async function send(id, state, typed) {
  await pb.send(`/api/residents/${id}/correct`, { method: "POST", body: { changes: paddedDays(state.changes), reason: state.reason } });
  if (state.settles) await pb.send("/api/residents/contradictions/settle", { method: "POST", body: { ...state.settles, note: state.reason } }).catch(() => {});
  typed.done();
  toast(t("reg.correct.done"));
  await go(state.back, { replace: true });
}

// paddedDays writes 1990-5-7 as 1990-05-07.
const paddedDays = (changes) => Object.fromEntries(Object.entries(changes).map(([name, value]) => [name,
  all.find((field) => field.name === name)?.kind === "day" ? value.split("-").map((part) => part.padStart(2, "0")).join("-") : value]));

function page(state, acts) {
  if (state.fault) return html`${backLink(state.back)}${failed(state.fault, acts.load, "h1")}`;
  if (!state.person) return html`<h1>${t("reg.correct.title")}</h1>${loading()}`;
  const begun = all.filter((field) => field.name in state.changes);
  return html`${backLink(state.back)}<h1>${t("reg.correct.title")}</h1><p><strong>${state.person.name}</strong></p>
    ${begun.length ? form(begun, state, acts) : notice("info", t("reg.correct.choose"), html`<p>${t("reg.correct.events")}</p>`)}
    <h2>${t("reg.correct.held")}</h2>${parts.map((part) => held(part, state, acts))}`;
}

function form(begun, state, acts) {
  return html`<form class="card correction" novalidate @submit=${acts.send}>
    ${acts.kept()}<h2>${t("reg.correct.changes")}</h2>
    ${state.errors[""] ? notice("bad", state.errors[""]) : errorSummary(state.errors)}
    ${begun.map((field) => change({ field, person: state.person, tables: state.tables, value: state.changes[field.name], error: state.errors[field.name],
      onchange: (value) => acts.put(field.name, value), ondrop: () => acts.drop(field.name) }))}
    ${textarea({ id: "reason", label: t("reg.correct.reason"), hint: t("reg.correct.reason_hint"), rows: 2, maxlength: 1000, value: state.reason, error: state.errors.reason, oninput: acts.reason })}
    <div class="actions">${submit(t("reg.correct.save"), state.busy, "check")}</div></form>`;
}

function held({ key, fields }, state, acts) {
  const lines = fields.filter((field) => !field.byEvent && !(field.name in state.changes)).map((field) => ({
    label: t(`reg.field.${field.name}`), value: value(field, state), change: () => acts.start(field) }));
  return lines.length ? html`<details class="fold" ?open=${key === "person"}><summary>${icon("chevron-down")} ${t(`reg.part.${key}`)}</summary>${facts(lines)}</details>` : nothing;
}

function value(field, { person, tables }) {
  if (field.hidden) return html`<span class="soft">${t("reg.correct.hidden")}</span>`;
  const text = shown(field, person, tables);
  return text === "" ? html`<span class="soft">${t("reg.correct.empty")}</span>` : field.masked ? html`<span class="code">${dots(text)}</span>` : text;
}
