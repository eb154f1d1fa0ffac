// What I answered and attached, folded away.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { fileURL, pb } from "app/api.js";
import { answerText, needed, walk } from "app/definition.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { facts } from "ui/facts.js";
import { toast } from "ui/notice.js";

export function answersPart({ request, definition }, household) {
  const { pages } = walk(definition, request.answers ?? {});
  const papers = needed(definition, request.answers ?? {}).filter((one) => request.attachments?.[one.key]?.length);
  return html`<details class="standard"><summary>${t("request.answers")}</summary>
    ${pages.map(({ page, fields }) => html`<h3>${x(page, "title")}</h3>${facts(fields.map((field) => ({ label: x(field, "label"), value: shown(field, request.answers[field.key], household) })))}`)}
    ${papers.length ? html`<h3>${t("papers.title")}</h3>${facts(papers.map((one) => ({ label: x(one, "name"),
      value: html`${request.attachments[one.key].map((id, i) => html`<button type="button" class="link" @click=${() => openDocument(id)}>${t("request.open_document", { n: i + 1 })}</button> `)}` })))}` : nothing}
  </details>`;
}

function shown(field, value, household) {
  const text = answerText(field, value, household);
  return Array.isArray(text) ? html`${text.map((line) => html`<div>${line}</div>`)}` : text;
}

// openDocument shows a document in a new window; the window is opened at once,
// because browsers allow that only while the finger is still on the button.
export async function openDocument(id) {
  const place = window.open("", "_blank");
  try {
    const document = await pb.collection("documents").getOne(id);
    if (document.removed_on) throw { status: 404, response: { message: t("wallet.removed", { day: day(document.removed_on) }) } };
    const address = await fileURL(document, document.file);
    if (place) place.location = address;
    else location.assign(address);
  } catch (err) {
    place?.close();
    toast(readFault(err).message, "bad");
  }
}
