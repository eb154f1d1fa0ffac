// Photos that hang on a report, fetched with the login: before and after.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { isHEIC } from "app/photo.js";
import { icon } from "ui/icon.js";

const kept = new Map(); // "request/document" -> address of the picture, "" while it comes, null where there is none
const unreadable = new Set(); // addresses of what this browser cannot show: HEIC outside Safari

// photoOf is the address of a photo once it is here; draw is called then.
export function photoOf(request, document, draw) {
  const key = `${request}/${document}`;
  if (!kept.has(key)) {
    kept.set(key, "");
    fetch(`/api/requests/${request}/papers/${document}`, { headers: { Authorization: pb.authStore.token } })
      .then(async (answer) => { kept.set(key, answer.ok ? await addressOf(await answer.blob()) : null); }, () => kept.delete(key))
      .then(draw);
  }
  return kept.get(key);
}

async function addressOf(blob) {
  const address = URL.createObjectURL(blob);
  if (isHEIC(blob)) await Object.assign(new Image(), { src: address }).decode().catch(() => unreadable.add(address));
  return address;
}

// photoRow shows documents of a request side by side; label says what they are of.
export function photoRow(request, documents, label, draw) {
  if (!documents.length) return nothing;
  return html`<figure class="report-photos"><figcaption>${label}</figcaption><div class="report-photo-row">${documents.map((id, i) => {
    const address = photoOf(request, id, draw);
    if (unreadable.has(address)) return html`<a href=${address} download="${label} ${i + 1}.heic">${icon("download")} ${t("report.photo_heic", { n: i + 1 })}</a>`;
    return address ? html`<a href=${address} target="_blank" rel="noopener"><img src=${address} alt="${label} ${i + 1}"></a>` : nothing;
  })}</div></figure>`;
}

// photosIn are the ids of a report's photos: { before, after }.
export const photosIn = ({ request, events }) => ({
  before: request.attachments?.photos ?? [],
  after: events.flatMap((event) => event.data?.photos ?? []),
});
