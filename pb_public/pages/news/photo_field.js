// One photo with the words for those who cannot see it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { field, input } from "ui/field.js";
import { way } from "ui/paper_picker.js";

// photoField keeps a File in one.photo and words in one.photo_alt. kept says
// whether the record has a photo already.
export function photoField({ one, errors, draw, kept = false }) {
  const picked = (event) => { [one.photo] = event.target.files; draw(); };
  return html`${field({ id: "photo-file", label: t("photo.label"), hint: t("photo.hint"), error: errors.photo, optional: true, control: html`
      <p class="news-reach">${way("photo-camera", "camera", t("photo.camera"), "", picked, "environment", "image/*")}${way("photo-file", "upload", t("photo.choose"), "", picked, null, "image/jpeg,image/png,image/heic")}</p>
      ${one.photo ? html`<p role="status">${icon("image")} ${one.photo.name}</p>` : nothing}` })}
    ${one.photo || kept ? input({ id: "photo_alt", label: t("photo.alt"), hint: t("photo.alt_hint"), value: one.photo_alt, error: errors.photo_alt, maxlength: 200, oninput: (value) => { one.photo_alt = value; } }) : nothing}`;
}
