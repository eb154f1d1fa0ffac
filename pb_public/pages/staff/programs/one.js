// One program at the desk: to change, to bring forward by milestones, to publish.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { backLink, button } from "ui/button.js";
import { ask, openDialog } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { facts } from "ui/facts.js";
import { icon } from "ui/icon.js";
import { textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { deskProgram, fileToken } from "pages/staff/programs/load.js";
import { milestones } from "pages/programs/one.js";
import { moneyPart } from "pages/programs/money.js";
import { milestoneActs } from "pages/staff/programs/milestone_acts.js";
import { fieldName, periodOf, progressBar, stateBadge, supportsText, whereOf } from "pages/programs/words.js";

export function open(view) {
  const state = { program: null, token: "", fault: null, wrong: "", busy: false };
  const draw = () => view.show(state.program?.title ?? t("programs.one"), html`<div class="page programs">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [program, token] = await Promise.all([deskProgram(view.params.id), fileToken()]);
      Object.assign(state, { program, token, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const act = async (what, said) => {
    if (state.busy) return;
    Object.assign(state, { busy: true, wrong: "" });
    draw();
    try {
      await what();
      toast(said);
    } catch (err) {
      const fault = readFault(err);
      state.wrong = Object.values(fault.fields)[0] ?? fault.message;
    }
    state.busy = false;
    await load();
  };
  const set = (fields, said) => act(() => pb.collection("programs").update(view.params.id, fields), said);
  const acts = {
    load, set,
    confirm: (id) => act(() => pb.collection("milestones").update(id, { waiting: false }), t("staff_programs.confirmed")),
    remove: (id) => act(() => pb.collection("milestones").delete(id), t("staff_programs.observation_gone")),
    stop: async () => {
      const because = await reasonFor();
      if (because) set({ state: "stopped", stopped_because: because }, t("staff_programs.stopped"));
    },
    discard: async () => {
      if (!await ask({ title: t("staff_programs.delete_title"), body: html`<p>${t("staff_programs.delete_text")}</p>`, confirm: t("action.delete"), danger: true })) return;
      try {
        await pb.collection("programs").delete(view.params.id);
        await go("/petugas/program");
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
    },
  };
  draw();
  load();
}

function reasonFor() {
  let because = "", error = "";
  return openDialog(t("staff_programs.stop_title"), (close, redraw) => html`<form novalidate @submit=${(event) => {
    event.preventDefault();
    if (because.trim().length >= 5) return close(because);
    error = t("staff_programs.stop_missing");
    redraw();
    focusErrors();
  }}>${errorSummary(error ? { because: error } : {})}
    ${textarea({ id: "because", label: t("staff_programs.stop_because"), hint: t("staff_programs.stop_hint"), maxlength: 1000, value: because, error, oninput: (value) => { because = value; } })}
    <div class="actions">${button({ label: t("staff_programs.stop"), kind: "danger", type: "submit" })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`);
}

function page(state, acts) {
  const { program, token, fault, wrong } = state;
  const back = backLink("/petugas/program", t("staff_programs.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!program) return html`${back}<h1>${t("programs.one")}</h1>${loading()}`;
  return html`${back}<h1>${program.title}</h1>
    <p>${stateBadge(program.state)} ${program.published ? badge("good", t("staff_programs.published"), "eye") : badge("calm", t("staff_programs.draft"), "eye-off")}</p>
    ${progressBar(program)}${wrong ? notice("bad", wrong) : nothing}
    ${program.may_keep ? actions(state, acts) : program.may_record ? html`<div class="actions">${record(program)}</div>` : nothing}
    ${program.state === "stopped" ? notice("warn", t("programs.stopped"), html`<p>${program.stopped_because}</p>`) : nothing}
    <p class="pre">${program.goal}</p>
    ${facts([
      { label: t("programs.where"), value: whereOf(program) },
      { label: t("programs.when"), value: periodOf(program) || String(program.year) },
      { label: t("programs.owner"), value: program.owner },
      { label: t("programs.field"), value: [fieldName(program.field), program.activity].filter(Boolean).join(" · ") },
      { label: t("programs.source"), value: program.source },
    ])}
    ${milestones(program, token, (one) => milestoneActs(one, program, state.busy, acts))}${moneyPart(program)}
    ${program.proposals.length ? html`<section><h2>${t("programs.asked_by")}</h2><ul class="plain">${program.proposals.map((one) => html`<li>
      <a class="paper-link" href="/petugas/usulan/${one.id}">${one.title}</a> <span class="small soft">${one.hamlet_name} · ${supportsText(one.supports)}</span></li>`)}</ul></section>` : nothing}`;
}

const record = ({ id }) => html`<a class="button" href="/petugas/program/${id}/tahap">${icon("camera")} ${t("staff_programs.milestone")}</a>`;

function actions({ program, busy }, acts) {
  return html`<div class="actions">
    ${record(program)}
    <a class="button quiet" href="/petugas/program/${program.id}/ubah">${icon("pencil")} ${t("action.change")}</a>
    ${program.published ? html`<a class="button quiet" href="/program/${program.id}" target="_blank">${icon("external-link")} ${t("staff_programs.public_page")}</a>
        ${button({ label: t("staff_programs.unpublish"), kind: "quiet", name: "eye-off", busy, onclick: () => acts.set({ published: false }, t("staff_programs.unpublished")) })}`
      : html`${button({ label: t("staff_programs.publish"), name: "eye", busy, onclick: () => acts.set({ published: true }, t("staff_programs.now_published")) })}
        ${button({ label: t("action.delete"), kind: "quiet danger", name: "trash-2", busy, onclick: acts.discard })}`}
    ${program.state === "stopped" ? button({ label: t("staff_programs.resume"), kind: "quiet", name: "refresh-cw", busy, onclick: () => acts.set({ state: "running" }, t("staff_programs.resumed")) })
      : program.state === "done" ? nothing : button({ label: t("staff_programs.stop"), kind: "quiet danger", name: "ban", busy, onclick: acts.stop })}</div>`;
}
