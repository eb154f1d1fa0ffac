// Satisfaction at the desk: the result, what residents wrote, the follow-up plan,
// ratings at the counter, and the papers.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { number } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { failed, loading } from "ui/states.js";
import { resultOf } from "pages/satisfaction/load.js";
import { choose } from "pages/satisfaction/results.js";
import { bandName, elementName, hundredths, monthName, periodName } from "pages/satisfaction/words.js";
import { desk } from "pages/staff/satisfaction/load.js";
import { counterPart, find, fresh } from "pages/staff/satisfaction/counter.js";
import { planPart } from "pages/staff/satisfaction/plan.js";

export function open(view) {
  const state = { toRate: view.query.has("kode"), result: null, desk: null, fault: null, counter: fresh(view.query.get("kode") ?? ""), plan: { text: "", busy: false, errors: {} } };
  const draw = () => view.show(t("staff_satisfaction.title"), html`<div class="page satisfaction"><h1>${t("staff_satisfaction.title")}</h1>${page(state, { draw, load })}</div>`);
  const load = async () => {
    try {
      const first = state.desk === null;
      const [result, own] = await Promise.all([resultOf(view.query.get("periode")), desk()]);
      Object.assign(state, { result, desk: own, fault: null });
      state.plan.text = result.plan?.text ?? "";
      if (first && state.counter.code && own.may_rate) return await find(state.counter, draw);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page(state, acts) {
  const { result, fault } = state;
  if (fault) return failed(fault, acts.load);
  if (!result) return loading();
  const counter = state.desk.may_rate ? counterPart(state.counter, acts) : nothing;
  return html`${state.toRate ? counter : nothing}${choose(result, "/petugas/kepuasan")}
    ${result.index == null ? html`<p><strong>${t("satisfaction.too_few")}</strong> ${t("satisfaction.too_few_text")}</p>` : html`
      <p class="satisfaction-number"><strong>${hundredths(result.index)}</strong> <span class="satisfaction-band band-${result.band}">${result.band} · ${bandName(result.band)}</span></p>
      <p>${count("satisfaction.answers", result.answers, { period: periodName(result.period) })} ${t("staff_satisfaction.lowest", { list: result.lowest.map(elementName).join(", ") })}</p>`}
    <p class="soft">${t("staff_satisfaction.forms", { forms: number(state.desk.forms), full: number(state.desk.full) })}
      ${t("staff_satisfaction.sample", { population: number(result.population), sample: number(result.sample) })}</p>
    <ul class="rows"><li>${paper(`/kepuasan/laporan?periode=${result.period}`, t("staff_satisfaction.report"))}</li>
      <li>${paper("/petugas/kepuasan/standar", t("annex.title"))}</li><li>${paper("/janji/maklumat", t("staff_satisfaction.pledge"))}</li><li>${paper("/janji", t("staff_satisfaction.board"))}</li></ul>
    ${state.toRate ? nothing : counter}
    ${planPart(state, acts)}
    ${comments(state.desk)}`;
}

const paper = (href, title) => html`<a class="row-link" href=${href}>${icon("file-text")}<span class="row-link-text"><span class="row-link-title">${title}</span></span>${icon("chevron-right")}</a>`;

function comments({ batches, waiting }) {
  return html`<section><h2>${t("staff_satisfaction.comments")}</h2><p class="soft">${t("staff_satisfaction.comments_text")}</p>
    ${batches.map((batch) => html`<h3>${t("staff_satisfaction.until", { month: monthName(batch.until) })}</h3>
      <ul class="satisfaction-comments">${batch.comments.map((one) => html`<li><p class="pre">${one.text}</p><p class="small soft">${t(`satisfaction.score.overall.${one.overall}`)}</p></li>`)}</ul>`)}
    ${waiting ? html`<p>${count("staff_satisfaction.waiting", waiting)}</p>` : batches.length ? nothing : html`<p>${t("staff_satisfaction.no_comments")}</p>`}</section>`;
}
