// A resident's own proposal: what is missing, where, and what it looks like. What
// was typed stays on the device until it is sent.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { backLink, submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { icon } from "ui/icon.js";
import { input, select, textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { myProposals } from "pages/programs/load.js";
import { askPlace } from "pages/programs/map.js";
import { inForm, photosField } from "pages/programs/photos.js";
import { fieldName, fields } from "pages/programs/words.js";

const kept = () => `mdesa-proposal-${account.get()?.id}`;
const nothingYet = () => ({ id: newId(), title: "", need: "", field: "", place: "", point: null });

export function open(view) {
  const state = { mine: null, fault: null, made: { ...nothingYet(), ...JSON.parse(sessionStorage.getItem(kept()) ?? "{}") }, files: [], alt: "", errors: {}, busy: false, map: false };
  const draw = () => view.show(t("proposals.new"), html`<div class="page programs">${backLink("/usulan", t("proposals.title"))}<h1>${t("proposals.new")}</h1>${page(state, acts, draw)}</div>`);
  const keep = () => sessionStorage.setItem(kept(), JSON.stringify(state.made));
  const load = async () => {
    try {
      Object.assign(state, { mine: await myProposals(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    const missing = { ...(!state.made.title.trim() && { title: t("proposals.title_missing") }), ...(!state.made.need.trim() && { need: t("proposals.need_missing") }),
      ...(state.files.length && state.alt.trim().length < 5 && { photos_alt: t("programs.alt_missing") }) };
    state.errors = missing;
    if (!Object.keys(missing).length) await sent();
    draw();
    focusErrors();
  };
  const sent = async () => {
    state.busy = true;
    draw();
    const { point, ...fields } = state.made;
    try {
      await pb.collection("proposals").create(inForm({ ...fields, point: point ?? undefined, photos_alt: state.files.length ? state.alt : "" }, { photos: state.files }));
      sessionStorage.removeItem(kept());
      await go("/usulan/" + fields.id);
      toast(t("proposals.sent"));
    } catch (err) {
      const fault = readFault(err);
      state.errors = Object.keys(fault.fields).length ? fault.fields : { title: fault.message };
      state.busy = false;
    }
  };
  const acts = {
    load, send,
    put: (name) => (value) => { state.made[name] = value; keep(); },
    showMap: () => {
      state.map = true;
      draw();
      askPlace(document.getElementById("proposal-map"), state.made.point, (point) => { state.made.point = point; keep(); });
    },
  };
  draw();
  load();
}

function page(state, acts, draw) {
  const { mine, fault, made, errors, busy, map } = state;
  if (fault) return failed(fault, acts.load);
  if (!mine) return loading();
  if (mine.why_not) return notice("info", mine.why_not);
  return html`<p class="lead">${t("proposals.new_lead", { hamlet: mine.hamlet.name })}</p>
    ${notice("info", t("proposals.public_note"), html`<p>${t("proposals.public_note_text")}</p>`)}
    <form novalidate @submit=${acts.send}>${errorSummary(errors)}
      ${input({ id: "title", label: t("proposals.what"), hint: t("proposals.what_hint"), maxlength: 150, value: made.title, error: errors.title, oninput: acts.put("title") })}
      ${textarea({ id: "need", label: t("proposals.why"), hint: t("proposals.why_hint"), maxlength: 2000, value: made.need, error: errors.need, oninput: acts.put("need") })}
      ${input({ id: "place", label: t("proposals.place"), hint: t("proposals.place_hint"), maxlength: 300, optional: true, value: made.place, error: errors.place, oninput: acts.put("place") })}
      <div class="field"><div id="proposal-map"></div>${map ? nothing : html`<button type="button" class="button quiet" @click=${acts.showMap}>${icon("map-pin")} ${t(made.point ? "proposals.map_change" : "proposals.map")}</button>`}</div>
      ${select({ id: "field", label: t("programs.field"), value: made.field, optional: true, error: errors.field, onchange: acts.put("field"),
        options: [{ value: "", label: t("proposals.field_unknown") }, ...fields.map((field) => ({ value: field, label: fieldName(field) }))] })}
      ${photosField(state, draw, { most: 5, label: t("proposals.photos"), hint: t("proposals.photos_hint") })}
      <div class="actions">${submit(t("proposals.send"), busy, "send")}</div></form>`;
}
