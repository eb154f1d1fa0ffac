// The photo of the identity card: taken with the camera or chosen, made small on
// the phone, shown before it is sent.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { prepare } from "app/photo.js";
import { size } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { group } from "ui/field.js";
import { way } from "ui/paper_picker.js";

const largest = 3 * 1024 * 1024; // bytes, as the server's limit for a registration; photos made small need less
const pictures = ".jpg,.jpeg,.png,.heic,.heif,image/*";
let shown = { file: null, address: "" };

export function photoPart(state, { draw, save }) {
  const picked = async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    delete state.errors.photo;
    try {
      if (/pdf$/i.test(file.type || file.name)) throw { problem: "type" };
      const ready = await prepare(file);
      if (ready.size > largest) throw { problem: "size" };
      state.draft.files.ktp = ready;
      save();
    } catch (err) {
      state.errors.photo = err.problem === "size" ? t("register.photo_size") : err.problem === "empty" ? t("papers.empty", { name: file.name }) : t("register.photo_type");
    }
    draw();
  };
  const remove = () => { delete state.draft.files.ktp; save(); draw(); };
  const file = state.draft.files.ktp;
  return group({ id: "photo", label: t("register.photo"), hint: t("register.photo_hint"), error: state.errors.photo, control: html`
    ${file ? html`<figure class="ktp"><img src=${addressOf(file)} alt=${t("register.photo_alt")}>
      <figcaption>${icon("image")} <span>${file.name} · ${size(file.size)}</span>
        <button type="button" class="link" @click=${remove}>${icon("trash-2")} ${t("action.delete")}<span class="unseen"> ${file.name}</span></button></figcaption></figure>` : nothing}
    <div class="paper-ways">${way("photo-camera", "camera", t("papers.camera"), t("register.photo"), picked, "environment", "image/*")}
      ${way("photo-file", "upload", t("papers.file"), t("register.photo"), picked, null, pictures)}</div>` });
}

function addressOf(file) {
  if (shown.file !== file) {
    if (shown.address) URL.revokeObjectURL(shown.address);
    shown = { file, address: URL.createObjectURL(file) };
  }
  return shown.address;
}
