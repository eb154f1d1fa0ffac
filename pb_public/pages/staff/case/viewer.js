// A document on the screen: a picture can be fitted, seen at full size and
// turned; a PDF is shown by the browser's own reader where it has one.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

// viewer takes the file's bytes and its document; returns { view(open), open, leave }.
// view's argument opens the file in a new window.
export function viewer(blob, document, draw) {
  const state = { blob, address: URL.createObjectURL(blob), full: false, broken: false };
  const turn = async () => {
    const turned = await quarterTurn(state.blob).catch(() => null);
    if (!turned) return;
    URL.revokeObjectURL(state.address);
    Object.assign(state, { blob: turned, address: URL.createObjectURL(turned) });
    draw();
  };
  return {
    view: (open) => html`<div class="viewer">${document.mime.startsWith("image/") && !state.broken ? picture(state, document, draw, turn, open) : other(state, document, open)}</div>`,
    open: () => window.open(state.address, "_blank"),
    leave: () => URL.revokeObjectURL(state.address),
  };
}

function picture(state, document, draw, turn, open) {
  const tool = (name, label, onclick, pressed) => html`<button type="button" class="button quiet small" aria-pressed=${pressed ?? nothing} @click=${onclick}>${icon(name)}<span>${label}</span></button>`;
  const set = (full) => { state.full = full; draw(); };
  return html`<div class="viewer-tools no-print" role="group" aria-label=${t("desk.docs.tools")}>
      ${tool("maximize", t("desk.docs.fit"), () => set(false), String(!state.full))}
      ${tool("zoom-in", t("desk.docs.full"), () => set(true), String(state.full))}
      ${tool("rotate-cw", t("desk.docs.turn"), turn)}
      ${tool("external-link", t("desk.docs.new"), open)}</div>
    <div class="viewer-frame ${state.full ? "full" : ""}" role="region" tabindex="0" aria-label=${document.name}>
      <img src=${state.address} alt=${document.name} @error=${() => { state.broken = true; draw(); }}></div>`;
}

function other(state, document, open) {
  const pdf = document.mime === "application/pdf" && navigator.pdfViewerEnabled && matchMedia("(min-width: 700px)").matches;
  return html`${pdf ? html`<iframe class="viewer-pdf no-print" src=${state.address} title=${document.name}></iframe>`
    : html`<p>${document.mime === "application/pdf" ? t("desk.docs.pdf") : t("desk.docs.unreadable")}</p>`}
    <p><button type="button" class="button quiet small" @click=${open}>${icon("external-link")} ${t("desk.docs.new")}</button></p>`;
}

// quarterTurn draws a picture anew, turned to the right.
async function quarterTurn(blob) {
  const picture = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = picture.height;
  canvas.height = picture.width;
  const paper = canvas.getContext("2d");
  paper.translate(canvas.width, 0);
  paper.rotate(Math.PI / 2);
  paper.drawImage(picture, 0, 0);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
}
