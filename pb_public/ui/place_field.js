// Where something is: in words with the banjar, or on the map. Both are equal;
// the map comes only when it is asked for, and the words work without it.
import { html, nothing } from "lit-html";
import { more, t } from "app/i18n.js";
import { pb } from "app/api.js";
import { hamletNames } from "app/definition.js";
import { icon } from "ui/icon.js";
import { group, input, select } from "ui/field.js";

let hamlets; // [{ id, name }], asked for once a visit
const arrived = new Set(); // redraws that wait for them
const maps = new Map(); // id of the field -> the picker that stands in its place
const notes = new Map(); // id of the field -> what the last try said

function hamletList(redraw) {
  if (Array.isArray(hamlets)) return hamlets;
  arrived.add(redraw);
  hamlets ??= pb.collection("hamlets").getFullList({ sort: "sort,name", fields: "id,name,parent" })
    .then((list) => { hamlets = list; for (const one of list) hamletNames.set(one.id, one.name); }, () => { hamlets = null; })
    .then(() => { for (const draw of arrived) draw(); arrived.clear(); });
  return [];
}

// hamletSelect asks for one of the hamlets; redraw is called once they are here.
export function hamletSelect({ value, redraw, ...rest }) {
  const list = hamletList(redraw);
  return select({ value: value ?? "", ...rest,
    options: [{ value: "", label: list.length ? t("place.hamlet_choose") : t("place.hamlet_none") }, ...list.map((one) => ({ value: one.id, label: one.name }))] });
}

// placeField takes value { words, hamlet, lat, lon } and calls onchange with such.
export function placeField({ id, value, onchange, error, ...rest }) {
  const place = value ?? {};
  const put = (change) => onchange(tidy({ ...place, ...change }));
  keepUp(id, place, put);
  return group({ id, error, ...rest, control: html`
    ${input({ id: `${id}-words`, label: t("place.words"), hint: t("place.words_hint"), value: place.words, maxlength: 300, optional: rest.optional, oninput: (words) => put({ words }) })}
    ${hamletSelect({ id: `${id}-hamlet`, label: t("place.hamlet"), value: place.hamlet, optional: rest.optional, redraw: () => onchange(value), onchange: (hamlet) => put({ hamlet }) })}
    <p class="place-or">${t("place.or")}</p>
    ${hasPoint(place) ? chosen(place, put) : nothing}
    <div class="paper-ways">
      <button type="button" class="button quiet small" @click=${(event) => showPicker(event.currentTarget, id, place, put)}>${icon("map-pin")} ${t("place.map")}</button>
      <span class="way"><input id="${id}-photo" class="way-input" type="file" accept="image/jpeg" @change=${(event) => fromPhoto(event, id, put, () => onchange(value))}>
        <label for="${id}-photo" class="button quiet small">${icon("image")} ${t("place.photo")}</label></span>
    </div>
    <p class="small soft" role="status">${notes.get(id) ?? t("place.photo_hint")}</p>
    <div class="place-map" hidden></div>` });
}

const hasPoint = ({ lat, lon }) => Boolean(lat || lon);
const tidy = ({ words, hamlet, lat, lon }) => ({ ...(words && { words }), ...(hamlet && { hamlet }), ...((lat || lon) && { lat, lon }) });

const chosen = ({ lat, lon }, put) => html`<p class="place-point">${icon("map-pin")} ${t("place.point", { lat: lat.toFixed(5), lon: lon.toFixed(5) })}
  <button type="button" class="link" @click=${() => put({ lat: 0, lon: 0 })}>${t("place.point_remove")}</button></p>`;

// showPicker brings the map into its place. The first drawing of it needs the
// module and its tiles; without them the words remain.
async function showPicker(button, id, place, put) {
  const element = button.closest("fieldset").querySelector(".place-map");
  element.hidden = false;
  if (maps.get(id)?.element === element) return element.scrollIntoView({ block: "nearest" });
  const state = { element, put, lat: place.lat ?? 0, lon: place.lon ?? 0, picker: null };
  maps.set(id, state);
  try {
    await more("map");
    const { pickPlace } = await import("ui/map.js");
    state.picker = await pickPlace(element, { value: hasPoint(place) ? place : null,
      changed: (point) => { Object.assign(state, { lat: point?.lat ?? 0, lon: point?.lon ?? 0 }); state.put({ lat: state.lat, lon: state.lon }); } });
  } catch {
    element.textContent = t("place.no_map");
  }
}

// keepUp: the handlers of this drawing, and a point that came from elsewhere.
function keepUp(id, place, put) {
  const state = maps.get(id);
  if (!state?.element.isConnected) return void maps.delete(id);
  state.put = put;
  if ((place.lat ?? 0) === state.lat && (place.lon ?? 0) === state.lon) return;
  Object.assign(state, { lat: place.lat ?? 0, lon: place.lon ?? 0 });
  state.picker?.set(hasPoint(place) ? { lat: place.lat, lon: place.lon } : null);
}

async function fromPhoto(event, id, put, redraw) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  const { photoPlace } = await import("app/photo_place.js");
  const point = await photoPlace(file);
  notes.set(id, point ? t("place.photo_used") : t("place.photo_silent"));
  if (point) put(point);
  else redraw();
}

// loadHamlets brings the names for pages that only show a place.
export const loadHamlets = (redraw) => { if (!Array.isArray(hamlets)) hamletList(redraw); };
