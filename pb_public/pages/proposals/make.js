// A resident's own proposal: what is missing, where, and what it looks like; a new
// one, or one that nobody supports yet. Words and photos stay on the device as a
// draft until they are sent, see app/drafts.js.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { draftFor, drop, keep } from "app/drafts.js";
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

const nothingYet = () => ({ id: newId(), title: "", need: "", field: "", place: "", point: null });
const ofProposal = ({ id, title, need, field, place, lat, lon }) => ({ id, title, need, field, place, point: lat || lon ? { lat, lon } : null });

export function open(view) {
  const id = view.params.id; // of one that is to change
  // The draft stands among those of services, under its address.
  const form = { key: id ? `/usulan/${id}/ubah` : "/usulan/baru", name: "Usulan untuk banjar", name_en: "Proposal for the hamlet" };
  const title = t(id ? "proposals.change" : "proposals.new");
  const state = { mine: null, fault: null, draft: null, kept: false, made: nothingYet(), blank: "", files: [], alt: "", errors: {}, busy: false, map: false };
  const redraw = () => view.show(title, html`<div class="page programs">${id ? backLink(`/usulan/${id}`) : backLink("/usulan", t("proposals.title"))}<h1>${title}</h1>${page(state, acts, draw)}</div>`);
  const draw = () => { redraw(); later(); };
  let timer;
  const save = async () => {
    clearTimeout(timer);
    const { draft, made, alt, files } = state;
    if (!draft || !touched(state)) return;
    Object.assign(draft, { answers: { made, alt }, files: { photos: files } });
    const kept = await keep(draft).then(() => true, () => false);
    if (kept !== state.kept) { state.kept = kept; redraw(); }
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(save, 300); };
  const load = async () => {
    try {
      const [mine, draft] = await Promise.all([myProposals(), draftFor(account.get().id, form).catch(() => null)]);
      const one = mine.items.find((own) => own.id === id);
      if (id && !one) return go(`/usulan/${id}`, { replace: true });
      Object.assign(state, { mine, draft, fault: null, ...(one && { made: ofProposal(one), alt: one.alt }) });
      state.blank = JSON.stringify(state.made);
      if (draft?.at) Object.assign(state, { kept: true, made: draft.answers.made, alt: draft.answers.alt, files: draft.files.photos });
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
    const { id: own, point, ...fields } = state.made;
    try {
      if (id) await pb.collection("proposals").update(id, inForm({ ...fields, point: point ?? { lat: 0, lon: 0 }, photos_alt: state.alt }, { "photos+": state.files }));
      else await pb.collection("proposals").create(inForm({ ...fields, id: own, point: point ?? undefined, photos_alt: state.files.length ? state.alt : "" }, { photos: state.files }));
      await forget();
      await go("/usulan/" + own);
      toast(t(id ? "proposals.changed" : "proposals.sent"));
    } catch (err) {
      const fault = readFault(err);
      state.errors = Object.keys(fault.fields).length ? fault.fields : { title: fault.message };
      state.busy = false;
    }
  };
  const forget = async () => {
    clearTimeout(timer);
    if (state.draft) await drop(state.draft).catch(() => {});
    Object.assign(state, { draft: null });
  };
  const acts = {
    load, send, later,
    put: (name) => (value) => { state.made[name] = value; later(); },
    showMap: () => {
      state.map = true;
      draw();
      askPlace(document.getElementById("proposal-map"), state.made.point, (point) => { state.made.point = point; later(); });
    },
    discard: async () => {
      await forget();
      Object.assign(state, { kept: false, made: nothingYet(), files: [], alt: "", errors: {} });
      await load();
      document.getElementById("title")?.focus();
    },
  };
  draw();
  load();
  addEventListener("pagehide", save);
  return () => { removeEventListener("pagehide", save); return save(); };
}

// touched tells whether there is anything to keep.
const touched = ({ draft, made, blank, files }) => draft.at || files.length || JSON.stringify(made) !== blank;

function page(state, acts, draw) {
  const { mine, fault, made, errors, busy, map, kept } = state;
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
      ${photosField(state, draw, { most: 5, label: t("proposals.photos"), hint: t("proposals.photos_hint"), typed: acts.later })}
      <div class="actions">${submit(t("proposals.send"), busy, "send")}</div>
      <div role="status">${kept ? html`<p class="small soft">${icon("check")} ${t("proposals.kept")} <button type="button" class="link" @click=${acts.discard}>${t("proposals.discard")}</button></p>` : nothing}</div></form>`;
}
