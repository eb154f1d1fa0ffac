// What a report is called: as its category, as long as nobody has read it.
import { x } from "app/i18n.js";

export const titleOf = (report) => (report.title === report.category_name ? x(report, "category_name") : report.title);
