// One report, as everybody may know it.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { date, shortDate, time, when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { backLink } from "ui/button.js";
import { facts } from "ui/facts.js";
import { showMap } from "ui/map.js";
import { failed, loading } from "ui/states.js";
import { notice } from "ui/notice.js";
import { titleOf } from "pages/reports/title.js";
import { receiptCode } from "pages/requests/code.js";
import { standing, word } from "pages/reports/feed_standing.js";
import { happened } from "pages/reports/report_timeline.js";
import { photos } from "pages/reports/report_photos.js";
import { metoo } from "pages/reports/report_support.js";

export function open(view) {
  const state = { report: null, fault: null };
  const support = metoo(() => draw());
  function draw() {
    const { report } = state;
    view.show(report ? titleOf(report) : t("report_feed.one"), page(state, load, support));
    const place = report?.point && document.getElementById("report-map");
    if (place) showMap(place, { points: [{ ...report.point, colour: report.colour, label: titleOf(report) }], centre: { ...report.point, zoom: 16 }, label: t("report_feed.where") });
  }
  async function load() {
    state.fault = null;
    draw();
    try {
      state.report = await pb.send("/api/open/reports/" + encodeURIComponent(view.params.code), {});
      support.of(state.report);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  load();
}

// since: midnight is a day without an hour.
const since = (text) => (/^00[.:]00/.test(time(text)) ? date(text) : when(text));

function page({ report, fault }, load, support) {
  return html`<div class="page report-one">${backLink("/laporan", t("report_feed.back"))}
    ${fault ? failed(fault, fault.status === 404 ? null : load, "h1") : report ? one(report, support) : loading()}</div>`;
}

function one(report, support) {
  return html`<p class="report-one-top">${standing(report)} <span class="code soft">${receiptCode(report.code)}</span></p>
    <h1>${titleOf(report)}</h1>
    ${report.merged_into ? notice("info", t("report_feed.merged"), html`<p><a href="/laporan/${report.merged_into}">${t("report_feed.merged_link", { code: report.merged_into })}</a></p>`) : nothing}
    ${report.text ? html`<p class="pre">${report.text}</p>` : html`<p class="soft">${t("report_feed.unread")}</p>`}
    ${report.answer ? html`<section class="card report-answer"><h2>${t("report_feed.answer")}</h2><p class="pre">${report.answer}</p></section>` : nothing}
    ${report.forwarded_to ? notice("info", t("report_feed.forwarded_to", { name: report.forwarded_to }),
      html`<p>${report.forwarded_number ? t("report_feed.forwarded_number", { number: report.forwarded_number }) : t("report_feed.forwarded_text")}</p>`) : nothing}
    ${photos(report)}
    ${support.part(report)}
    <h2>${t("report_feed.facts")}</h2>
    ${facts([
      { label: t("report_feed.category"), value: x(report, "category_name") },
      { label: t("report_feed.place"), value: [report.place, report.hamlet_name].filter(Boolean).join(", ") },
      { label: t("report_feed.happened"), value: report.happened_at ? since(report.happened_at) : "" },
      { label: t("report_feed.filed"), value: when(report.submitted_at) },
      { label: t("report_feed.reporter"), value: report.reporter || t("report_feed.reporter_hidden") },
      { label: t("report_feed.due"), value: report.due_at && !report.answered_at && !report.closed_at ? when(report.due_at) : "" },
    ])}
    ${report.point ? html`<h2>${t("report_feed.where")}</h2><div id="report-map" class="report-map"></div>` : nothing}
    <h2>${t("report_feed.history")}</h2>${happened(report)}
    <p class="small soft">${t("report_feed.stands", { word: word(report.colour, report.state), day: shortDate(report.submitted_at) })}</p>`;
}
