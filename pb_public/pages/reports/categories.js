// Categories of reports: services of the kind `report`, with a picture each.
import { addIcons } from "ui/icon.js";
import icons from "ui/icons_reports.js";
import { everything } from "pages/services/catalogue.js";

addIcons(icons);

const pictures = {
  "report-waste": "trash-2", "report-road": "traffic-cone", "report-drain": "waves", "report-light": "lightbulb", "report-tree": "trees",
  "report-water": "droplets", "report-order": "volume-2", "report-officials": "user-round-search", "report-records": "id-card",
  "report-aid": "hand-heart", "report-other": "circle-ellipsis",
};

// pictureOf is the icon of a category; those that the office added share one.
export const pictureOf = (key) => pictures[key] ?? "megaphone";

export const categories = async () => (await everything()).filter((service) => service.kind === "report" && service.self_service);
