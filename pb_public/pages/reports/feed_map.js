// The same reports on a map, with what its marks mean. Leaflet comes only here.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { mark, showMap } from "ui/map.js";
import { colours, word } from "pages/reports/feed_standing.js";
import { titleOf } from "pages/reports/title.js";

export function mapPart(places) {
  return html`<div id="report-map" class="report-map"></div>
    <ul class="report-legend">${colours.map((colour) => html`<li>${mark(colour)} ${t(`report_feed.colour.${colour}`)}</li>`)}</ul>
    <p class="small soft">${places.features.length < places.total ? t("report_feed.not_mapped", { n: places.features.length, total: places.total }) : nothing}
      ${places.more ? t("report_feed.map_more") : nothing}</p>`;
}

export function showPoints(places, label) {
  const points = places.features.map(({ geometry: { coordinates: [lon, lat] }, properties: one }) => ({
    lat, lon, colour: one.colour, href: `/laporan/${one.code}`,
    label: `${titleOf(one)} – ${word(one.colour, one.state)}`,
  }));
  return showMap(document.getElementById("report-map"), { points, label: `${t("report_feed.map")}: ${label}` });
}
