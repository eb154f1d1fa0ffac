// The village's budget at the desk: take a file of Siskeudes over, after a look at
// what it would do; publish, correct, withdraw.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { ask } from "ui/dialog.js";
import { failed, loading } from "ui/states.js";
import { balance } from "pages/budget/summary.js";
import { versions } from "pages/budget/versions.js";
import { stageName } from "pages/budget/words.js";
import { correctPart } from "pages/staff/budget/correct.js";
import { importPart } from "pages/staff/budget/import.js";
import { download, publish, withdraw, yearOf, years } from "pages/staff/budget/load.js";

export function open(view) {
  const state = { list: null, mayKeep: false, year: Number(view.query.get("tahun")) || 0, answer: null, fault: null, busy: "",
    made: { stage: "plan", year: today().slice(0, 4) }, found: null, done: null, errors: {}, corrections: null };
  const draw = () => view.show(t("staff_budget.title"), html`<div class="page budget">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const { items, may_keep: mayKeep } = await years();
      const year = items.some((one) => one.year === state.year) ? state.year : items[0]?.year ?? 0;
      Object.assign(state, { list: items, mayKeep, year, answer: year ? await yearOf(year) : null, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const act = async (name, what) => {
    if (state.busy) return;
    state.busy = name;
    draw();
    try {
      await what();
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    state.busy = "";
    await load();
  };
  const turn = (year) => {
    Object.assign(state, { year: Number(year), corrections: null });
    history.replaceState(null, "", `/petugas/anggaran?tahun=${year}`);
    load();
  };
  const acts = { draw, load, act, turn };
  draw();
  load();
}

function page(state, acts) {
  if (state.fault) return html`<h1>${t("staff_budget.title")}</h1>${failed(state.fault, acts.load)}`;
  if (!state.list) return html`<h1>${t("staff_budget.title")}</h1>${loading()}`;
  return html`<h1>${t("staff_budget.title")}</h1><p class="soft">${t("staff_budget.text")}</p>
    ${state.answer ? yearPart(state, acts) : notice("info", t("staff_budget.none"), html`<p>${t("staff_budget.none_text")}</p>`)}
    ${state.mayKeep ? importPart(state, acts) : nothing}
    ${state.answer && state.mayKeep ? correctPart(state, acts) : nothing}
    ${state.answer ? historyPart(state, acts) : nothing}`;
}

function yearPart(state, acts) {
  const { answer, list } = state;
  return html`<section aria-label=${t("budget.title", { year: answer.year })}>
    ${list.length > 1 ? select({ id: "year", label: t("budget.year"), value: String(answer.year), onchange: acts.turn,
      options: list.map(({ year, published }) => ({ value: String(year), label: `${year}${published ? "" : ` (${t("staff_budget.hidden")})`}` })) }) : nothing}
    <h2>${t("budget.title", { year: answer.year })} ${answer.published ? badge("good", t("staff_budget.published"), "eye") : badge("warn", t("staff_budget.hidden"), "eye-off")}</h2>
    ${answer.stages.length ? balance(answer) : notice("info", t("staff_budget.empty"))}
    <div class="actions">${state.mayKeep ? publishing(state, acts) : nothing}
      ${answer.published ? html`<a class="button quiet" href="/anggaran/${answer.year}" target="_blank" rel="noopener">${icon("external-link")} ${t("staff_budget.public_page")}</a>` : nothing}
      ${button({ label: "XLSX", kind: "quiet", name: "download", onclick: () => acts.act("export", () => download(answer.year, "xlsx")) })}</div></section>`;
}

function publishing({ answer, busy }, { act }) {
  if (answer.published) {
    return button({ label: t("staff_budget.unpublish"), kind: "quiet", name: "eye-off", busy: busy === "publish", onclick: () => act("publish", async () => {
      await publish(answer.id, false);
      toast(t("staff_budget.unpublished"));
    }) });
  }
  return button({ label: t("staff_budget.publish"), name: "eye", busy: busy === "publish", onclick: () => act("publish", async () => {
    await publish(answer.id, true);
    toast(t("staff_budget.now_published", { year: answer.year }));
  }) });
}

function historyPart(state, acts) {
  const { answer } = state;
  const last = (one) => answer.stages.includes(one.stage) && answer.versions.find(({ stage }) => stage === one.stage) === one;
  return html`<section><h2>${t("budget.history")}</h2><p class="soft">${t("staff_budget.history_text")}</p>
    ${versions(answer.versions, (one) => html`<p class="small soft">${[one.by, one.file, one.note].filter(Boolean).join(" · ")}</p>
      ${state.mayKeep && last(one) ? button({ label: t("staff_budget.withdraw", { stage: stageName(one.stage) }), kind: "link", name: "undo-2", busy: state.busy === one.stage, onclick: () => takeBack(one, answer, acts) }) : nothing}`)}</section>`;
}

async function takeBack({ stage }, { year }, { act }) {
  const sure = await ask({ title: t("staff_budget.withdraw", { stage: stageName(stage) }), body: html`<p>${t("staff_budget.withdraw_text")}</p>`, confirm: t("staff_budget.withdraw_do"), danger: true });
  if (sure) act(stage, async () => { await withdraw(year, stage); toast(t("staff_budget.withdrawn")); });
}
