// Places on a map, brought only when somebody asks for it; a list says the same.
import { t, x, more } from "app/i18n.js";

const colours = { planned: "accent", running: "yellow", done: "green", stopped: "red", open: "accent", accepted: "green", refused: "grey", merged: "grey" };

// drawMap puts programs or proposals with a point into an element.
export async function drawMap(element, items, address) {
  const [{ showMap }] = await Promise.all([import("ui/map.js"), more("map")]);
  const points = items.filter(hasPoint).map((item) => ({ lat: item.lat, lon: item.lon, label: x(item, "title"), colour: colours[item.state], href: address + item.id }));
  return showMap(element, { points, label: t("programs.map_label") });
}

// askPlace lets a place be chosen; changed gets { lat, lon } or null.
export async function askPlace(element, value, changed) {
  const [{ pickPlace }] = await Promise.all([import("ui/map.js"), more("map")]);
  return pickPlace(element, { value, changed });
}

export const hasPoint = ({ lat, lon }) => lat !== 0 || lon !== 0;
