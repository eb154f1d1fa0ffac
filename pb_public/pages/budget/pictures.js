// The pictures of a year: where money comes from, what it is for, and how far it
// was spent; and two years beside each other.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { bars, legend, picture } from "ui/charts.js";
import { childrenOf, idOf } from "pages/budget/tree.js";
import { decided, fields, lineName, money, now, percent, short, stageName } from "pages/budget/words.js";

const withReport = (answer) => answer.stages.includes("realised");

// fieldsPicture: spending by the five fields, decided and done.
export const fieldsPicture = (answer) => linesPicture(answer, "fields", t("budget.by_field"),
  answer.lines.filter((line) => fields.includes(line.code)));

// incomePicture: income by kind, the transfers one by one.
export function incomePicture(answer) {
  const below = childrenOf(answer.lines);
  const groups = (below.get("4") ?? []).flatMap((group) => (group.code === "4.2" ? below.get("4.2") ?? [group] : [group]));
  return linesPicture(answer, "income", t("budget.by_income"), groups);
}

function linesPicture(answer, id, title, lines) {
  const report = withReport(answer);
  const series = [{ kind: "plan", label: stageName(now(answer)) }, ...report ? [{ kind: "done", label: stageName("realised") }] : []];
  const drawing = html`${report ? legend(series) : nothing}${bars(lines.map((line) => ({
    label: lineName(line), href: `#${idOf(line.code)}`,
    bars: [{ kind: "plan", value: decided(line, answer) ?? 0, text: short(decided(line, answer)) },
      ...report ? [{ kind: "done", value: line.realised ?? 0, text: `${short(line.realised)} (${percent(line.realised, decided(line, answer))})` }] : []],
  })))}`;
  return picture({ id, title, drawing, head: [t("budget.line"), ...answer.stages.map(stageName), ...report ? [t("budget.share")] : []],
    rows: lines.map((line) => [lineName(line), ...answer.stages.map((stage) => money(line[stage])), ...report ? [percent(line.realised, decided(line, answer))] : []]) });
}

// yearsPicture: income and spending through the years, as last decided.
export function yearsPicture(list) {
  const held = (year) => year.totals[now(year)];
  const shown = [...list].reverse();
  const drawing = html`${legend([{ kind: "plan", label: t("budget.income") }, { kind: "done", label: t("budget.spending") }])}
    ${bars(shown.map((year) => ({ label: String(year.year), href: `/anggaran/${year.year}`,
      bars: [{ kind: "plan", value: held(year).income, text: short(held(year).income) }, { kind: "done", value: held(year).spending, text: short(held(year).spending) }] })))}`;
  return picture({ id: "years", title: t("budget.through_years"), drawing,
    head: [t("budget.year"), t("budget.income"), t("budget.spending"), t("budget.stage.realised")],
    rows: shown.map((year) => [year.year, money(held(year).income), money(held(year).spending), money(year.totals.realised?.spending)]) });
}

// comparison: the fields of two years beside each other, as last decided.
export function comparison(answer, list, other) {
  const one = list.find(({ year }) => year === answer.year);
  const two = list.find(({ year }) => year === other);
  if (!one || !two) return nothing;
  const names = Object.fromEntries(answer.lines.filter((line) => fields.includes(line.code)).map((line) => [line.code, lineName(line)]));
  const of = (year, field) => year.fields[field]?.[now(year)];
  const rows = fields.filter((field) => of(one, field) || of(two, field));
  const change = (field) => (of(two, field) > 0 ? `${of(one, field) >= of(two, field) ? "+" : "−"}${Math.abs(Math.round((100 * ((of(one, field) ?? 0) - of(two, field))) / of(two, field)))}%` : "–");
  const drawing = html`${legend([{ kind: "before", label: String(other) }, { kind: "plan", label: String(answer.year) }])}
    ${bars(rows.map((field) => ({ label: names[field] ?? field, note: change(field),
      bars: [{ kind: "before", value: of(two, field) ?? 0, text: short(of(two, field)) }, { kind: "plan", value: of(one, field) ?? 0, text: short(of(one, field)) }] })))}`;
  return picture({ id: "compare", title: t("budget.compare_title", { one: other, two: answer.year }), drawing,
    head: [t("budget.line"), other, answer.year, t("budget.change")],
    rows: rows.map((field) => [names[field] ?? field, money(of(two, field)), money(of(one, field)), change(field)]) });
}
