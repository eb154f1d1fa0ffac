// /lapor: what is it about? Big pictures, a search, and what happens then.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { duration } from "app/definition.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";
import { backLink } from "ui/button.js";
import { empty, failed, loading } from "ui/states.js";
import { matching } from "pages/services/catalogue.js";
import { categories, pictureOf } from "pages/reports/categories.js";

export async function open(view) {
  const state = { list: null, fault: null, words: "" };
  const draw = () => view.show(t("lapor.title"), page(state, draw, load));
  const load = async () => {
    state.fault = null;
    try { state.list = await categories(); } catch (err) { state.fault = readFault(err); }
    draw();
  };
  draw();
  load();
}

function page(state, draw, load) {
  return html`<div class="page wide lapor">${backLink("/")}
    <h1>${t("lapor.title")}</h1><p class="lead">${t("lapor.lead")}</p>
    <form role="search" class="lapor-search" @submit=${(event) => event.preventDefault()}>
      <label class="unseen" for="lapor-q">${t("lapor.search")}</label>${icon("search")}
      <input id="lapor-q" class="input" type="search" autocomplete="off" placeholder=${t("lapor.search")} .value=${state.words}
        @input=${(event) => { state.words = event.target.value; draw(); }}></form>
    <div aria-live="polite">${state.fault ? failed(state.fault, load) : state.list ? tiles(state) : loading()}</div>
    ${account.get() ? nothing : notice("info", t("lapor.login"), html`<p>${t("lapor.login_text")} <a href="/aktivasi">${t("nav.activation")}</a></p>`)}
    <section aria-labelledby="then"><h2 id="then">${t("lapor.then")}</h2><ol class="steps">
      ${["read", "work", "answer", "word"].map((part) => html`<li><strong>${t(`lapor.then.${part}`)}</strong><p class="small soft">${t(`lapor.then.${part}_text`)}</p></li>`)}</ol></section>
    <section aria-labelledby="who"><h2 id="who">${t("lapor.who")}</h2><p>${t("lapor.who_text")}</p></section>
    <p><a href="/laporan">${icon("eye")} ${t("lapor.others")}</a></p></div>`;
}

function tiles({ list, words }) {
  const found = words.trim() ? matching(list, words) : list;
  if (!found.length) return empty("search", t("lapor.none"), t("lapor.none_text"), html`<a class="button quiet" href="/ajukan/report-other">${t("lapor.other")}</a>`);
  return html`<ul class="lapor-tiles">${found.map((category) => html`<li><a class="lapor-tile" href="/ajukan/${category.key}">
    <span class="lapor-picture">${icon(pictureOf(category.key))}</span>
    <span class="lapor-text"><strong>${x(category, "name")}</strong><span class="small">${x(category, "summary")}</span>
      ${category.promise?.amount ? html`<span class="small soft">${icon("clock")} ${t("service.time_at_most", { duration: duration(category.promise) })}</span>` : nothing}</span></a></li>`)}</ul>`;
}
