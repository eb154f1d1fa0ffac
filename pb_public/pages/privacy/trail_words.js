// An entry of the trail in plain words: "membuka permohonan Surat Domisili Anda".
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { receiptCode } from "pages/requests/code.js";

// The weightiest first: it gives the entry its picture.
const weights = ["change", "export", "reveal", "document", "letter", "view", "search", "list"];
const marks = { change: "pencil", export: "download", reveal: "id-card", document: "paperclip", letter: "file-check", view: "eye", search: "search", list: "users" };

const inOrder = (item) => weights.filter((what) => item.what.includes(what));

export const mark = (item) => marks[inOrder(item)[0]] ?? "eye";

// deeds is what they did, all of it in one sentence.
export function deeds(item) {
  const service = item.request && x(item.request, "service_name");
  const searched = (what) => item.everybody && what === "search"; // whether I was found is not known
  const parts = inOrder(item).map((what) => (searched(what) ? t("trail.searched_all")
    : what === "view" && service ? t("trail.view_request", { service }) : t(`trail.what.${what}`)));
  const said = parts.join(", ") + (item.everybody && !item.what.every(searched) ? " " + t("trail.everybody") : "");
  return said.charAt(0).toUpperCase() + said.slice(1) + ".";
}

// purpose is why, and which papers or words belong to it.
export function purpose(item) {
  const notes = item.note.join(", ");
  if (item.purpose === "other") return notes ? html`${t("trail.for")} “${notes}”` : nothing;
  return html`${t("trail.for")} ${item.request ? html`<a href="/permohonan/${item.request.id}">${t("trail.for_request", { code: receiptCode(item.request.code) })}</a>` : t(`trail.purpose.${item.purpose}`)}
    ${notes ? html`<span class="small soft trail-notes">${notes}</span>` : nothing}`;
}
