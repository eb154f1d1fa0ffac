// What of the reports is asked for, and how it stands in the page's address:
// /laporan?kategori=&banjar=&warna=&bulan=&hal=&tampil=peta.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { monthName } from "pages/reports/feed_words.js";
import { icon } from "ui/icon.js";
import { colours, sign } from "pages/reports/feed_standing.js";

const names = ["kategori", "banjar", "warna", "bulan", "hal", "tampil"];

export const asked = (search) => Object.fromEntries(names.map((name) => [name, search.get(name) ?? ""]));

// query is the same for the server.
export function query({ kategori, banjar, warna, bulan, hal }) {
  return Object.fromEntries(Object.entries({ category: kategori, hamlet: banjar, colour: warna, month: bulan, page: hal }).filter(([, value]) => value));
}

export function address(now) {
  const search = new URLSearchParams(Object.entries(now).filter(([, value]) => value)).toString();
  return "/laporan" + (search ? "?" + search : "");
}

// chips filter by colour, each with its number.
export function chips(now, summary, set) {
  const chip = (colour, label, n) => html`<li><a class="report-chip ${colour}" href=${address({ ...now, warna: colour, hal: "" })}
    aria-current=${now.warna === colour ? "true" : "false"} @click=${(event) => set({ warna: colour }, event)}>
    ${colour ? icon(sign(colour)) : ""}<span>${label}</span><span class="report-chip-n">${n}</span></a></li>`;
  return html`<nav aria-label=${t("report_feed.by_state")}><ul class="report-chips">
    ${chip("", t("report_feed.all"), summary.total)}
    ${colours.map((colour) => chip(colour, t(`report_feed.colour.${colour}`), summary.colours[colour] ?? 0))}</ul></nav>`;
}

export function pickers(now, { categories, hamlets, months }, set) {
  const picker = (name, label, options) => html`<div class="report-picker"><label for="report-${name}">${label}</label>
    <select id="report-${name}" class="input" @change=${(event) => set({ [name]: event.target.value })}>
      <option value="" ?selected=${!now[name]}>${t("report_feed.any")}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${now[name] === value}>${text}</option>`)}</select></div>`;
  return html`<div class="report-pickers" role="group" aria-label=${t("report_feed.filter")}>
    ${picker("kategori", t("report_feed.category"), categories.map((one) => [one.key, x(one, "name")]))}
    ${picker("banjar", t("report_feed.hamlet"), hamlets.filter(({ key }) => key).map(({ key, name }) => [key, name]))}
    ${picker("bulan", t("report_feed.month"), months.map((month) => [month, monthName(month)]))}</div>`;
}

// views: a list and a map are equal.
export function views(now, set) {
  const one = (value, name, label) => html`<a class="report-view" href=${address({ ...now, tampil: value, hal: "" })}
    aria-current=${now.tampil === value ? "true" : "false"} @click=${(event) => set({ tampil: value }, event)}>${icon(name)} ${label}</a>`;
  return html`<nav class="report-views" aria-label=${t("report_feed.view")}>${one("", "file-text", t("report_feed.as_list"))}${one("peta", "map-pin", t("report_feed.as_map"))}</nav>`;
}
