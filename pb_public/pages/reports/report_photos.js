// How it looked before, and how it looks now.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { titleOf } from "pages/reports/title.js";

export function photos(report) {
  const { photos_before: before, photos_after: after } = report;
  if (!before.length && !after.length) return nothing;
  const row = (list, key) => list.map((photo, i) => html`<figure class="report-photo"><a href=${photo.url} target="_blank" rel="noopener">
    <img src=${photo.thumb} alt=${t(`report_feed.photo.${key}_alt`, { n: i + 1, title: titleOf(report), place: report.place || report.hamlet_name })} width="320" height="240" loading="lazy"></a>
    <figcaption>${t(`report_feed.photo.${key}`)}</figcaption></figure>`);
  return html`<h2>${t("report_feed.photos")}</h2><div class="report-photos">${row(before, "before")}${row(after, "after")}</div>`;
}
