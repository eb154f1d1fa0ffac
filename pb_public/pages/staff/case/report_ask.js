// What an action on a report asks for beside words: the agency outside, photos
// of the work, the report that is the same.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { shortDate } from "app/dates.js";
import { prepare } from "app/photo.js";
import { upload } from "app/upload.js";
import { icon } from "ui/icon.js";
import { radios } from "ui/choices.js";
import { input, textarea } from "ui/field.js";
import { hamletSelect } from "ui/place_field.js";
import { titleOf } from "pages/reports/title.js";
import { receiptCode } from "pages/requests/code.js";

export const isReport = (file) => file.definition.kind === "report";

// wantsPhotos says whether there is a place to look at.
const wantsPhotos = ({ definition }) => definition.report?.place === "required";

// reportDraft is what the dialog begins with.
export const reportDraft = ({ definition }) => ({ outside: definition.report?.outside?.name ?? "", outside_number: "", into: "", photos: [], no_photo: "", hamlet: "" });

// reportData goes along with the event.
export function reportData(action, draft) {
  switch (action) {
    case "approve": return hamletOf(draft);
    case "forward": return { outside: draft.outside.trim(), outside_number: draft.outside_number.trim(), ...hamletOf(draft) };
    case "resolve": return { photos: draft.photos.map(({ id }) => id), no_photo: draft.no_photo.trim() };
    case "reject": return draft.reason === "duplicate" ? { into: draft.into } : {};
    default: return {};
  }
}

// reportMissing names what is missing, by the server's names of the fields.
export function reportMissing(file, action, draft) {
  const errors = {};
  if (action === "forward" && !draft.outside.trim()) errors["data.outside"] = t("report.ask.outside_missing");
  if (action === "reject" && draft.reason === "duplicate" && !draft.into.trim()) errors["data.into"] = t("report.ask.into_missing");
  if (action === "resolve" && wantsPhotos(file) && !draft.photos.length && !draft.no_photo.trim()) errors["data.photos"] = t("report.ask.photos_missing");
  return errors;
}

// reportFields are the further fields of the dialog.
export function reportFields(file, action, draft, errors, redraw) {
  if (action === "approve") return hamletField(file, draft, errors, redraw);
  if (action === "forward") return html`${outsideFields(draft, errors)}${hamletField(file, draft, errors, redraw)}`;
  if (action === "resolve") return workFields(file, draft, errors, redraw);
  return action === "reject" && draft.reason === "duplicate" ? intoFields(file, draft, errors, redraw) : nothing;
}

const hamletOf = ({ hamlet }) => (hamlet ? { hamlet } : {});

// hamletField: a report by map lies in the banjar that is nearest, which may be the
// wrong one; a category without a place lies nowhere.
const hamletField = ({ definition, request }, draft, errors, redraw) => ((definition.report?.place ?? "none") === "none" ? nothing
  : hamletSelect({ id: "data.hamlet", label: t("report.ask.hamlet"), hint: t(request.hamlet ? "report.ask.hamlet_hint" : "report.ask.hamlet_none"),
    value: draft.hamlet || request.hamlet, error: errors["data.hamlet"], redraw, onchange: (value) => { draft.hamlet = value; redraw(); } }));

const outsideFields = (draft, errors) => html`
  ${input({ id: "data.outside", label: t("report.ask.outside"), value: draft.outside, maxlength: 150, error: errors["data.outside"], oninput: (value) => { draft.outside = value; } })}
  ${input({ id: "data.outside_number", label: t("report.ask.outside_number"), hint: t("report.ask.outside_hint"), value: draft.outside_number, maxlength: 60, optional: true,
    error: errors["data.outside_number"], oninput: (value) => { draft.outside_number = value; } })}`;

