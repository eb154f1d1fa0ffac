// Reports one under the other, the newest first.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { shortDate } from "app/dates.js";
import { icon } from "ui/icon.js";
import { empty } from "ui/states.js";
import { address } from "pages/reports/feed_filters.js";
import { standing } from "pages/reports/feed_standing.js";
import { titleOf } from "pages/reports/title.js";

export function list(feed, now, set) {
  if (!feed.items.length) return empty("flag", t("report_feed.none"), t("report_feed.none_text"));
  return html`<ul class="report-list">${feed.items.map(item)}</ul>${pages(feed, now, set)}`;
}

function item(report) {
  return html`<li class="report-item ${report.colour}"><div class="report-item-words">
    <p class="report-item-top">${standing(report)}${report.supports ? html`<span class="small soft">${icon("users")} ${supported(report.supports)}</span>` : nothing}</p>
    <h2><a href="/laporan/${report.code}">${titleOf(report)}</a></h2>
    <p class="small soft">${[x(report, "category_name"), report.hamlet_name, shortDate(report.submitted_at)].filter(Boolean).join(" · ")}</p>
    ${report.place ? html`<p class="small">${icon("map-pin")} ${report.place}</p>` : nothing}
    ${report.forwarded_to ? html`<p class="small">${icon("send")} ${t("report_feed.forwarded_to", { name: report.forwarded_to })}</p>` : nothing}</div>
    ${report.photo ? html`<img src=${report.photo.thumb} alt="" width="320" height="240" loading="lazy">` : nothing}</li>`;
}

export const supported = (n) => t(n === 1 ? "report_feed.supports.one" : "report_feed.supports.other", { n });

function pages({ page, pages: last }, now, set) {
  if (last < 2) return nothing;
  const to = (n, label, name) => html`<a class="button quiet" href=${address({ ...now, hal: String(n) })}
    @click=${(event) => { set({ hal: String(n) }, event); window.scrollTo(0, 0); }}>${icon(name)} ${label}</a>`;
  return html`<nav class="report-pages" aria-label=${t("report_feed.pages")}>
    ${page > 1 ? to(page - 1, t("report_feed.newer"), "arrow-left") : html`<span></span>`}
    <span>${t("report_feed.page", { page, last })}</span>
    ${page < last ? to(page + 1, t("report_feed.older"), "arrow-right") : html`<span></span>`}</nav>`;
}
