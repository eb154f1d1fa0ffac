// Who looked at my data: every time that staff or an admin did, in plain words,
// with a way to ask about it.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { pb } from "app/api.js";
import { date, time } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { backLink, button } from "ui/button.js";
import { empty, failed, loading } from "ui/states.js";
import { deeds, mark, purpose } from "pages/privacy/trail_words.js";
import { askAbout, questionsOf } from "pages/privacy/trail_questions.js";

export function open(view) {
  const state = { items: null, page: 1, more: false, busy: false, fault: null };
  const draw = () => view.show(t("trail.title"), page(state, { load, draw }));
  const load = async (from = 1) => {
    Object.assign(state, { busy: true, fault: null });
    draw();
    try {
      const answer = await pb.send("/api/me/trail", { query: { page: from } });
      Object.assign(state, { page: from, more: answer.more, items: from === 1 ? answer.items : [...state.items, ...answer.items] });
    } catch (err) {
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  load();
}

function page(state, acts) {
  return html`<div class="page">${backLink("/privasi", t("privacy.title"))}<h1>${t("trail.title")}</h1><p class="lead">${t("trail.lead")}</p>
    ${state.items ? days(state, acts) : state.fault ? nothing : loading()}
    ${state.fault ? failed(state.fault, () => acts.load(state.items ? state.page + 1 : 1)) : nothing}</div>`;
}

function days({ items, more, busy, page }, acts) {
  if (!items.length) return empty("eye-off", t("trail.none"), t("trail.none_text"));
  const byDay = grouped(items);
  return html`${Object.entries(byDay).map(([day, list]) => html`<section><h2 class="trail-day">${day}</h2>
      <ul class="trail">${list.map((item) => entry(item, acts))}</ul></section>`)}
    ${more ? html`<p>${button({ label: t("action.more"), kind: "quiet", busy, onclick: () => acts.load(page + 1) })}</p>` : nothing}
    <p class="small soft trail-kept">${t("trail.kept")}</p>`;
}

function entry(item, { draw }) {
  return html`<li class="card trail-entry"><span class="trail-mark">${icon(mark(item))}</span><div>
    <p class="trail-who"><strong>${item.actor_name}</strong>${item.actor_title ? html` <span class="soft">(${item.actor_title})</span>` : nothing}</p>
    <p>${deeds(item)}</p>
    <p>${purpose(item)}</p>
    <p class="small soft">${time(item.at)}${item.times > 1 ? html` · ${count("trail.times", item.times)}` : nothing}</p>
    ${questionsOf(item)}
    ${item.questions.length ? nothing : html`<p class="trail-ask"><button type="button" class="link" @click=${() => askAbout(item, draw)}>
      ${icon("message-square")} ${t("trail.ask")}<span class="unseen"> ${item.actor_name}, ${time(item.at)}</span></button></p>`}</div></li>`;
}

function grouped(items) {
  const days = {};
  for (const item of items) (days[date(item.at)] ??= []).push(item);
  return days;
}
