// The services of the office, as lists show them.
import { html } from "lit-html";
import { pb } from "app/api.js";
import { t, has, x } from "app/i18n.js";
import { icon } from "ui/icon.js";

const shown = "id,key,name,name_en,summary,summary_en,category,kind,promise,fee,self_service,sort";
const lists = {};

// services are all active ones but the categories of reports, which have a page
// of their own, /lapor.
export const services = () => list('active=true && kind!="report"');

export const everything = () => list("active=true");

// list asks once a visit.
function list(filter) {
  lists[filter] ??= pb.collection("services").getFullList({ sort: "sort,name", filter, fields: shown, batch: 200 });
  lists[filter].catch(() => { delete lists[filter]; });
  return lists[filter];
}

// serviceByKey is one service with everything it asks; null where there is none.
export async function serviceByKey(key) {
  const found = await pb.collection("services").getList(1, 1, { filter: pb.filter("key={:key}", { key }), skipTotal: true });
  return found.items[0] ?? null;
}

// matching finds services by words that people use, in either language; those
// whose name says it come first.
export function matching(all, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (texts) => wanted.every((word) => texts.join(" ").toLowerCase().includes(word));
  const named = all.filter((one) => holds([one.name, one.name_en]));
  const meant = all.filter((one) => holds([one.name, one.name_en, one.summary, one.summary_en, one.key, categoryName(one.category)]));
  return [...new Set([...named, ...meant])];
}

// byCategory keeps the order of the list: [[category, services], …].
export const byCategory = (all) => [...Map.groupBy?.(all, (s) => s.category) ?? grouped(all)];

function grouped(all) {
  const groups = new Map();
  for (const service of all) groups.set(service.category, [...groups.get(service.category) ?? [], service]);
  return groups;
}

export function categoryName(category) {
  const key = `category.${category}`;
  return has(key) ? t(key) : category;
}

const pictures = { residence: "house", family: "users", welfare: "hand-heart", business: "briefcase-business", security: "shield-check" };
const kinds = { letter: "file-text", report: "megaphone", benefit: "hand-heart" };

// serviceRows are services to choose from.
export function serviceRows(list) {
  return html`<ul class="rows service-rows">${list.map((service) => html`<li>
    <a class="row-link" href="/layanan/${service.key}">
      ${icon(pictures[service.category] ?? kinds[service.kind] ?? "file-text")}
      <span class="row-link-text"><span class="row-link-title">${x(service, "name")}</span>
        <span class="small soft">${x(service, "summary")}</span></span>
      ${icon("chevron-right")}</a></li>`)}</ul>`;
}
