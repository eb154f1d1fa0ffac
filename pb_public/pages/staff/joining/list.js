// Who asked for a login, and who asked to be somebody's carer.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { shortDate } from "app/dates.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { empty, failed, loading } from "ui/states.js";
import { carersPart } from "pages/staff/joining/carers.js";

const tabs = ["likely", "doubtful", "decided", "carers"];

export function open(view) {
  const asked = view.query.get("tab");
  const state = { tab: tabs.includes(asked) ? asked : "likely", items: null, counts: {}, fault: null };
  const draw = () => view.show(t("joining.title"), page(state, load, carers));
  const carers = carersPart(() => draw());
  const load = async () => {
    state.fault = null;
    try {
      const tab = state.tab === "carers" ? "likely" : state.tab; // its counts stand on the tabs
      const answer = await pb.send("/api/accounts/registrations", { query: { tab } });
      Object.assign(state, { items: answer.items, counts: tab === "decided" ? state.counts : answer.counts });
      if (state.tab === "carers") await carers.load();
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page(state, load, carers) {
  return html`<div class="page joining"><h1>${t("joining.title")}</h1>
    <nav class="desk-tabs" aria-label=${t("joining.tabs")}>${tabs.map((tab) => html`
      <a href="/petugas/pendaftaran?tab=${tab}" aria-current=${tab === state.tab ? "page" : nothing}>${t(`joining.tab.${tab}`)}${state.counts[tab] ? html` <span class="count">${state.counts[tab]}</span>` : nothing}</a>`)}</nav>
    <p class="soft">${t(`joining.tab.${state.tab}_text`)}</p>
    ${state.fault ? failed(state.fault, load) : state.tab === "carers" ? carers.view() : !state.items ? loading() : list(state)}</div>`;
}

function list({ items, tab }) {
  if (!items.length) return tab === "decided" ? empty("user-check", t("joining.none_decided"), t("joining.none_decided_text")) : empty("user-check", t("joining.none"), t("joining.none_text"));
  return html`<ul class="rows">${items.map((one) => html`<li><a class="row-link" href="/petugas/pendaftaran/${one.id}">
    <span class="row-link-text"><span class="row-link-title">${one.name}</span>
      <span class="small soft">${t("desk.find.nik", { last4: one.nik_last4 })}${one.hamlet_name ? html` · ${one.hamlet_name}` : nothing}</span>
      <span class="small soft">${tab === "decided" ? t("joining.decided_on", { date: shortDate(one.decided_at), name: one.decided_by || t("joining.clock") }) : t("joining.sent_on", { date: shortDate(one.created) })}</span></span>
    <span class="person-marks">${marks(one)}</span>${icon("chevron-right")}</a></li>`)}</ul>`;
}

const states = { confirmed: ["good", "circle-check"], refused: ["bad", "circle-x"], expired: ["calm", "clock"] };

function marks(one) {
  if (one.state !== "waiting") return badge(states[one.state][0], t(`joining.state.${one.state}`), states[one.state][1]);
  return html`${one.agreeing === 4 ? badge("good", t("joining.all_agree"), "circle-check") : badge("warn", t("joining.agree", { n: one.agreeing }), "triangle-alert")}
    ${one.account === "active" ? badge("warn", t("joining.has_login"), "key-round") : nothing}
    ${one.others ? badge("calm", count("joining.others", one.others), "users") : nothing}`;
}