function workFields(file, draft, errors, redraw) {
  const id = "data.photos";
  return html`<div class="field ${errors[id] ? "wrong" : ""}"><p class="label" id="work-label">${t("report.ask.photos")}</p>
      ${errors[id] ? html`<p class="error">${icon("circle-x")} <span>${errors[id]}</span></p>` : nothing}
      ${draft.photos.length ? html`<ul class="papers">${draft.photos.map((photo) => html`<li>${icon("image")}<span class="paper-name">${photo.name}</span>
        <button type="button" class="link" @click=${() => { draft.photos = draft.photos.filter((one) => one !== photo); redraw(); }}>${icon("trash-2")}<span class="unseen">${t("papers.remove", { name: photo.name })}</span></button></li>`)}</ul>` : nothing}
      <span class="way"><input id=${id} class="way-input" type="file" accept="image/jpeg,image/png" multiple aria-describedby="work-label" @change=${(event) => add(event, draft, redraw)}>
        <label for=${id} class="button quiet small">${icon("camera")} ${draft.busy ? t("action.working") : t("report.ask.photos_add")}</label></span>
      ${draft.problem ? html`<p class="error" role="alert">${draft.problem}</p>` : nothing}</div>
    ${draft.photos.length ? nothing : textarea({ id: "data.no_photo", label: t("report.ask.no_photo"), rows: 2, maxlength: 300, optional: !wantsPhotos(file), value: draft.no_photo,
      oninput: (value) => { draft.no_photo = value; } })}`;
}

async function add(event, draft, redraw) {
  const picked = [...event.target.files];
  event.target.value = "";
  Object.assign(draft, { busy: true, problem: "" });
  redraw();
  for (const one of picked) {
    try {
      const id = newId();
      const ready = await prepare(one);
      if (!["image/jpeg", "image/png"].includes(ready.type)) throw { problem: "photo" }; // all are to see it
      await upload(ready, { id, name: t("report.after"), kind: "report_work" });
      draft.photos = [...draft.photos, { id, name: one.name }];
    } catch (err) {
      draft.problem = err.problem === "photo" ? t("report.ask.photos_type", { name: one.name }) : err.problem ? t(`papers.${err.problem}`, { name: one.name }) : readFault(err).message;
    }
  }
  draft.busy = false;
  redraw();
}

// intoFields offers the open reports around, and takes a code for any other.
function intoFields(file, draft, errors, redraw) {
  const { request, report } = file;
  if (!draft.near) {
    draft.near = [];
    const { lat, lon, hamlet } = request.answers.place ?? {};
    pb.send("/api/reports/near", { query: { service: request.service, ...(hamlet && { hamlet }), ...(lat && { lat, lon }) } })
      .then(({ items }) => { draft.near = items.filter((one) => one.code !== report?.code); redraw(); }, () => {});
  }
  const choose = (value) => { draft.into = value; redraw(); };
  return html`${draft.near.length ? radios({ id: "near", label: t("report.ask.near"), value: draft.into, onchange: choose,
      options: draft.near.map((one) => ({ value: one.code, label: `${titleOf(one)} · ${receiptCode(one.code)}`,
        hint: [one.place, one.hamlet_name, shortDate(one.submitted_at)].filter(Boolean).join(" · ") })) }) : nothing}
    ${input({ id: "data.into", label: t("report.ask.into"), hint: t("report.ask.into_hint"), width: "medium", value: draft.into, error: errors["data.into"], oninput: (value) => { draft.into = value; } })}`;
}

export function reportTitle(action) {
  switch (action) {
    case "approve": return t("report.ask.first");
    case "resolve": return t("report.ask.resolve");
    case "forward": return t("report.ask.forward");
    case "reject": return t("report.ask.reject");
    case "return": return t("report.ask.return");
    case "reopen": return t("report.reopen");
    case "confirm": return t("report.confirm");
    default: return "";
  }
}

export function reportAbout(action) {
  switch (action) {
    case "approve": return t("report.about.first");
    case "resolve": return t("report.about.resolve");
    case "forward": return t("report.about.forward");
    case "reject": return t("report.about.reject");
    case "return": return t("report.about.return");
    case "reopen": return t("report.about.reopen");
    case "confirm": return t("report.about.confirm");
    default: return "";
  }
}
