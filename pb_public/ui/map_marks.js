// The marks on a map: each colour has a shape of its own, marks that would lie
// on one another become one with a number, and each can be reached with the
// keyboard as long as they are few.
import { html, render, svg } from "lit-html";
import { t, count } from "app/i18n.js";
import { go } from "app/router.js";
import { door } from "app/api.js";

// shapes by their names; a colour without a shape takes its own.
const shapes = {
  triangle: svg`<path d="M16 3 30 28H2z"/><path class="sign" d="M16 12v8M16 23.5v.5"/>`,
  square: svg`<rect x="4" y="4" width="24" height="24" rx="3"/><path class="sign" d="M16 9v7l4 3"/>`,
  circle: svg`<circle cx="16" cy="16" r="13"/><path class="sign" d="m10 16 4 4 8-8"/>`,
  diamond: svg`<path d="M16 2 30 16 16 30 2 16z"/><path class="sign" d="M11 16h10"/>`,
  pin: svg`<path d="M16 31S5 20 5 12.5a11 11 0 0 1 22 0C27 20 16 31 16 31z"/><circle class="hole" cx="16" cy="12.5" r="4.5"/>`,
};
const shapeOf = { red: "triangle", yellow: "square", green: "circle", grey: "diamond" };

// mark is the picture of one, also for the legend beside a map.
export const mark = (colour, shape = shapeOf[colour] ?? "pin") => html`<svg class="map-mark ${colour ?? "accent"}" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${shapes[shape]}</svg>`;

// iconOf is Leaflet's icon with a node of ours in it.
export function iconOf(L, template, label, { anchor = [20, 20], className = "" } = {}) {
  const icon = new L.Icon({ iconSize: [40, 40], iconAnchor: anchor, popupAnchor: [0, -14], className: `map-icon ${className}` });
  icon.createIcon = () => {
    const element = document.createElement("div");
    render(template, element);
    element.setAttribute("aria-label", label);
    icon._setIconStyles(element, "icon");
    return element;
  };
  icon.createShadow = () => null;
  return icon;
}

const cell = 44; // pixels
const reachable = 60; // marks that the tab key may stop at

// marks keeps points on a map: [{ lat, lon, label, colour, shape, href }].
export function marks(L, map) {
  const layer = L.layerGroup().addTo(map);
  let points = [];
  const draw = () => {
    layer.clearLayers();
    const seen = map.getBounds().pad(0.3);
    const groups = gather(map, points.filter(({ lat, lon }) => seen.contains([lat, lon])));
    for (const group of groups) layer.addLayer(markOf(L, map, group, groups.length <= reachable));
  };
  map.on("moveend", () => { if (!map._popup?.isOpen()) draw(); }); // a popup moves the map; it must not lose its mark
  map.on("popupclose", () => setTimeout(draw));
  return { show(next) { points = next; draw(); } };
}

// gather puts together what would stand within one cell.
function gather(map, points) {
  const groups = new Map();
  for (const point of points) {
    const { x, y } = map.project([point.lat, point.lon]);
    const key = map.getZoom() >= 18 ? `${point.lat},${point.lon}` : `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(point);
  }
  return [...groups.values()];
}

function markOf(L, map, group, keyboard) {
  const mean = (part) => group.reduce((sum, point) => sum + point[part], 0) / group.length;
  const [first] = group;
  const many = group.length > 1;
  const label = many ? count("map.many", group.length) : first.label;
  const icon = iconOf(L, many ? html`<span class="map-many">${group.length}</span>` : mark(first.colour, first.shape), label);
  const marker = L.marker([mean("lat"), mean("lon")], { icon, keyboard });
  const bounds = L.latLngBounds(group.map(({ lat, lon }) => [lat, lon]));
  const apart = many && map.getZoom() < 18 && !bounds.getNorthEast().equals(bounds.getSouthWest(), 1e-6);
  if (apart) {
    const closer = () => map.fitBounds(bounds, { padding: [40, 40], maxZoom: 18 });
    marker.on("click", closer).on("keypress", ({ originalEvent }) => originalEvent.key === "Enter" && closer());
    return marker;
  }
  return marker.bindPopup(() => popup(group), { closeButton: false, maxWidth: 240, minWidth: 140, autoPanPaddingTopLeft: [10, 10], autoPanPaddingBottomRight: [70, 10] })
    .on("popupopen", ({ popup: opened }) => opened.getElement().querySelector("a")?.focus({ preventScroll: true }));
}

const listed = 12;

function popup(group) {
  const element = document.createElement("div");
  render(html`<ul class="map-popup">${group.slice(0, listed).map(({ label, colour, shape, href }) => html`<li>
    ${mark(colour, shape)}${href ? html`<a href=${href} @click=${follow}>${label}</a>` : html`<span>${label}</span>`}</li>`)}</ul>
    ${group.length > listed ? html`<p class="small">${t("map.more", { n: group.length - listed })}</p>` : ""}`, element);
  return element;
}

// follow opens a link of this door without loading the page anew: Leaflet keeps
// clicks in popups away from the router.
function follow(event) {
  const { pathname, search, hash } = event.currentTarget;
  if (event.metaKey || event.ctrlKey || event.shiftKey || pathname.startsWith("/petugas") !== (door === "staff")) return;
  event.preventDefault();
  go(pathname + search + hash);
}
