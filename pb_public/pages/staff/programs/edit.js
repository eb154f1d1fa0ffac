// A program's particulars: a new one, or a change.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { today } from "app/dates.js";
import { keeper } from "app/kept.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { backLink, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary } from "ui/errors.js";
import { icon } from "ui/icon.js";
import { input, select, textarea } from "ui/field.js";
import { toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { sending } from "ui/sending.js";
import { deskProgram, inbox, linesOf } from "pages/staff/programs/load.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { hamlets } from "pages/programs/load.js";
import { askPlace } from "pages/programs/map.js";
import { budgetPart, proposalsPart } from "pages/staff/programs/links.js";

const own = ["title", "title_en", "goal", "goal_en", "kind", "year", "field", "activity", "budget_line", "hamlet", "place", "starts_on", "ends_on", "owner", "source", "cost"];

export function open(view) {
  const id = view.params.id;
  const state = { made: null, areas: [], lines: [], accepted: [], fault: null, errors: {}, busy: false, map: false };
  const title = () => t(id ? "staff_programs.change" : "staff_programs.new");
  const draw = () => view.show(title(), html`<div class="page programs">${backLink(id ? `/petugas/program/${id}` : "/petugas/program")}<h1>${title()}</h1>${page(state, acts)}</div>`);
  const typed = keeper(view, { draw, read: () => state.made, write: (words) => Object.assign(state, { made: words, errors: {} }) });
  const load = async () => {
    try {
      const [program, areas, { items }] = await Promise.all([id ? deskProgram(id) : null, hamlets(), inbox({ state: "accepted" })]);
      Object.assign(state, { areas, fault: null, accepted: items.filter((one) => !one.program || one.program.id === id), made: program ? ofProgram(program) : blank() });
      typed.begin(program?.updated);
      state.lines = await linesOf(state.made.year);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const send = sending({ state, draw, at: "title", send: async () => {
    const fields = sent(state.made);
    const saved = await (id ? pb.collection("programs").update(id, fields) : pb.collection("programs").create(fields));
    typed.done();
    await go("/petugas/program/" + saved.id);
    toast(t("staff_programs.saved"));
  } });
  const acts = {
    load, send, draw, kept: typed.line,
    put: (name, redraw) => (value) => { state.made[name] = value; if (redraw) draw(); },
    year: async (value) => {
      state.made.year = value;
      if (!/^20\d\d$/.test(value)) return;
      state.lines = await linesOf(value).catch(() => []);
      draw();
    },
    showMap: () => { state.map = true; draw(); askPlace(document.getElementById("program-place"), state.made.point, (point) => { state.made.point = point; }); },
  };
  draw();
  load();
}

const blank = () => ({ ...Object.fromEntries(own.map((name) => [name, ""])), kind: "works", year: today().slice(0, 4), point: null, proposals: [] });
const ofProgram = (program) => ({ ...Object.fromEntries(own.map((name) => [name, program[name] || ""])), year: String(program.year), cost: program.cost ? String(program.cost) : "",
  budget_line: program.budget_line ?? "", point: program.lat || program.lon ? { lat: program.lat, lon: program.lon } : null, proposals: program.proposals.map((one) => one.id) });

const sent = ({ point, year, cost, starts_on: from, ends_on: to, ...rest }) => ({ ...rest, year: Number(year) || 0, cost: Number(String(cost).replace(/\D/g, "")) || 0,
  starts_on: typedDay(from), ends_on: typedDay(to), point: point ?? { lat: 0, lon: 0 } });

function page(state, acts) {
  const { made, areas, fault, errors, busy, map } = state;
  if (fault) return failed(fault, acts.load);
  if (!made) return loading();
  const text = (name, more) => input({ id: name, label: t(`staff_programs.${name}`), value: made[name], error: errors[name], oninput: acts.put(name), ...more });
  return html`<form novalidate @submit=${acts.send}>${acts.kept()}${errorSummary(errors)}
    ${text("title", { label: t("staff_programs.name"), maxlength: 150 })}${text("title_en", { maxlength: 150, optional: true })}
    ${textarea({ id: "goal", label: t("staff_programs.goal"), hint: t("staff_programs.goal_hint"), maxlength: 2000, value: made.goal, error: errors.goal, oninput: acts.put("goal") })}
    ${textarea({ id: "goal_en", label: t("staff_programs.goal_en"), optional: true, maxlength: 2000, value: made.goal_en, error: errors.goal_en, oninput: acts.put("goal_en") })}
    ${radios({ id: "kind", label: t("staff_programs.kind"), value: made.kind, error: errors.kind, onchange: acts.put("kind", true),
      options: ["works", "activity", "aid"].map((kind) => ({ value: kind, label: t(`staff_programs.kind.${kind}`), hint: t(`staff_programs.kind.${kind}_text`) })) })}
    ${input({ id: "year", label: t("programs.year"), value: made.year, error: errors.year, width: "short", inputmode: "numeric", maxlength: 4, oninput: acts.year })}
    ${budgetPart(state, acts)}
    ${select({ id: "hamlet", label: t("programs.hamlet"), value: made.hamlet, error: errors.hamlet, onchange: acts.put("hamlet"),
      options: [{ value: "", label: t("programs.whole_village") }, ...areas.map(({ id, name }) => ({ value: id, label: name }))] })}
    ${text("place", { maxlength: 300, optional: true })}
    <div class="field"><div id="program-place"></div>${map ? "" : html`<button type="button" class="button quiet" @click=${acts.showMap}>${icon("map-pin")} ${t(made.point ? "proposals.map_change" : "proposals.map")}</button>`}</div>
    ${dayField({ id: "starts_on", label: t("staff_programs.starts_on"), optional: true, value: made.starts_on, error: errors.starts_on, oninput: acts.put("starts_on") })}
    ${dayField({ id: "ends_on", label: t("staff_programs.ends_on"), optional: true, value: made.ends_on, error: errors.ends_on, oninput: acts.put("ends_on") })}
    ${text("owner", { maxlength: 150, optional: true, hint: t("staff_programs.owner_hint") })}
    ${text("source", { maxlength: 60, optional: true, hint: t("staff_programs.source_hint") })}
    ${text("cost", { inputmode: "numeric", optional: true, hint: t("staff_programs.cost_hint") })}
    ${proposalsPart(state, acts)}
    <div class="actions">${submit(t("action.save"), busy, "check")}</div></form>`;
}
