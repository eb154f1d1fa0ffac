// What a hamlet's meeting asked for, recorded with its day and minutes.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { today } from "app/dates.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { backLink, submit } from "ui/button.js";
import { dayField } from "ui/day_field.js";
import { errorSummary } from "ui/errors.js";
import { group, input, select, textarea } from "ui/field.js";
import { way } from "ui/paper_picker.js";
import { toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { sending } from "ui/sending.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { inForm, photosField } from "pages/programs/photos.js";
import { fieldName, fields } from "pages/programs/words.js";
import { inbox } from "pages/staff/programs/load.js";

export function open(view) {
  const state = { areas: null, fault: null, made: { id: newId(), hamlet: "", title: "", need: "", place: "", field: "", cost: "", meeting_on: today() }, files: [], alt: "", minutes: null, errors: {}, busy: false };
  const draw = () => view.show(t("staff_programs.record"), html`<div class="page programs">${backLink("/petugas/usulan", t("staff_programs.proposals"))}<h1>${t("staff_programs.record")}</h1>${page(state, acts, draw)}</div>`);
  const typed = keeper(view, { draw, read: () => state.made, write: (words) => Object.assign(state, { made: words, errors: {} }) });
  const load = async () => {
    try {
      const { hamlets } = await inbox({});
      Object.assign(state, { areas: hamlets, fault: null });
      state.made.hamlet ||= hamlets[0]?.id ?? "";
      typed.begin();
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const send = sending({ state, draw, at: "title", send: async () => {
    const { made, files, minutes, alt } = state;
    await pb.collection("proposals").create(inForm({ ...made, cost: made.cost.replace(/\D/g, "") || "0", meeting_on: typedDay(made.meeting_on), photos_alt: files.length ? alt : "" }, { photos: files, minutes: minutes ? [minutes] : [] }));
    typed.done();
    await go("/petugas/usulan/" + made.id);
    toast(t("staff_programs.recorded"));
  } });
  const acts = { load, send, kept: typed.line, put: (name) => (value) => { state.made[name] = value; } };
  draw();
  load();
}

function page(state, { load, send, kept, put }, draw) {
  const { areas, fault, made, errors, busy, minutes } = state;
  if (fault) return failed(fault, load);
  if (!areas) return loading();
  const picked = (event) => { [state.minutes] = event.target.files; draw(); };
  return html`<form novalidate @submit=${send}>${kept()}${errorSummary(errors)}
    ${select({ id: "hamlet", label: t("programs.hamlet"), value: made.hamlet, error: errors.hamlet, onchange: put("hamlet"), options: areas.map(({ id, name }) => ({ value: id, label: name })) })}
    ${dayField({ id: "meeting_on", label: t("staff_programs.meeting_on"), value: made.meeting_on, error: errors.meeting_on, oninput: put("meeting_on") })}
    ${group({ id: "minutes", label: t("staff_programs.minutes"), hint: t("staff_programs.minutes_hint"), error: errors.minutes, control: html`${minutes ? html`<p>${minutes.name}</p>` : ""}<div class="photo-ways">
      ${way("minutes-camera", "camera", t("papers.camera"), t("staff_programs.minutes"), picked, "environment", "image/*")}${way("minutes-file", "upload", t("papers.file"), t("staff_programs.minutes"), picked, null, ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png")}</div>` })}
    ${input({ id: "title", label: t("proposals.what"), hint: t("proposals.what_hint"), maxlength: 150, value: made.title, error: errors.title, oninput: put("title") })}
    ${textarea({ id: "need", label: t("proposals.why"), hint: t("proposals.why_hint"), maxlength: 2000, value: made.need, error: errors.need, oninput: put("need") })}
    ${input({ id: "place", label: t("proposals.place"), optional: true, maxlength: 300, value: made.place, error: errors.place, oninput: put("place") })}
    ${select({ id: "field", label: t("programs.field"), optional: true, value: made.field, error: errors.field, onchange: put("field"), options: [{ value: "", label: t("proposals.field_unknown") }, ...fields.map((field) => ({ value: field, label: fieldName(field) }))] })}
    ${input({ id: "cost", label: t("proposals.cost"), hint: t("staff_programs.cost_hint"), optional: true, inputmode: "numeric", value: made.cost, error: errors.cost, oninput: put("cost") })}
    ${photosField(state, draw, { most: 5, label: t("proposals.photos"), hint: t("proposals.photos_hint") })}
    <div class="actions">${submit(t("action.save"), busy, "check")}</div></form>`;
}
