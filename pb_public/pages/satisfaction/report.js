// The report of a survey of satisfaction, for print: PermenPANRB 14/2017.
import { html, nothing } from "lit-html";
import { language, t, x, has } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { today } from "app/dates.js";
import { number } from "app/numbers.js";
import { office, officeName } from "app/office.js";
import { backLink } from "ui/button.js";
import { table } from "ui/charts.js";
import { failed, loading } from "ui/states.js";
import { resultOf } from "pages/satisfaction/load.js";
import { head, printButton, signature } from "pages/satisfaction/paper.js";
import { counterLine } from "pages/satisfaction/results.js";
import { bandName, elementName, hundredths, monthName, periodName, thousandths } from "pages/satisfaction/words.js";

export function open(view) {
  const state = { result: null, fault: null };
  const draw = () => view.show(t("satisfaction.report"), html`<div class="page satisfaction">
    <div class="no-print">${backLink("/kepuasan")}<h1>${t("satisfaction.report")}</h1></div>
    ${state.fault ? failed(state.fault, load) : state.result ? html`${printButton()}${paper(state.result)}` : loading()}</div>`);
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
  return office.watch(draw);
}

function paper(result) {
  const told = result.services.filter((one) => one.index != null);
  return html`<article class="paper" aria-label=${t("satisfaction.report")}>
    ${head(t("satisfaction.report_title"), html`<p class="paper-under">${officeName()} · ${periodName(result.period)}</p>`)}
    ${result.index == null ? html`<p>${t("satisfaction.too_few_text")}</p>` : html`
      <p>${t("satisfaction.report_result", { index: hundredths(result.index), band: result.band, name: bandName(result.band), n: number(result.answers), until: monthName(result.until < result.to ? result.until : result.to) })}</p>
      ${counterLine(result)}
      <h3>${t("satisfaction.elements")}</h3>
      ${table({ caption: t("satisfaction.elements"), head: [t("satisfaction.element"), t("satisfaction.mean"), t("satisfaction.weighted"), t("satisfaction.index_short"), t("satisfaction.grade")],
        rows: result.elements.map((one) => [`${one.number} ${elementName(one.key)}`, thousandths(one.mean), thousandths(one.weighted), hundredths(one.index), one.band]) })}
      <p class="small soft">${t("satisfaction.how_index")}</p>
      <h3>${t("satisfaction.priorities")}</h3><ol>${result.lowest.map((key) => html`<li>${elementName(key)}</li>`)}</ol>
      ${told.length ? html`<h3>${t("satisfaction.services")}</h3>${table({ caption: t("satisfaction.services"), head: [t("satisfaction.service"), t("satisfaction.index_short"), t("satisfaction.grade"), t("satisfaction.how_many")],
        rows: told.map((one) => [x(one, "name"), hundredths(one.index), one.band, number(one.answers)]) })}` : nothing}
      <h3>${t("satisfaction.respondents")}</h3>
      ${table({ caption: t("satisfaction.respondents"), kind: "respondents", head: [t("satisfaction.attribute"), t("satisfaction.value"), t("satisfaction.how_many")], rows: respondents(result) })}
      <p class="small soft">${t("satisfaction.respondents_text")}</p>`}
    <h3>${t("satisfaction.sample")}</h3>
    <p>${t("satisfaction.sample_text", { population: number(result.population), sample: number(result.sample), n: number(result.answers) })}</p>
    <h3>${t("satisfaction.plan")}</h3><p class="pre">${result.plan?.text || t("satisfaction.no_plan")}</p>
    ${signature(today())}</article>`;
}

const attributes = ["age_group", "sex", "education", "occupation"];

function respondents(result) {
  return attributes.flatMap((attribute) => (result.respondents[attribute] ?? []).map((share, i) =>
    [i ? "" : t(`satisfaction.attribute.${attribute}`), valueName(share), number(share.count)]));
}

function valueName({ value, label_en }) {
  const key = `satisfaction.value.${value}`;
  if (has(key)) return t(key);
  return (language.get() === "en" && label_en) || value;
}
