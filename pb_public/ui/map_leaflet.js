// Leaflet, and the ground that every map stands on: the office's tiles, or a
// plain surface with the hamlets' names. Nothing of it is loaded before a page
// shows a map.
import { html, nothing, render } from "lit-html";
import { t, more } from "app/i18n.js";
import { pb } from "app/api.js";

const sheets = {
  "/vendor/leaflet-1.9.4/leaflet.css": "sha384-sHL9NAb7lN7rfvG5lfHpm643Xkcjzp4jFvuavGOndn6pjVqS6ny56CAt3nsEVT4H",
  "/css/map.css": "",
};

// Leaflet finds out whether the browser knows SVG by writing this one word into
// an element. Nothing else becomes markup here: its controls and its popups'
// texts are made of nodes.
const probe = "<svg/>";

let loaded;

function load() {
  loaded ??= Promise.all([module(), more("map"), ...Object.entries(sheets).map(sheet)]).then(([leaflet]) => leaflet);
  loaded.catch(() => { loaded = null; }); // without network: the next map tries again
  return loaded;
}

async function module() {
  if (!window.trustedTypes?.defaultPolicy) {
    window.trustedTypes?.createPolicy("default", { createHTML: (text) => (text === probe ? text : null) });
  }
  await import("leaflet");
  return window.L.noConflict();
}

function sheet([href, integrity]) {
  if (document.querySelector(`link[href="${href}"]`)) return null;
  return new Promise((ready, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: ready, onerror: failed });
    if (integrity) link.integrity = integrity;
    document.head.append(link);
  });
}

const far = { lat: -2.5, lon: 118, zoom: 5 }; // Indonesia, as long as nothing is known
const usual = 14; // a village

// place is { lat, lon } as a record holds it; 0, 0 is none.
export const place = (value) => (value && (value.lat || value.lon) ? value : null);

// onTouch: one finger scrolls the page, two move the map.
const onTouch = () => matchMedia("(pointer: coarse)").matches;

// ground makes a map in an empty element and gives { L, map }. label names it
// for those who hear the page; more buttons may be given as a template.
export async function ground(element, label, buttons = nothing) {
  const [L, own, hamlets] = await Promise.all([load(), chosen(), namedHamlets()]);
  render(frame(own, label, buttons), element);
  const map = L.map(element.querySelector(".map-ground"), {
    zoomControl: false, attributionControl: false, scrollWheelZoom: false, dragging: !onTouch(), touchZoom: true,
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches, minZoom: 2, maxZoom: 19,
  });
  const start = place(own.map_point) ?? middle(hamlets);
  if (start) map.setView([start.lat, start.lon], own.map_zoom || usual);
  else map.setView([far.lat, far.lon], far.zoom);
  if (own.tiles) L.tileLayer(own.tiles, { maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" }).addTo(map);
  else {
    map.createPane("names").classList.add("map-names"); // under the marks
    hamlets.forEach(({ name, point }) => nameOn(L, map, name, point));
  }
  element.querySelector(".map-in").onclick = () => map.zoomIn();
  element.querySelector(".map-out").onclick = () => map.zoomOut();
  keepScale(map, element.querySelector(".map-scale"));
  new ResizeObserver(() => map.invalidateSize()).observe(element);
  return { L, map, sure: Boolean(start) };
}

function frame(own, label, buttons) {
  return html`<div class="map-frame">
    <div class="map-ground ${own.tiles ? "" : "map-plain"}" role="region" aria-label=${label}></div>
    <div class="map-buttons">
      <button type="button" class="map-button map-in" aria-label=${t("map.zoom_in")}>+</button>
      <button type="button" class="map-button map-out" aria-label=${t("map.zoom_out")}>−</button>
    </div>
    <p class="map-scale" aria-hidden="true"><span class="map-scale-text"></span><svg class="map-scale-line" height="6" aria-hidden="true"></svg></p>
    ${own.tiles ? html`<p class="map-credit">${credit(own.tiles_credit)}</p>` : nothing}
  </div>
  <p class="map-hint hint">${onTouch() ? t("map.two_fingers") : t("map.keys")}</p>${buttons}`;
}

// credit makes the one address in the makers' names a link.
function credit(text) {
  const [, before, address] = /^(.*?)\s*(https:\/\/\S+)?$/s.exec(text ?? "");
  return address ? html`<a href=${address} target="_blank" rel="noopener">${before || address}</a>` : before;
}

let settings;

// chosen is what the office chose for its maps; a page asks once.
function chosen() {
  settings ??= pb.collection("office").getOne("mdesa0000office", { fields: "tiles,tiles_credit,map_point,map_zoom" });
  settings.catch(() => { settings = null; });
  return settings;
}

let asked;

// namedHamlets are those whose place the office has said.
function namedHamlets() {
  asked ??= pb.collection("hamlets").getFullList({ fields: "name,point" })
    .then((list) => list.filter(({ point }) => place(point)))
    .catch(() => { asked = null; return []; });
  return asked;
}

function middle(hamlets) {
  const mean = (part) => hamlets.reduce((sum, { point }) => sum + point[part], 0) / hamlets.length;
  return hamlets.length ? { lat: mean("lat"), lon: mean("lon") } : null;
}

function nameOn(L, map, name, { lat, lon }) {
  const text = Object.assign(document.createElement("span"), { textContent: name });
  L.tooltip([lat, lon], { permanent: true, direction: "center", className: "map-name", pane: "names", content: text, interactive: false }).addTo(map);
}

// keepScale draws how long a round number of metres is.
function keepScale(map, element) {
  const draw = () => {
    const y = map.getSize().y / 2;
    const across = map.distance(map.containerPointToLatLng([0, y]), map.containerPointToLatLng([100, y]));
    const power = 10 ** Math.floor(Math.log10(across || 1));
    const metres = power * ([5, 2].find((step) => step * power <= across) ?? 1);
    element.querySelector(".map-scale-text").textContent = metres < 1000 ? `${metres} m` : `${metres / 1000} km`;
    element.querySelector("svg").setAttribute("width", Math.round((100 * metres) / across) || 1);
  };
  map.on("zoomend moveend resize", draw);
  map.whenReady(draw);
}
