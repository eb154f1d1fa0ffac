// The monthly report (LAMPID) as the office prints it: numbers only.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { day, moment, today, when } from "app/dates.js";
import { number } from "app/numbers.js";
import { office, officeName, roleTitle } from "app/office.js";
import { officer } from "app/staff_session.js";
import { backLink, button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { failed, loading } from "ui/states.js";
import { hamletList, months, report } from "pages/staff/population/load.js";
import { downloadCSV } from "pages/staff/population/csv.js";
import { monthName, signed } from "pages/staff/population/words.js";

export function open(view) {
  const state = { month: view.query.get("bulan") ?? today().slice(0, 7), hamlet: view.query.get("wilayah") ?? "", report: null, months: [], hamlets: [], fault: null };
  const draw = () => view.show(t("population.report_title"), html`<div class="page wide population">${page(state, acts)}</div>`);
  const load = async () => {
    const { month, hamlet } = state;
    try {
      const answer = await report(month, hamlet);
      if (month === state.month && hamlet === state.hamlet) Object.assign(state, { report: answer, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const turn = (change) => {
    Object.assign(state, change);
    history.replaceState(null, "", "/petugas/kependudukan/laporan?" + new URLSearchParams({ bulan: state.month, ...(state.hamlet && { wilayah: state.hamlet }) }));
    load();
  };
  const acts = { load, turn };
  draw();
  load();
  Promise.all([months(), hamletList()]).then(([{ items }, hamlets]) => {
    Object.assign(state, { months: items.map(({ month }) => month), hamlets: mine(hamlets) });
    draw();
  }).catch(() => {}); // the report itself says what is wrong
}

// mine are the hamlets that somebody can choose: a hamlet head's own.
const mine = (hamlets) => (officer.get().role === "hamlet_head" ? hamlets.filter(({ id }) => officer.get().hamlets.includes(id)) : hamlets);

function page(state, acts) {
  return html`<div class="no-print">${backLink("/petugas/kependudukan")}<h1>${t("population.report_title")}</h1>${tools(state, acts)}</div>
    ${state.fault ? failed(state.fault, acts.load) : state.report ? sheet(state.report) : loading()}`;
}

function tools(state, acts) {
  const choices = state.months.includes(state.month) ? state.months : [state.month, ...state.months];
  return html`<div class="report-tools">
    ${select({ id: "report-month", label: t("population.month"), value: state.month, options: choices.map((month) => ({ value: month, label: monthName(month) })), onchange: (month) => acts.turn({ month }) })}
    ${state.hamlets.length > 1 ? select({ id: "report-hamlet", label: t("population.hamlet"), value: state.hamlet, onchange: (hamlet) => acts.turn({ hamlet }),
      options: [{ value: "", label: officer.get().role === "hamlet_head" ? t("population.all_mine") : t("population.whole_village") }, ...state.hamlets.map(({ id, name }) => ({ value: id, label: name }))] }) : nothing}
    <div class="report-buttons"><button type="button" class="button" @click=${() => window.print()}>${icon("printer")} ${t("action.print")}</button>
      ${button({ label: t("population.csv"), kind: "quiet", name: "download", onclick: () => downloadCSV(state.month, state.hamlet) })}</div></div>`;
}

const columns = ["wni_l", "wni_p", "wna_l", "wna_p", "total", "households"];
const core = ["opening", "birth", "death", "arrival", "departure", "closing"];
const stands = ["opening", "closing"];

function sheet(made) {
  const lines = made.lines.filter((line) => core.includes(line.key) || columns.some((column) => line[column]));
  return html`<article class="sheet" aria-label=${t("population.report_title")}>
    <header class="sheet-head"><p class="sheet-office">${officeName()}</p>
      <p class="small">${[office.get()?.address, office.get()?.district, office.get()?.regency].filter(Boolean).join(", ")}</p>
      <h2>${t("population.sheet_title")}</h2><p>${[monthName(made.month), ...made.hamlets].join(" · ")}</p></header>
    ${made.running ? html`<p class="small soft no-print">${icon("info")} ${t("population.running")}</p>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${t("population.sheet_title")}><table class="lampid">
      <thead><tr><th scope="col" rowspan="2">${t("population.line")}</th><th scope="colgroup" colspan="2">WNI</th><th scope="colgroup" colspan="2">WNA</th>
        <th scope="col" rowspan="2">${t("population.total")}</th><th scope="col" rowspan="2">KK</th></tr>
        <tr><th scope="col">L</th><th scope="col">P</th><th scope="col">L</th><th scope="col">P</th></tr></thead>
      <tbody>${lines.map((line) => html`<tr class=${stands.includes(line.key) ? "stand" : ""}><th scope="row">${t(`population.line.${line.key}`)}</th>
        ${columns.map((column) => html`<td>${stands.includes(line.key) ? number(line[column]) : line[column] ? signed(line[column]) : "–"}</td>`)}</tr>`)}</tbody></table></div>
    <p class="small soft">${t("population.legend")}</p>
    <footer class="sheet-foot"><p class="small">${made.closed ? t("population.closed_by", { name: made.closer_name, when: when(made.closed_at), hash: made.hash.slice(0, 16) }) : t("population.not_closed")}</p>
      <div class="sign"><p>${office.get()?.name ?? ""}, ${day(dayOf(made))}</p><p>${roleTitle("village_head")}</p><p class="sign-line"></p></div></footer></article>`;
}

// dayOf is when the paper was made: when its month was closed, else today.
const dayOf = (made) => (made.closed ? new Intl.DateTimeFormat("en-CA", { timeZone: office.get()?.time_zone }).format(moment(made.closed_at)) : today());
