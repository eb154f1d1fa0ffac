// The place of one required document: what is asked, what was picked, how to add.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { size } from "app/numbers.js";
import { accepted } from "app/photo.js";
import { icon } from "ui/icon.js";
import { group } from "ui/field.js";

// paperPicker takes papers from papersOf. wallet is left out at the counter.
export function paperPicker({ requirement, papers, error, wallet = true }) {
  const key = requirement.key;
  const id = `attachments.${key}`;
  const picked = (event) => { const files = [...event.target.files]; event.target.value = ""; papers.add(requirement, files); };
  return html`<div class="card paper">${group({ id, label: x(requirement, "name"), hint: x(requirement, "note"), error, optional: requirement.optional, control: html`
    ${papers.list(key).length ? html`<ul class="papers">${papers.list(key).map((paper) => row(papers, key, paper))}</ul>` : nothing}
    <div class="paper-ways">
      ${way(`${id}-camera`, "camera", t("papers.camera"), x(requirement, "name"), picked, "environment", "image/*")}
      ${way(`${id}-file`, "upload", t("papers.file"), x(requirement, "name"), picked, null, accepted)}
      ${wallet ? html`<button type="button" class="button quiet small" @click=${() => chooseOwn(papers, key)}>${icon("folder-open")} ${t("papers.wallet")}<span class="unseen"> ${x(requirement, "name")}</span></button>` : nothing}
    </div>` })}</div>`;
}

// A file input dressed as a button; the input itself keeps keyboard and focus.
export function way(id, name, label, about, picked, capture, accept) {
  return html`<span class="way ${capture ? "way-camera" : ""}"><input id=${id} class="way-input" type="file" accept=${accept} capture=${capture ?? nothing} ?multiple=${!capture} @change=${picked}>
    <label for=${id} class="button quiet small">${icon(name)} ${label}<span class="unseen"> ${about}</span></label></span>`;
}

function row(papers, key, paper) {
  const part = papers.progress(paper);
  return html`<li>${icon(paper.sent ? "file-check" : "paperclip")}
    <span class="paper-name">${paper.name}<span class="small soft">${paper.size ? size(paper.size) : ""}
      ${part !== undefined ? t("papers.sending", { percent: Math.round(part * 100) }) : paper.sent ? t("papers.sent") : t("papers.waiting")}</span>
      ${part !== undefined ? html`<progress max="1" value=${part} aria-label=${t("papers.sending", { percent: Math.round(part * 100) })}></progress>` : nothing}</span>
    <button type="button" class="link" @click=${() => papers.remove(key, paper)}>${icon("trash-2")}<span class="unseen">${t("papers.remove", { name: paper.name })}</span></button>
    ${paper.heic && key === "photos" ? html`<p class="small paper-note">${icon("info")} ${t("papers.heic")}</p>` : nothing}</li>`;
}

async function chooseOwn(papers, key) {
  const { chooseFromWallet } = await import("pages/documents/choose.js");
  const document = await chooseFromWallet(key);
  if (document) papers.reuse(key, document);
}
