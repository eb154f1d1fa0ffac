// My documents: uploaded once, used for many requests.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { day, shortDate, today } from "app/dates.js";
import { size } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { loading, failed, empty } from "ui/states.js";
import { addPart } from "pages/documents/add.js";
import { openDocument } from "pages/requests/answers.js";

export function open(view) {
  const state = { list: null, fault: null };
  const draw = () => view.show(t("wallet.title"), page(state, load, add));
  const load = async () => {
    state.fault = null;
    try { state.list = await pb.collection("documents").getFullList({ sort: "-created" }); } catch (err) { state.fault = readFault(err); }
    draw();
  };
  const add = addPart({ redraw: draw, added: () => { toast(t("wallet.added_now")); load(); } });
  draw();
  load();
}

function page({ list, fault }, load, add) {
  return html`<div class="page"><h1>${t("wallet.title")}</h1><p class="lead">${t("wallet.lead")}</p>
    ${add()}
    <h2>${t("wallet.list")}</h2>
    ${fault ? failed(fault, load) : !list ? loading() : list.length ? html`<ul class="rows">${list.map((one) => row(one, load))}</ul>`
      : empty("folder-open", t("wallet.empty"), t("wallet.empty_text"))}</div>`;
}

function row(one, load) {
  return html`<li class="card document">
    <span class="document-icon">${icon(one.mime === "application/pdf" ? "file-text" : "image")}</span>
    <span class="row-link-text"><span class="row-link-title">${one.name}</span>
      <span class="small soft">${t("wallet.added", { date: shortDate(one.created) })} · ${size(one.size)}</span>
      ${one.expires_on ? html`<span>${expiry(one.expires_on)}</span>` : nothing}
      ${one.removed_on ? html`<span class="small soft">${t("wallet.removed", { day: day(one.removed_on) })}</span>`
        : one.used ? html`<span class="small soft">${icon("lock")} ${t("wallet.used")}</span>` : nothing}
      <span class="document-actions">${one.removed_on ? nothing : html`<button type="button" class="link" @click=${() => openDocument(one.id)}>${icon("eye")} ${t("action.open")}<span class="unseen"> ${one.name}</span></button>`}
      ${one.used ? nothing : html`<button type="button" class="link" @click=${() => remove(one, load)}>${icon("trash-2")} ${t("action.delete")}<span class="unseen"> ${one.name}</span></button>`}</span>
    </span></li>`;
}

function expiry(on) {
  const left = (Date.parse(on) - Date.parse(today())) / 864e5;
  if (left < 0) return badge("bad", t("wallet.expired", { day: day(on) }), "circle-x");
  return left <= 30 ? badge("warn", t("wallet.expires_soon", { day: day(on) }), "clock") : badge("good", t("wallet.valid", { day: day(on) }), "circle-check");
}

async function remove(one, load) {
  if (!await ask({ title: t("wallet.delete_title", { name: one.name }), body: html`<p>${t("wallet.delete_text")}</p>`, confirm: t("action.delete"), danger: true })) return;
  try {
    await pb.collection("documents").delete(one.id);
    toast(t("wallet.deleted"));
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
  load();
}
