// One year of the village's money, from the large figures down to each account.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { officeName } from "app/office.js";
import { backLink } from "ui/button.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { yearOf, years } from "pages/budget/load.js";
import { balance, decrees, figures } from "pages/budget/summary.js";
import { comparison, fieldsPicture, incomePicture } from "pages/budget/pictures.js";
import { childrenOf, openAt, tree } from "pages/budget/tree.js";
import { meaning } from "pages/budget/meaning.js";
import { versions } from "pages/budget/versions.js";

export function open(view) {
  const state = { year: Number(view.params.year), answer: null, list: [], fault: null, other: 0 };
  const draw = () => view.show(t("budget.title", { year: view.params.year }), html`<div class="page wide budget">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [answer, list] = await Promise.all([yearOf(state.year), years()]);
      const earlier = list.filter(({ year }) => year !== answer.year);
      Object.assign(state, { answer, list, fault: null, other: (earlier.find(({ year }) => year < answer.year) ?? earlier[0])?.year ?? 0 });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
    jump();
  };
  const acts = { load, compare: (year) => { state.other = Number(year); draw(); } };
  // A line is opened by its code; the router leaves the hash alone.
  const jump = () => openAt(decodeURIComponent(location.hash.slice(1)));
  const follow = (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    const code = link.getAttribute("href").slice(1);
    setTimeout(() => { history.replaceState(null, "", `#${code}`); openAt(decodeURIComponent(code)); }); // after the router has looked at it
  };
  draw();
  load();
  addEventListener("hashchange", jump);
  document.addEventListener("click", follow);
  return () => { removeEventListener("hashchange", jump); document.removeEventListener("click", follow); };
}

function page(state, acts) {
  const { answer, fault } = state;
  if (fault) return html`${backLink("/anggaran", t("budget.all_years"))}${failed(fault, acts.load, "h1")}`;
  if (!answer) return html`<h1>${t("budget.title", { year: state.year })}</h1>${loading()}`;
  const below = childrenOf(answer.lines);
  return html`${backLink("/anggaran", t("budget.all_years"))}
    <h1>${t("budget.title", { year: answer.year })}</h1>
    <p class="lead">${t("budget.lead", { office: officeName(), year: answer.year })}</p>${decrees(answer)}
    ${figures(answer)}
    ${answer.note ? notice("info", answer.note) : nothing}
    ${meaning()}
    <section><h2>${t("budget.what_for")}</h2>${fieldsPicture(answer)}</section>
    <section><h2>${t("budget.where_from")}</h2>${incomePicture(answer)}</section>
    ${state.other ? html`<section><h2>${t("budget.compare")}</h2>${chooser(state, acts)}${comparison(answer, state.list, state.other)}</section>` : nothing}
    <section><h2>${t("budget.details")}</h2><p class="soft">${t("budget.details_text")}</p>
      ${part(answer, below, "4", t("budget.income"))}${part(answer, below, "5", t("budget.spending"))}${part(answer, below, "6", t("budget.financing"))}</section>
    <section><h2>${t("budget.balance")}</h2><p class="soft">${t("budget.balance_text")}</p>${balance(answer)}</section>
    <section><h2>${t("budget.take")}</h2>${downloads(answer)}</section>
    <section><h2>${t("budget.history")}</h2><p class="soft">${t("budget.history_text")}</p>${versions(answer.versions)}</section>`;
}

const chooser = (state, acts) => (state.list.length > 2 ? select({ id: "other-year", label: t("budget.compare_with"), value: String(state.other), onchange: acts.compare,
  options: state.list.filter(({ year }) => year !== state.answer.year).map(({ year }) => ({ value: String(year), label: String(year) })) }) : nothing);

const part = (answer, below, code, title) => (below.get(code)?.length ? html`<h3>${title}</h3>${tree(answer, below, code)}` : nothing);

const downloads = ({ year }) => html`<p>${t("budget.take_text")}</p><div class="actions">
  ${["csv", "xlsx", "json"].map((format) => html`<a class="button quiet" href="/api/open/budgets/${year}/${format}" download="apbdes-${year}.${format}">${icon("download")} ${format.toUpperCase()}</a>`)}
  <a class="button quiet" href="/anggaran/${year}/baliho">${icon("printer")} ${t("budget.poster")}</a></div>`;
