// The pictures of people: hamlets, ages, and the other attributes of the register.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { bars, legend, picture } from "ui/charts.js";
import { pyramid } from "ui/charts_people.js";
import { labelOf, told } from "pages/statistics/words.js";

export function areasPicture({ areas }) {
  return picture({ id: "hamlets", title: t("statistics.by_hamlet"), drawing: html`${legend([{ kind: "men", label: t("statistics.men") }, { kind: "women", label: t("statistics.women") }])}
    ${bars(areas.map((area) => ({ label: area.names.join(", "), href: `/statistik?banjar=${area.hamlets[0]}`,
      bars: [{ kind: "men", value: area.men, text: `${told(area.men)} ${t("statistics.men_short")}` }, { kind: "women", value: area.women, text: `${told(area.women)} ${t("statistics.women_short")}` }] })))}`,
    head: [t("statistics.hamlet"), t("statistics.men"), t("statistics.women"), t("statistics.residents")],
    rows: areas.map((area) => [area.names.join(", "), told(area.men), told(area.women), told(area.men + area.women)]) });
}

// rowOf is what a table tells of the village (-1) or of an area: null when nothing.
function rowOf(table, at) {
  if (at < 0) return table.village && { columns: table.columns, counts: table.village };
  return table.areas && { columns: table.area_columns ?? table.columns, counts: table.areas[at] };
}

const find = ({ tables }, key) => tables.find((table) => table.key === key);

// agesPicture lays men and women side by side. Their groups may differ: some are
// too few for the finer cut.
export function agesPicture(population, at) {
  const [men, women] = ["ages_men", "ages_women"].map((key) => rowOf(find(population, key), at));
  const title = t("statistics.ages");
  if (!men && !women) return untold(title);
  if (!men || !women || men.columns.length !== women.columns.length || men.columns.some(({ key }, i) => key !== women.columns[i].key))
    return html`${men ? attribute("ages-men", t("statistics.ages_men"), men) : nothing}${women ? attribute("ages-women", t("statistics.ages_women"), women) : nothing}`;
  const groups = men.columns.map((column, i) => ({ label: labelOf(column), men: men.counts[i], women: women.counts[i], men_text: told(men.counts[i]), women_text: told(women.counts[i]) }));
  return picture({ id: "ages", title, note: note([...men.counts, ...women.counts]), drawing: pyramid(groups, { men: t("statistics.men"), women: t("statistics.women") }),
    head: [t("statistics.age"), t("statistics.men"), t("statistics.women")], rows: groups.map((group) => [group.label, group.men_text, group.women_text]) });
}

export function attributePicture(population, key, at) {
  const row = rowOf(find(population, key), at);
  const title = t(`statistics.${key}`);
  return row ? attribute(key, title, row) : untold(title);
}

const attribute = (id, title, { columns, counts }) => picture({ id, title, note: note(counts),
  drawing: bars(columns.map((column, i) => ({ label: labelOf(column), bars: [{ kind: counts[i] === null ? "untold" : "plan", value: counts[i] ?? 0, text: told(counts[i]) }] }))),
  head: [title, t("statistics.people")], rows: columns.map((column, i) => [labelOf(column), told(counts[i])]) });

const note = (counts) => (counts.includes(null) ? html`${t("statistics.some_hidden")} <a href="#tersembunyi">${t("statistics.why")}</a>` : nothing);

const untold = (title) => html`<div class="chart"><p class="chart-title">${title}</p><p class="soft">${t("statistics.too_few")}</p></div>`;
