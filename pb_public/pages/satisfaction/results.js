// How satisfied residents are (SKM), by period: the index, the nine elements, the
// services.
import { html, nothing } from "lit-html";
import { t, x, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { officeName } from "app/office.js";
import { go } from "app/router.js";
import { number } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { bars, picture, table } from "ui/charts.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { notice } from "ui/notice.js";
import { resultOf } from "pages/satisfaction/load.js";
import { bandName, elementName, hundredths, monthName, periodName, thousandths } from "pages/satisfaction/words.js";

export function open(view) {
  const state = { result: null, fault: null };
  const draw = () => view.show(t("satisfaction.title"), html`<div class="page satisfaction"><h1>${t("satisfaction.title")}</h1>
    <p class="lead">${t("satisfaction.lead", { office: officeName() })}</p>${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { result: await resultOf(view.query.get("periode")), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ result, fault }, load) {
  if (fault) return failed(fault, load);
  if (!result) return loading();
  return html`${choose(result, "/kepuasan")}
    ${result.index == null ? empty("hourglass", t("satisfaction.too_few"), t("satisfaction.too_few_text")) : found(result)}
    ${services(result)}${how(result)}`;
}

// choose leads to another period that has a result, and to the one at hand.
export function choose({ period, periods }, address) {
  const known = periods.map((one) => one.period);
  const list = known.includes(period) ? known : [period, ...known];
  return html`<div class="no-print">${select({ id: "period", label: t("satisfaction.period"), value: period, optional: false,
    options: list.map((one) => ({ value: one, label: periodName(one) })), onchange: (one) => go(`${address}?periode=${one}`) })}</div>`;
}

function found(result) {
  return html`<section class="satisfaction-index" aria-labelledby="index-title"><h2 id="index-title">${t("satisfaction.index")}</h2>
      <p class="satisfaction-number"><strong>${hundredths(result.index)}</strong> <span class="satisfaction-band band-${result.band}">${result.band} · ${bandName(result.band)}</span></p>
      <p class="soft">${count("satisfaction.answers", result.answers, { period: periodName(result.period) })}</p>${counterLine(result)}</section>
    ${elements(result)}
    ${result.plan ? html`<h2>${t("satisfaction.plan")}</h2><p class="pre">${result.plan.text}</p>` : nothing}
    <p><a class="button quiet" href="/kepuasan/laporan?periode=${result.period}">${icon("printer")} ${t("satisfaction.report")}</a></p>`;
}

// counterLine is what officers entered for residents, beside the index.
export const counterLine = ({ counter }) => (counter ? html`<p>${t("satisfaction.counter", { index: hundredths(counter.index), band: counter.band, name: bandName(counter.band), n: number(counter.answers) })}
  <span class="soft">${t("satisfaction.counter_text")}</span></p>` : nothing);

function elements(result) {
  return picture({ id: "elements", title: t("satisfaction.elements"), note: t("satisfaction.elements_text"),
    drawing: bars(result.elements.map((one) => ({ label: `${one.number} ${elementName(one.key)}`,
      note: result.lowest.includes(one.key) ? t("satisfaction.priority") : "",
      bars: [{ kind: result.lowest.includes(one.key) ? "done" : "plan", value: one.index, text: `${hundredths(one.index)} · ${one.band}` }] })), { most: 100 }),
    head: [t("satisfaction.element"), t("satisfaction.mean"), t("satisfaction.index_short"), t("satisfaction.grade")],
    rows: result.elements.map((one) => [`${one.number} ${elementName(one.key)}`, thousandths(one.mean), hundredths(one.index), one.band]) });
}

function services(result) {
  const told = result.services.filter((one) => one.index != null);
  const waiting = result.services.length - told.length;
  return html`${told.length ? html`<h2>${t("satisfaction.services")}</h2>${table({ caption: t("satisfaction.services"),
    head: [t("satisfaction.service"), t("satisfaction.index_short"), t("satisfaction.how_many")],
    rows: told.map((one) => [x(one, "name"), `${hundredths(one.index)} · ${one.band}`, number(one.answers)]) })}` : nothing}
    ${waiting && result.index != null ? html`<p class="soft">${count("satisfaction.waiting", waiting)}</p>` : nothing}`;
}

function how(result) {
  return html`<details class="satisfaction-how"><summary>${t("satisfaction.how")}</summary>
      <p>${t("satisfaction.how_index")}</p><p>${t("satisfaction.how_blocks", { until: monthName(result.until) })}</p><p>${t("satisfaction.how_private")}</p></details>
    ${notice("info", t("satisfaction.take"), html`<p>${t("satisfaction.take_text")} <a href="/api/open/satisfaction/csv?period=${result.period}" download>CSV</a> · <a href="/api/open/satisfaction/json?period=${result.period}" download>JSON</a></p>`)}
    <ul class="rows"><li>${way("/janji", "hand-heart", t("satisfaction.to_promises"))}</li><li>${way("/standar", "file-text", t("satisfaction.to_standards"))}</li></ul>`;
}

export const way = (href, name, title) => html`<a class="row-link" href=${href}>${icon(name)}<span class="row-link-text"><span class="row-link-title">${title}</span></span>${icon("chevron-right")}</a>`;
