// Maps: showMap shows places, pickPlace asks for one. A page gives each an empty
// element that it draws nothing into, and tells the same in words beside it: a
// map is never the only way.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";
import { ground, place } from "ui/map_leaflet.js";
import { iconOf, mark, marks } from "ui/map_marks.js";

export { mark } from "ui/map_marks.js";

const shown = new WeakMap(); // element → what stands in it

// showMap shows points [{ lat, lon, label, colour: "red"|"yellow"|"green"|"grey"|
// "accent", shape?, href? }]. Called again for the same element it exchanges
// them. centre is { lat, lon, zoom? }; fit moves the map so that all points are
// seen. It gives { map, show(points) }; without network it says so in the
// element and gives null.
export async function showMap(element, { points = [], centre, fit = !centre, label }) {
  if (!shown.has(element)) shown.set(element, attempt(element, () => open(element, label)));
  const here = await shown.get(element);
  if (!here) return null;
  if (centre) here.map.setView([centre.lat, centre.lon], centre.zoom ?? 16);
  else if (fit && points.length) here.fit(points);
  here.show(points);
  return here;
}

async function open(element, label) {
  const { L, map } = await ground(element, label ?? t("map.label"));
  const fit = (points) => map.fitBounds(points.map(({ lat, lon }) => [lat, lon]), { paddingTopLeft: [30, 30], paddingBottomRight: [80, 40], maxZoom: 17, animate: false });
  return { map, fit, ...marks(L, map) };
}

// attempt shows in the map's place why there is none.
async function attempt(element, make) {
  try {
    return await make();
  } catch (err) {
    console.warn(err);
    shown.delete(element);
    element.replaceChildren(Object.assign(document.createElement("p"), { className: "map-failed", textContent: t("map.failed") }));
    return null;
  }
}

// pickPlace asks for a place: by a tap, by dragging the pin, by the phone's own
// position, or with the keyboard by moving the map under its middle. value is
// { lat, lon } or null, and changed is called with such a one. It gives
// { map, set(value) }, or null without network.
export const pickPlace = (element, { value = null, changed, label }) => attempt(element, () => picker(element, value, changed, label));

async function picker(element, value, changed, label) {
  const { L, map, sure } = await ground(element, label ?? t("map.pick_label"), pickButtons());
  const pin = L.marker([0, 0], { draggable: true, keyboard: false, icon: iconOf(L, mark("accent", "pin"), t("map.pin"), { anchor: [20, 38], className: "map-pin" }) });
  const says = element.querySelector(".map-says");
  const remove = element.querySelector(".map-remove");
  const set = (next, { move = false } = {}) => {
    const at = place(next);
    remove.hidden = !at;
    says.textContent = at ? t("map.at", { lat: at.lat, lon: at.lon }) : t("map.none");
    if (!at) return void pin.remove();
    pin.setLatLng([at.lat, at.lon]).addTo(map);
    if (move) map.setView([at.lat, at.lon], Math.max(map.getZoom(), 17));
  };
  const choose = (at, options) => {
    const next = at && { lat: rounded(at.lat), lon: rounded(at.lng ?? at.lon) };
    set(next, options);
    changed?.(next);
  };
  map.on("click", ({ latlng }) => choose(latlng.wrap()));
  pin.on("dragend", () => choose(pin.getLatLng().wrap()));
  element.querySelector(".map-middle").onclick = () => choose(map.getCenter().wrap());
  remove.onclick = () => { choose(null); element.querySelector(".map-middle").focus(); };
  element.querySelector(".map-mine").onclick = () => mine(says, (at) => choose(at, { move: true }));
  set(value, { move: Boolean(value) });
  if (!value && !sure) map.setZoom(6);
  return { map, set: (next) => set(next, { move: Boolean(next) }) };
}

const pickButtons = () => html`<p class="map-says" role="status"></p>
  <div class="actions map-actions">
    <button type="button" class="button quiet small map-mine">${icon("map-pin")} ${t("map.mine")}</button>
    <button type="button" class="button quiet small map-middle">${t("map.middle")}</button>
    <button type="button" class="button quiet small map-remove" hidden>${icon("x")} ${t("map.remove")}</button>
  </div>`;

// A metre, which is more than a phone knows.
const rounded = (degrees) => Math.round(degrees * 1e5) / 1e5;

function mine(says, found) {
  if (!navigator.geolocation) return void (says.textContent = t("map.mine_failed"));
  says.textContent = t("map.mine_asking");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => found({ lat: coords.latitude, lon: coords.longitude }),
    ({ code }) => { says.textContent = t(code === 1 ? "map.mine_denied" : "map.mine_failed"); },
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
}
