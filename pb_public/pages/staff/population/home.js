// Population: how many there are, what was recorded lately, which months are closed.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { day, shortDate } from "app/dates.js";
import { number } from "app/numbers.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { icon } from "ui/icon.js";
import { toast } from "ui/notice.js";
import { empty, failed, loading } from "ui/states.js";
import { closeMonth, events, mayRecord, months } from "pages/staff/population/load.js";
import { kindName, monthName } from "pages/staff/population/words.js";

export function open(view) {
  const state = { months: null, events: null, fault: null, busy: false };
  const draw = () => view.show(t("population.title"), html`<div class="page wide population">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [counted, listed] = await Promise.all([months(), events()]);
      Object.assign(state, { months: counted, events: listed.items, more: listed.more, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = {
    load,
    async more() {
      state.busy = true;
      draw();
      try {
        const { items, more } = await events({ before: state.events.at(-1).id });
        Object.assign(state, { events: [...state.events, ...items], more });
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
      state.busy = false;
      draw();
    },
    async close(month) {
      if (!await ask({ title: t("population.close.title", { month: monthName(month) }), body: html`<p>${t("population.close.text")}</p>`, confirm: t("population.close.confirm") })) return;
      try {
        await closeMonth(month);
        toast(t("population.close.done", { month: monthName(month) }));
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
      load();
    },
  };
  draw();
  load();
}

function page(state, acts) {
  if (state.fault) return html`<h1>${t("population.title")}</h1>${failed(state.fault, acts.load)}`;
  if (!state.months) return html`<h1>${t("population.title")}</h1>${loading()}`;
  const { now, hamlets } = state.months;
  return html`<h1>${t("population.title")}</h1><p class="soft">${hamlets.length ? hamlets.join(", ") : t("population.text")}</p>
    <dl class="counts card">${tally(t("population.people"), now.total)}${tally(t("population.men"), now.wni_l + now.wna_l)}
      ${tally(t("population.women"), now.wni_p + now.wna_p)}${tally(t("population.families"), now.households)}</dl>
    <div class="actions first-actions">
      ${mayRecord() ? html`<a class="button" href="/petugas/kependudukan/catat">${icon("plus")} <span>${t("population.record")}</span></a>` : nothing}
      <a class="button quiet" href="/petugas/kependudukan/laporan">${icon("scroll-text")} <span>${t("population.report")}</span></a></div>
    <div class="columns"><section><h2>${t("population.latest")}</h2>${latest(state, acts)}</section>
      <aside><h2>${t("population.months")}</h2>${monthRows(state.months.items, acts)}</aside></div>`;
}

const tally = (label, n) => html`<div><dt>${label}</dt><dd>${number(n)}</dd></div>`;

function latest(state, acts) {
  if (!state.events.length) return empty("book-open", t("population.none"), t("population.none_text"));
  return html`<ul class="rows">${state.events.map(eventRow)}</ul>
    ${state.more ? button({ label: t("action.more"), kind: "quiet", busy: state.busy, onclick: acts.more }) : nothing}`;
}

export const eventRow = (event) => html`<li><a class="row-link" href="/petugas/kependudukan/peristiwa/${event.id}">
  <span class="row-link-text"><span class="row-link-title">${kindName(event.kind)}</span>
    <span class="small soft">${[day(event.event_date), event.hamlet_name].filter(Boolean).join(" · ")}</span>
    <span class="small soft">${t("population.recorded_by", { name: event.recorder, date: shortDate(event.created) })}</span></span>
  ${event.reversed ? badge("", t("population.reversed"), "rotate-cw") : nothing}${icon("chevron-right")}</a></li>`;

const monthRows = (items, acts) => html`<ul class="plain month-rows">${items.map((one) => html`<li>
  <a href="/petugas/kependudukan/laporan?bulan=${one.month}">${monthName(one.month)}</a>
  ${one.closed ? badge("good", t("population.closed"), "lock")
    : one.may_close ? button({ label: t("population.close.act"), kind: "quiet small", onclick: () => acts.close(one.month) }) : nothing}</li>`)}</ul>`;
