// The pictures of work: what was asked for and completed, reported and built.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { bars, legend, picture, table } from "ui/charts.js";
import { line } from "ui/charts_people.js";
import { labelOf, monthName, nameOf, told } from "pages/statistics/words.js";

const none = () => html`<p class="soft">${t("statistics.none_yet")}</p>`;

// servicesPictures: all services through the months, and each service by month.
export function servicesPictures({ months, services }) {
  if (!months.length) return none();
  const list = [...months].reverse();
  const series = [["plan", "filed"], ["done", "completed"]].map(([kind, key]) => ({ kind, label: t(`statistics.${key}`), values: list.map((month) => month[key].total) }));
  return html`${picture({ id: "services", title: t("statistics.per_month"), open: list.length < 3, drawing: html`${legend(series)}${line(series, list.map(({ month }) => monthName(month)))}`,
    head: [t("statistics.month"), t("statistics.filed"), t("statistics.completed")], rows: months.map(({ month, filed, completed }) => [monthName(month), told(filed.total), told(completed.total)]) })}
    <details class="chart-table"><summary>${t("statistics.per_service")}</summary>
      ${["filed", "completed"].map((key) => html`<h3>${t(`statistics.${key}`)}</h3>${table({ caption: t(`statistics.${key}`), head: [t("statistics.service"), ...months.map(({ month }) => monthName(month))],
        rows: services.map((service, i) => [nameOf(service), ...months.map((month) => told(month[key].items ? month[key].items[i] : null))]) })}`)}</details>`;
}

// reportsPicture: the public reports of each category by state, and by month.
export function reportsPicture({ reports, categories }) {
  if (!reports.length) return none();
  const months = [...new Set(reports.map(({ month }) => month))].sort().reverse();
  const states = ["new", "handling", "forwarded", "answered", "done", "refused", "duplicate"].filter((state) => reports.some((one) => one.state === state));
  const sum = (holds) => reports.filter(holds).reduce((total, { count }) => total + count, 0);
  return html`${picture({ id: "reports", title: t("statistics.by_category"),
    drawing: bars(categories.map((category) => ({ label: nameOf(category), href: `/laporan?kategori=${category.key}`, bars: [{ kind: "plan", value: sum((one) => one.category === category.key), text: told(sum((one) => one.category === category.key)) }] }))),
    head: [t("statistics.category"), ...states.map((state) => t(`statistics.report.${state}`))],
    rows: categories.map((category) => [nameOf(category), ...states.map((state) => told(sum((one) => one.category === category.key && one.state === state)))]) })}
    <details class="chart-table"><summary>${t("statistics.reports_by_month")}</summary>${table({ caption: t("statistics.reports_by_month"), head: [t("statistics.category"), ...months.map(monthName)],
      rows: categories.map((category) => [nameOf(category), ...months.map((month) => told(sum((one) => one.category === category.key && one.month === month)))]) })}</details>`;
}

// programsPicture: published programs by year and field, and their states.
export function programsPicture({ programs }) {
  if (!programs.length) return none();
  const states = ["planned", "running", "done", "stopped"].filter((state) => programs.some((one) => one.state === state));
  const rows = [...new Map(programs.map(({ year, field }) => [`${year} ${field}`, { year, field }])).values()];
  const sum = ({ year, field }, state) => programs.filter((one) => one.year === year && one.field === field && (!state || one.state === state)).reduce((total, { count }) => total + count, 0);
  const name = ({ year, field }) => `${year} · ${field ? t(`statistics.field.${field}`) : labelOf({ key: "not_recorded" })}`;
  return picture({ id: "programs", title: t("statistics.by_field"),
    drawing: bars(rows.map((row) => ({ label: name(row), href: `/program?${new URLSearchParams({ tahun: row.year, bidang: row.field })}`, bars: [{ kind: "plan", value: sum(row), text: told(sum(row)) }] }))),
    head: [t("statistics.field"), ...states.map((state) => t(`statistics.program.${state}`))], rows: rows.map((row) => [name(row), ...states.map((state) => told(sum(row, state)))]) });
}
