// What shows that a correction is right: one paper, photographed or chosen.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { size } from "app/numbers.js";
import { accepted } from "app/photo.js";
import { icon } from "ui/icon.js";
import { group } from "ui/field.js";
import { way } from "ui/paper_picker.js";

// paperPart keeps the file in state.file.
export function paperPart(state, draw) {
  const put = (file) => { state.file = file; delete state.errors.paper; draw(); };
  const picked = (event) => {
    const [file] = event.target.files;
    event.target.value = ""; // so that the same file can be chosen again
    if (file) put(file);
  };
  const { file } = state;
  return group({ id: "paper", label: t("rights.paper"), hint: t("rights.paper_hint"), optional: true, error: state.errors.paper, control: html`
    ${file ? html`<ul class="papers"><li>${icon("paperclip")} <span class="paper-name">${file.name}<span class="small soft">${size(file.size)}</span></span>
      <button type="button" class="link" @click=${() => put(null)}>${icon("trash-2")}<span class="unseen">${t("papers.remove", { name: file.name })}</span></button></li></ul>` : nothing}
    <div class="paper-ways">${way("paper-camera", "camera", t("papers.camera"), t("rights.paper"), picked, "environment", "image/*")}
      ${way("paper-file", "upload", t("papers.file"), t("rights.paper"), picked, null, accepted)}</div>` });
}
