// Does the office keep its promises? Counts of requests, and nobody's data.
import { html, nothing } from "lit-html";
import { t, x, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { when } from "app/dates.js";
import { officeName } from "app/office.js";
import { duration } from "app/definition.js";
import { number } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { bars, picture, table } from "ui/charts.js";
import { empty, failed, loading } from "ui/states.js";
import { notice } from "ui/notice.js";
import { promises } from "pages/satisfaction/load.js";
import { monthName, share, workingTime } from "pages/satisfaction/words.js";
import { way } from "pages/satisfaction/results.js";

export function open(view) {
  const state = { board: null, fault: null };
  const draw = () => view.show(t("promise.title"), html`<div class="page satisfaction"><h1>${t("promise.title")}</h1>
    <p class="lead">${t("promise.lead", { office: officeName() })}</p>${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { board: await promises(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

const ways = () => html`<ul class="rows"><li>${way("/kepuasan", "chart-column", t("promise.to_satisfaction"))}</li>
  <li>${way("/janji/maklumat", "hand-heart", t("promise.to_pledge"))}</li><li>${way("/standar", "file-text", t("satisfaction.to_standards"))}</li></ul>`;

function page({ board, fault }, load) {
  if (fault) return failed(fault, load);
  if (!board) return loading();
  if (!board.services.length) return html`${empty("hourglass", t("promise.none"), t("promise.none_text"))}${ways()}`;
  const told = board.services.filter((one) => one.closed);
  return html`<dl class="promise-figures">
      ${figure(t("promise.kept"), share(board.all.kept, board.all.closed), t("promise.kept_of", { kept: number(board.all.kept), n: number(board.all.closed) }))}
      ${figure(t("promise.overdue"), board.overdue === null ? "1–4" : number(board.overdue), t("promise.overdue_text"))}
      ${figure(t("promise.median"), workingTime(board.all.median), t("promise.median_text"))}
      ${figure(t("promise.p90"), workingTime(board.all.p90), t("promise.p90_text"))}</dl>
    ${ways()}
    ${board.all.closed ? trend(board.months) : nothing}
    <h2>${t("promise.services")}</h2><p class="soft">${t("promise.services_text")}</p>
    <ul class="promise-services">${told.map(service)}</ul>
    ${few(board.services.filter((one) => !one.closed))}
    <p class="small soft">${t("promise.how", { when: when(board.at) })} ${t("promise.how_hidden")} <a href="/statistik">${t("promise.to_statistics")}</a></p>
    ${notice("info", t("satisfaction.take"), html`<p>${t("satisfaction.take_text")} <a href="/api/open/promises/csv" download>CSV</a> · <a href="/api/open/promises" download="janji-layanan.json">JSON</a></p>`)}`;
}

const figure = (label, value, note) => html`<div><dt>${label}</dt><dd><strong>${value}</strong><span class="small soft">${note}</span></dd></div>`;

function trend(months) {
  const known = months.filter((one) => one.closed !== 0);
  return picture({ id: "trend", title: t("promise.trend"), note: t("promise.trend_text"),
    drawing: bars(known.map((one) => ({ label: monthName(one.month, "short"), bars: [one.closed === null ? { kind: "untold", value: 0, text: t("promise.hidden") }
      : { kind: "plan", value: (100 * one.kept) / one.closed, text: `${share(one.kept, one.closed)} (${number(one.kept)}/${number(one.closed)})` }] })), { most: 100 }),
    head: heads(), rows: known.map(row) });
}

const heads = () => [t("promise.month"), t("promise.closed"), t("promise.kept"), t("promise.median"), t("promise.p90")];
const row = (one) => [monthName(one.month, "short"), ...(one.closed === null ? [t("promise.hidden"), "–", "–", "–"]
  : [number(one.closed), share(one.kept, one.closed), workingTime(one.median), workingTime(one.p90)])];

function service(one) {
  return html`<li class="card"><h3>${x(one, "name")}</h3>
    <p class="promise-line">${promised(one)}
      <strong>${t("promise.kept_of", { kept: number(one.kept), n: number(one.closed) })} (${share(one.kept, one.closed)})</strong> ${late(one)}</p>
    ${one.median != null ? html`<p class="small">${t("promise.times", { median: workingTime(one.median), p90: workingTime(one.p90) })}</p>` : nothing}
    <details class="chart-table"><summary>${t("promise.by_month")}</summary>${table({ caption: x(one, "name"), head: heads(), rows: one.months.map(row) })}</details></li>`;
}

// few names the services whose months are too small to be told.
const few = (services) => (services.length ? html`<h3>${t("promise.few")}</h3><p class="soft">${t("promise.few_text")}</p>
  <ul class="promise-few">${services.map((one) => html`<li><span>${x(one, "name")}</span> ${promised(one)} ${late(one)}</li>`)}</ul>` : nothing);

const promised = (one) => (one.promise?.amount ? html`<span class="soft">${t("promise.promised", { duration: duration(one.promise) })}</span>` : nothing);

const late = ({ overdue }) => (overdue ? html`<span class="promise-late">${icon("triangle-alert")} ${count("promise.late", overdue)}</span>` : nothing);
