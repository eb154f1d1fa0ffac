// What is particular about a report on its reporter's page: the photos, and what
// all see of it.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { receiptCode } from "pages/requests/code.js";
import { photoRow, photosIn } from "pages/reports/photos.js";

export function reportPart(it, draw) {
  const { request, report } = it;
  const { before, after } = photosIn(it);
  return html`${photoRow(request.id, before, t("report.before"), draw)}${photoRow(request.id, after, t("report.after"), draw)}
    <section class="card" aria-labelledby="public"><h2 id="public">${t("report.public")}</h2>${shown(report)}</section>`;
}

function shown(report) {
  if (report.identity === "handler_only") return html`<p>${icon("lock")} ${t("report.public_secret")}</p>`;
  if (!report.public) return html`<p>${icon("eye-off")} ${t("report.public_no")}</p>`;
  return html`<p>${icon("eye")} ${t("report.public_yes")}${report.supports ? html` ${count("report.supports", report.supports)}` : nothing}</p>
    <p><a href="/laporan/${report.code}">${t("report.public_open", { code: receiptCode(report.code) })}</a></p>`;
}
