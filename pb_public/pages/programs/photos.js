// Photos of a place or of work, taken on the spot or chosen, and a few words for
// those who cannot see them. The phone makes them small and leaves out where they
// were taken; the server makes sure of it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { prepare } from "app/photo.js";
import { size } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { group, input } from "ui/field.js";
import { way } from "ui/paper_picker.js";

const kinds = ".jpg,.jpeg,.png,image/jpeg,image/png";

// photosField takes { files, alt, errors }, which it changes; `most` may be sent,
// and one has to where they are needed. typed is called when the words change.
export function photosField(state, draw, { most, label, hint, needed = false, typed }) {
  const picked = async (event) => {
    const chosen = [...event.target.files];
    event.target.value = "";
    delete state.errors.photos;
    for (const file of chosen) {
      try {
        if (/pdf$|hei[cf]$/i.test(file.type || file.name)) throw { problem: "type" };
        if (state.files.length >= most) throw { problem: "many" };
        state.files.push(await prepare(file));
      } catch (err) {
        state.errors.photos = t(err.problem === "many" ? "programs.photos_many" : "programs.photos_wrong", { name: file.name, most });
      }
    }
    draw();
  };
  const remove = (file) => { state.files = state.files.filter((other) => other !== file); draw(); };
  return html`${group({ id: "photos", label, hint, error: state.errors.photos, optional: !needed, control: html`
      ${state.files.length ? html`<ul class="plain">${state.files.map((file) => html`<li>${icon("image")} ${file.name} <span class="small soft">${size(file.size)}</span>
        <button type="button" class="link" @click=${() => remove(file)}>${icon("trash-2")} ${t("action.delete")}<span class="unseen"> ${file.name}</span></button></li>`)}</ul>` : nothing}
      <div class="photo-ways">${way("photos-camera", "camera", t("papers.camera"), label, picked, "environment", "image/*")}
        ${way("photos-file", "upload", t("papers.file"), label, picked, null, kinds)}</div>` })}
    ${state.files.length ? input({ id: "photos_alt", label: t("programs.alt"), hint: t("programs.alt_hint"), maxlength: 300, value: state.alt, error: state.errors.photos_alt, oninput: (value) => { state.alt = value; typed?.(); } }) : nothing}`;
}

// inForm is a record with files, as it is sent.
export function inForm(fields, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, typeof value === "object" && value !== null ? JSON.stringify(value) : value ?? "");
  for (const [name, list] of Object.entries(files)) for (const file of list) form.append(name, file, file.name);
  return form;
}
