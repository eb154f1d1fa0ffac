// What contradicts itself in the register: find it, understand it, settle it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { backLink, button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { toast } from "ui/notice.js";
import { empty, failed, loading } from "ui/states.js";
import { contradiction } from "pages/staff/residents/contradiction.js";
import { notAProblem, samePerson } from "pages/staff/residents/settle.js";
import { referenceTables } from "pages/staff/residents/reference.js";

const address = (kind) => "/petugas/warga/periksa" + (kind ? `?jenis=${kind}` : "");

export function open(view) {
  const kind = view.query.get("jenis") ?? "";
  const state = { kind, kinds: [], items: null, page: 1, more: false, maySettle: false, tables: null, fault: null, busy: false };
  const draw = () => view.show(t("reg.check.title"), html`<div class="page">${page(state, acts)}</div>`);
  const read = async (wanted) => {
    state.busy = true;
    draw();
    try {
      const [answer, tables] = await Promise.all([
        pb.send("/api/residents/contradictions", { query: { page: wanted, purpose: "upkeep", ...(kind && { kind }) } }), referenceTables()]);
      const items = wanted === 1 ? answer.items : [...state.items, ...answer.items];
      Object.assign(state, { kinds: answer.kinds, items, page: wanted, more: answer.more, maySettle: answer.may_settle, tables, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  const settled = async (dialog) => {
    if (!await dialog) return;
    toast(t("reg.check.settled"));
    await read(1);
    document.getElementById("found")?.focus();
  };
  const acts = {
    load: () => read(1), next: () => read(state.page + 1),
    notAProblem: (item) => settled(notAProblem(item)),
    samePerson: (item) => settled(samePerson(item)),
  };
  draw();
  read(1);
}

function page(state, acts) {
  return html`${backLink("/petugas/warga", t("desk.residents.title"))}<h1>${t("reg.check.title")}</h1>
    <p class="soft">${t("reg.check.text")}</p>${body(state, acts)}`;
}

function body(state, acts) {
  if (state.fault) return failed(state.fault, acts.load);
  if (!state.items) return loading();
  if (!state.kinds.length) return empty("shield-check", t("reg.check.none"), t("reg.check.none_text"));
  return html`${chips(state)}
    ${state.kind ? html`<section class="why"><h2 id="found" tabindex="-1">${t(`reg.kind.${state.kind}`)}</h2>
      <p>${t(`reg.kind.${state.kind}.why`)}</p><p>${icon("info")} ${t(`reg.kind.${state.kind}.do`)}</p></section>` : html`<h2 id="found" class="unseen" tabindex="-1">${t("reg.check.all")}</h2>`}
    ${state.items.length ? nothing : html`<p>${t("reg.check.none_of_kind")}</p>`}
    <ul class="plain contradictions">${state.items.map((item) => contradiction(item, state, acts))}</ul>
    ${state.more ? html`<div class="actions">${button({ label: t("reg.check.more"), kind: "quiet", busy: state.busy, onclick: acts.next })}</div>` : nothing}`;
}

const chips = ({ kinds, kind }) => html`<nav class="chips" aria-label=${t("reg.check.kinds")}>
  ${chip("", kind, t("reg.check.all"), kinds.reduce((sum, one) => sum + one.count, 0))}
  ${kinds.map((one) => chip(one.kind, kind, t(`reg.kind.${one.kind}`), one.count))}</nav>`;

const chip = (value, chosen, label, n) => html`<a class="chip" href=${address(value)} aria-current=${value === chosen ? "true" : nothing}>${label} <strong>${n}</strong></a>`;
