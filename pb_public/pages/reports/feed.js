// All reports that everybody may see: as a list or on a map, filtered by what
// stands in the address, so that what is seen can be sent to somebody.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { failed, loading } from "ui/states.js";
import { address, asked, chips, pickers, query, views } from "pages/reports/feed_filters.js";
import { list } from "pages/reports/feed_list.js";
import { mapPart, showPoints } from "pages/reports/feed_map.js";

const get = (path, filter) => pb.send("/api/open/reports" + path, { query: filter });

export function open(view) {
  const state = { asked: asked(view.query), summary: null, feed: null, places: null, fault: null };
  const draw = () => {
    view.show(t("report_feed.title"), page(state, { set, load }));
    if (state.asked.tampil === "peta" && state.places) showPoints(state.places, summaryText(state));
  };
  let latest = 0;
  async function load() {
    const turn = ++latest;
    const onMap = state.asked.tampil === "peta";
    try {
      const [summary, found] = await Promise.all([get("/summary"), get(onMap ? "/points" : "", query(state.asked))]);
      if (turn !== latest || !view.open) return;
      Object.assign(state, { summary, fault: null, [onMap ? "places" : "feed"]: found });
    } catch (err) {
      if (turn !== latest || !view.open) return;
      state.fault = readFault(err);
    }
    draw();
  }
  function set(changed, event) {
    event?.preventDefault();
    state.asked = { ...state.asked, hal: "", ...changed };
    history.pushState(null, "", address(state.asked));
    draw();
    load();
  }
  draw();
  load();
}

function page(state, acts) {
  const { summary, feed, places, fault, asked: now } = state;
  const onMap = now.tampil === "peta";
  const known = onMap ? places : feed;
  return html`<div class="page wide report-feed"><div class="report-feed-head"><div><h1>${t("report_feed.title")}</h1><p class="lead">${t("report_feed.lead")}</p></div>
    <a class="button" href="/lapor">${icon("megaphone")} ${t("report_feed.file")}</a></div>
    ${fault ? failed(fault, acts.load) : !summary || !known ? loading() : html`
      ${chips(now, summary, acts.set)}${pickers(now, summary, acts.set)}
      <div class="report-feed-bar"><p role="status">${summaryText(state)}</p>${views(now, acts.set)}</div>
      ${onMap ? mapPart(places) : list(feed, now, acts.set)}
      ${taking(now, summary)}`}</div>`;
}

function summaryText({ feed, places, asked: now }) {
  const found = now.tampil === "peta" ? places : feed;
  return found ? t(found.total === 1 ? "report_feed.total.one" : "report_feed.total.other", { n: found.total }) : "";
}

// taking are the same data for programs, spreadsheets and news readers.
function taking(now, { years }) {
  const feeds = new URLSearchParams(query({ ...now, warna: "", hal: "" })).toString();
  const link = (path, label) => html`<li><a href="/api/open/reports/${path}" target="_blank" rel="noopener">${label}</a></li>`;
  return html`<section class="report-feed-take"><h2>${t("report_feed.take")}</h2><p class="soft small">${t("report_feed.take_text")}</p><ul class="plain">
    ${link("atom" + (feeds ? "?" + feeds : ""), t("report_feed.atom"))}${link("rss" + (feeds ? "?" + feeds : ""), t("report_feed.rss"))}
    ${years.map((year) => html`${link(`csv?year=${year}`, t("report_feed.csv", { year }))}${link(`json?year=${year}`, t("report_feed.json", { year }))}`)}
  </ul></section>`;
}
