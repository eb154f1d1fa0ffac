// The way in: what is going on with my requests, what can I do here, is the
// office open.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { office, village, loadOffice } from "app/office.js";
import { account } from "app/session.js";
import { gate, icon } from "ui/icon.js";
import { loading, failed } from "ui/states.js";
import { services, matching, byCategory, categoryName, serviceRows } from "pages/services/catalogue.js";
import { waysIn, latest } from "pages/home/village.js";
import { openingCard, openingLine, promiseCard } from "pages/home/opening.js";

export async function open(view) {
  const state = { words: view.query.get("cari") ?? "", list: null, fault: null, mine: nothing, programs: nothing };
  const draw = () => view.show(t("home.title"), page(state, search, load));
  const search = (words) => { state.words = words; draw(); };
  const load = async () => {
    state.fault = null;
    draw();
    try { state.list = await services(); } catch (err) { state.fault = readFault(err); }
    draw();
  };
  const stop = village.watch(draw);
  load();
  if (village.get()) loadOffice().catch(() => {}); // back from another page: it may be another hour by now
  if (account.get()) {
    const { ownOpenRequests } = await import("pages/home/mine.js");
    ownOpenRequests((mine) => { state.mine = mine; draw(); });
    const { programsOfMine } = await import("pages/programs/mine.js");
    programsOfMine((programs) => { state.programs = programs; draw(); });
  }
  return stop;
}

function page(state, search, load) {
  const me = account.get();
  return html`
    <section class="hero"><div class="hero-inner">
      ${gate("hero-gate")}
      <h1>${me ? t("home.greeting", { name: together(me.name) }) : t("home.welcome")}</h1>
      <p class="lead">${t("home.lead")}</p>
      <form role="search" class="search" @submit=${(event) => { event.preventDefault(); document.getElementById("services").focus(); }}>
        <label for="search">${t("home.search")}</label>
        <div class="search-box">${icon("search")}<input id="search" type="search" class="input" autocomplete="off" .value=${state.words}
          @input=${(event) => search(event.target.value)}></div>
      </form>
      <div class="only-phone hero-now">${openingLine(village.get()?.opening)}</div>
    </div></section>
    <div class="page wide columns home ${state.words ? "" : "door"}">
      ${state.words ? nothing : html`<div>${me ? nothing : html`<div class="only-phone quick">${checkLinks()}</div>`}${state.mine}${waysIn()}</div>
        <aside aria-label=${t("home.village")}>${latest(village.get())}</aside>`}
      <div>${state.words ? nothing : state.programs}
        <section aria-labelledby="services"><h2 id="services" tabindex="-1">${t("home.services")}</h2>
        ${state.fault ? failed(state.fault, load) : state.list ? catalogue(state) : loading()}</section></div>
      <aside>${openingCard(village.get()?.opening)}${checkCard()}${promiseCard()}</aside>
    </div>`;
}

// A short name stays on one line.
const together = (name) => (name.length < 22 ? name.replaceAll(" ", "\u00a0") : name);

function catalogue({ list, words }) {
  if (!words.trim()) return byCategory(list).map(([category, group]) => html`<h3>${categoryName(category)}</h3><div class="browse">${serviceRows(group)}</div>`);
  const found = matching(list, words);
  return html`<p role="status">${found.length ? count("home.found", found.length) : t("home.found_none", { words })}</p>${serviceRows(found)}`;
}

const checkCard = () => html`<section class="card only-desktop" aria-labelledby="check">
  <h2 id="check">${icon("qr-code")} ${t("home.check")}</h2>
  <p>${t("home.check_text")}</p>
  ${checkLinks()}
</section>`;

const checkLinks = () => html`<p><a class="button quiet wide-button" href="/cek">${t("nav.status")}</a></p>
  <p><a class="button quiet wide-button" href="/v">${t("nav.verify")}</a></p>`;
