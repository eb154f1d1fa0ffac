// Requests for information and objections, the one due first on top. Names are
// masked here; a request that is opened shows them.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { stateBadge } from "pages/information/standing.js";
import { tabs } from "pages/staff/information/tabs.js";

export function open(view) {
  const settled = view.query.get("keadaan") === "selesai";
  const state = { settled, items: null, fault: null };
  const draw = () => view.show(t("desk.information.tab.requests"), page(state, load));
  async function load() {
    try {
      Object.assign(state, { fault: null, items: (await pb.send("/api/information/requests", { query: settled ? { state: "settled" } : {} })).items });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

function page({ settled, items, fault }, load) {
  const tab = (yes, label) => html`<a href=${yes ? "/petugas/informasi/permintaan?keadaan=selesai" : "/petugas/informasi/permintaan"} aria-current=${yes === settled ? "page" : nothing}>${label}</a>`;
  return html`<div class="page wide"><h1>${t("desk.information.title")}</h1>${tabs()}<h2>${t("desk.information.tab.requests")}</h2>
    ${officer.get()?.role === "auditor" ? nothing : html`<p><a class="button quiet small" href="/petugas/informasi/permintaan/baru">${icon("plus")} ${t("desk.information.file_request")}</a></p>`}
    <nav class="desk-tabs" aria-label=${t("desk.information.tab.requests")}>${tab(false, t("desk.information.waiting"))}${tab(true, t("desk.information.settled"))}</nav>
    ${fault ? failed(fault, load) : !items ? loading() : items.length ? html`<ul class="rows">${items.map(card)}</ul>`
      : empty("check", t("desk.information.no_requests"), t("desk.information.no_requests_text"))}</div>`;
}

const card = (one) => html`<li><a class="row-link" href="/petugas/informasi/permintaan/${one.id}">${icon("message-square")}<span class="row-link-text">
  <span class="news-item-top">${stateBadge(one)} ${one.objection?.state === "open" ? badge("warn", t("desk.information.objection"), "flag") : nothing}</span>
  <span class="row-link-title">${one.information.length > 110 ? `${one.information.slice(0, 110)}…` : one.information}</span>
  <span class="small soft">${one.number}/${one.year} · ${one.name} · ${one.state === "open" ? t("desk.information.due", { when: when(one.due_at) })
    : one.objection?.state === "open" ? t("desk.information.due", { when: when(one.objection.due_at) }) : when(one.decided_at)}</span></span>${icon("chevron-right")}</a></li>`;
