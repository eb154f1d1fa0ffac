// Comparing a PDF with the one that was issued. The file stays on the device.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";

const results = { same: "good", different: "bad", unable: "warn" };

// comparePart returns a function that draws the place for the file; it takes the
// SHA-256 of the issued PDF in hex.
export function comparePart(redraw) {
  let result = "";
  let over = false;
  const take = async (file, wanted) => {
    if (!file) return;
    result = await compare(file, wanted);
    redraw();
  };
  return (wanted) => html`<section class="compare"><h2>${t("compare.title")}</h2><p>${t("compare.text")}</p>
    <div class="drop ${over ? "over" : ""}" @dragover=${(event) => { event.preventDefault(); over = true; redraw(); }}
      @dragleave=${() => { over = false; redraw(); }}
      @drop=${(event) => { event.preventDefault(); over = false; take(event.dataTransfer.files[0], wanted); }}>
      ${icon("file-check", "icon-large")}
      <span class="way"><input id="compare" class="way-input" type="file" accept="application/pdf,.pdf" @change=${(event) => take(event.target.files[0], wanted)}>
        <label for="compare" class="button quiet">${icon("upload")} ${t("compare.choose")}</label></span>
      <p class="small soft">${t("compare.drop")}</p></div>
    <div role="status">${result ? notice(results[result], t(`compare.${result}`), html`<p>${t(`compare.${result}_text`)}</p>`) : nothing}</div></section>`;
}

async function compare(file, wanted) {
  if (!crypto.subtle) return "unable"; // not opened over https
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("") === wanted.toLowerCase() ? "same" : "different";
}
