// A milestone from the site: how far, when, what it looks like.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { today } from "app/dates.js";
import { go } from "app/router.js";
import { keeper } from "app/kept.js";
import { backLink, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { dayField } from "ui/day_field.js";
import { errorSummary } from "ui/errors.js";
import { group, input, textarea } from "ui/field.js";
import { way } from "ui/paper_picker.js";
import { notice, toast } from "ui/notice.js";
import { sending } from "ui/sending.js";
import { deskProgram } from "pages/staff/programs/load.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { inForm, photosField } from "pages/programs/photos.js";

export function open(view) {
  const back = "/petugas/program/" + view.params.id;
  const state = { id: newId(), step: "50", percent: "", on: today(), note: "", files: [], alt: "", papers: [], errors: {}, busy: false, program: null };
  const typed = keeper(view, { draw: () => draw(), write: (words) => Object.assign(state, words, { errors: {} }),
    read: () => ({ id: state.id, step: state.step, percent: state.percent, on: state.on, note: state.note, alt: state.alt }) });
  const draw = () => view.show(t("staff_programs.milestone"), html`<div class="page programs">${backLink(back)}<h1>${t("staff_programs.milestone")}</h1>${about(state)}${typed.line()}${form(state, draw, send)}</div>`);
  const missing = () => (state.files.length && state.alt.trim().length < 5 ? { photos_alt: t("programs.alt_missing") } : {});
  const send = sending({ state, draw, missing, at: "note", send: async () => {
    const percent = state.step === "other" ? state.percent : state.step;
    await pb.collection("milestones").create(inForm({ id: state.id, program: view.params.id, percent, on: typedDay(state.on), note: state.note, photos_alt: state.files.length ? state.alt : "" },
      { photos: state.files, papers: state.papers }));
    typed.done();
    await go(back);
    toast(t(state.program?.may_keep === false ? "staff_programs.milestone_waits" : "staff_programs.milestone_saved"));
  } });
  draw();
  typed.begin();
  deskProgram(view.params.id).then((program) => { state.program = program; draw(); }, () => {}); // the form is whole without it
}

// about says which program it is, and that what a hamlet head records waits.
const about = ({ program }) => (program ? html`<p class="lead">${program.title}</p>
  ${program.may_keep ? nothing : notice("info", t("staff_programs.observer"), html`<p>${t("staff_programs.observer_text")}</p>`)}` : nothing);

function form(state, draw, send) {
  const { errors } = state;
  const papers = (event) => { state.papers = [...event.target.files].slice(0, 5); draw(); };
  return html`<form novalidate @submit=${send}>${errorSummary(errors)}
    ${radios({ id: "step", label: t("staff_programs.how_far"), value: state.step, onchange: (value) => { state.step = value; draw(); }, error: state.step === "other" ? "" : errors.percent,
      options: ["0", "50", "100", "other"].map((step) => ({ value: step, label: t(`staff_programs.step.${step}`) })) })}
    ${state.step === "other" ? input({ id: "percent", label: t("staff_programs.percent"), width: "short", inputmode: "numeric", maxlength: 3, value: state.percent, error: errors.percent, oninput: (value) => { state.percent = value; } }) : ""}
    ${photosField(state, draw, { most: 6, label: t("staff_programs.photos"), hint: t("staff_programs.photos_hint"), needed: state.program?.may_keep === false })}
    ${dayField({ id: "on", label: t("staff_programs.on"), value: state.on, error: errors.on, oninput: (value) => { state.on = value; } })}
    ${textarea({ id: "note", label: t("staff_programs.note"), optional: true, rows: 3, maxlength: 2000, value: state.note, error: errors.note, oninput: (value) => { state.note = value; } })}
    ${group({ id: "papers", label: t("staff_programs.papers"), hint: t("staff_programs.papers_hint"), optional: true, error: errors.papers, control: html`
      ${state.papers.length ? html`<p>${state.papers.map(({ name }) => name).join(", ")}</p>` : ""}<div class="photo-ways">${way("papers-file", "upload", t("papers.file"), t("staff_programs.papers"), papers, null, ".pdf,application/pdf")}</div>` })}
    <div class="actions">${submit(t("action.save"), state.busy, "check")}</div></form>`;
}
