// A list of records that a desk keeps, with a form for one of them: publications,
// numbers and businesses are kept alike.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { button } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { toast } from "ui/notice.js";
import { empty, failed, loading } from "ui/states.js";
import { tabs } from "pages/staff/information/tabs.js";

// keepRecords takes { title, collection, add, load() -> items, fresh(), fields(state, draw), card(item), body(item), foot? }.
export function keepRecords(view, kind) {
  const state = { items: null, more: null, one: null, errors: {}, fault: null, busy: false };
  const draw = () => view.show(kind.title(), html`<div class="page wide"><h1>${t("desk.information.title")}</h1>${tabs()}${state.one ? form(kind, state, acts, draw) : list(kind, state, acts)}</div>`);
  const acts = {
    async load() {
      state.fault = null;
      try {
        Object.assign(state, await kind.load(view));
      } catch (err) {
        state.fault = readFault(err);
      }
      draw();
    },
    edit(item) {
      Object.assign(state, { one: { ...kind.fresh(), ...item }, errors: {} });
      draw();
      window.scrollTo(0, 0);
      document.getElementById("one").focus();
    },
    close() { state.one = null; draw(); },
    async save(event) {
      event.preventDefault();
      if (state.busy) return;
      Object.assign(state, { busy: true, errors: {} });
      draw();
      try {
        const body = await kind.body(state.one);
        const records = pb.collection(kind.collection);
        await (state.one.id ? records.update(state.one.id, body) : records.create(body));
        state.one = null;
        toast(t("desk.information.saved"));
        state.busy = false;
        return acts.load();
      } catch (err) {
        const fault = err.problem ? { fields: { photo: t("desk.news.photo_wrong") } } : readFault(err);
        state.errors = Object.keys(fault.fields).length ? fault.fields : { [kind.first]: fault.message };
      }
      state.busy = false;
      draw();
      focusErrors();
    },
    async remove() {
      if (!await ask({ title: t("desk.information.remove_title"), confirm: t("desk.information.remove"), danger: true })) return;
      try {
        await pb.collection(kind.collection).delete(state.one.id);
        state.one = null;
        acts.load();
      } catch (err) {
        toast(readFault(err).message, "bad");
      }
    },
  };
  draw();
  acts.load();
}

const mayWrite = () => officer.get()?.role !== "auditor";

function list(kind, { items, more, fault }, acts) {
  return html`<h2>${kind.title()}</h2>
    ${mayWrite() ? html`<p>${button({ label: kind.add(), name: "plus", onclick: () => acts.edit({}) })}</p>` : nothing}
    ${fault ? failed(fault, acts.load) : !items ? loading() : items.length ? html`<ul class="rows">${items.map((item) => html`<li class="card information-card">${kind.card(item)}
      ${mayWrite() ? html`<p class="news-reach">${button({ label: html`${t("action.change")}<span class="unseen"> ${kind.nameOf(item)}</span>`, kind: "quiet small", name: "pencil", onclick: () => acts.edit(item) })}</p>` : nothing}</li>`)}</ul>${more ?? nothing}`
      : empty("folder-open", t("desk.information.none"), t("desk.information.none_text"))}`;
}

const form = (kind, state, acts, draw) => html`<form novalidate @submit=${acts.save}><h2 id="one" tabindex="-1">${state.one.id ? t("desk.information.edit") : kind.add()}</h2>
  ${errorSummary(state.errors)}${kind.fields(state, draw)}
  <div class="actions">${button({ label: t("desk.information.save"), type: "submit", busy: state.busy, name: "check" })}
    ${button({ label: t("action.cancel"), kind: "quiet", onclick: acts.close })}
    ${state.one.id ? button({ label: t("desk.information.remove"), kind: "link", name: "trash-2", onclick: acts.remove }) : nothing}</div></form>`;

// line is a one-line input of the record.
export const put = (state, name) => (value) => { state.one[name] = value; };
