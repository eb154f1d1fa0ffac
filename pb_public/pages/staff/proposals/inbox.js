// The hamlets' proposals at the desk, the most supported first: what a musdes goes
// through. It prints as it stands.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { pb } from "app/api.js";
import { day, shortDate, today } from "app/dates.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { empty, failed, loading } from "ui/states.js";
import { inbox, programFrom, takeCSV } from "pages/staff/programs/load.js";
import { money, proposalBadge } from "pages/programs/words.js";

const states = ["open", "accepted", "refused", "merged", "withdrawn"];

export function open(view) {
  const state = { answer: null, fault: null, wrong: "", busy: false, page: 1, chosen: new Set(), filters: { hamlet: view.query.get("banjar") ?? "", state: view.query.get("keadaan") ?? "open" } };
  const draw = () => view.show(t("staff_programs.proposals"), html`<div class="page wide programs">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const answer = await inbox({ ...state.filters, page: state.page });
      if (state.page > 1) answer.items = [...state.answer.items, ...answer.items];
      Object.assign(state, { answer, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = {
    load, draw,
    filter: (name, value) => { state.filters[name] = value; state.page = 1; state.chosen.clear(); load(); },
    more: () => { state.page++; load(); },
    choose: (id) => { if (!state.chosen.delete(id)) state.chosen.add(id); draw(); },
    make: async () => {
      Object.assign(state, { busy: true, wrong: "" });
      draw();
      state.wrong = await makeProgram(state.answer.items.filter(({ id }) => state.chosen.has(id)));
      state.busy = false;
      if (state.wrong) draw();
    },
  };
  draw();
  load();
}

// makeProgram drafts a program of accepted proposals and opens it; it gives what
// went wrong, in words.
export async function makeProgram(proposals) {
  try {
    const { id } = await pb.collection("programs").create(programFrom(proposals));
    await go("/petugas/program/" + id);
    toast(t("staff_programs.made_of", { n: proposals.length }));
    return "";
  } catch (err) {
    return wrongOf(err);
  }
}

export function wrongOf(err) {
  const fault = readFault(err);
  return Object.values(fault.fields)[0] ?? fault.message;
}

function page(state, acts) {
  const { answer, fault, filters, chosen, wrong, busy } = state;
  return html`<h1>${t("staff_programs.proposals")}</h1><p class="soft not-printed">${t("staff_programs.proposals_text")}</p>
    <div class="program-filters not-printed">
      ${select({ id: "state", label: t("programs.state"), value: filters.state, onchange: (value) => acts.filter("state", value),
        options: [{ value: "", label: t("programs.all") }, ...states.map((value) => ({ value, label: t(`proposals.state.${value}`) }))] })}
      ${answer?.hamlets.length > 1 ? select({ id: "hamlet", label: t("programs.hamlet"), value: filters.hamlet, onchange: (value) => acts.filter("hamlet", value),
        options: [{ value: "", label: t("programs.all") }, ...answer.hamlets.map(({ id, name, open }) => ({ value: id, label: t("staff_programs.hamlet_open", { name, n: open }) }))] }) : nothing}</div>
    <div class="actions not-printed">
      ${answer?.may_record ? html`<a class="button" href="/petugas/usulan/baru">${icon("plus")} ${t("staff_programs.record")}</a>` : nothing}
      <button type="button" class="button quiet" @click=${() => window.print()}>${icon("printer")} ${t("action.print")}</button>
      <button type="button" class="button quiet" @click=${() => takeCSV(filters)}>${icon("download")} CSV</button></div>
    ${chosen.size ? html`<div class="chosen not-printed" role="status"><p>${count("staff_programs.chosen", chosen.size)}</p>${button({ label: t("staff_programs.make"), name: "flag", busy, onclick: acts.make })}</div>` : nothing}
    ${wrong ? notice("bad", wrong) : nothing}
    ${fault ? failed(fault, acts.load) : !answer ? loading() : !answer.items.length ? empty("megaphone", t("proposals.none"), t("staff_programs.no_proposals")) : list(state, acts)}`;
}

function list({ answer, chosen }, acts) {
  return html`<p class="only-print">${t("staff_programs.printed", { day: day(today()) })}</p>
    <ol class="musdes">${answer.items.map((item) => html`<li>${row(item, chosen, acts, answer.may_decide)}</li>`)}</ol>
    ${answer.more ? html`<p class="not-printed"><button type="button" class="button quiet" @click=${acts.more}>${t("action.more")}</button></p>` : nothing}`;
}

function row(item, chosen, acts, mayDecide) {
  const free = mayDecide && item.state === "accepted" && !item.program;
  return html`<div class="musdes-row"><span class="proposal-count"><strong>${item.supports}</strong><span class="small">${t("proposals.supports_short")}</span></span>
    <div class="proposal-text"><a href="/petugas/usulan/${item.id}"><strong>${item.title}</strong></a>
      <span class="small soft">${item.hamlet_name}${item.place ? ` · ${item.place}` : ""}</span>
      <span class="small soft">${item.origin === "meeting" ? t("proposals.from_meeting", { day: day(item.meeting_on) }) : t("proposals.from_resident", { name: item.by, day: shortDate(item.created) })}${item.cost ? ` · ${money(item.cost)}` : ""}</span>
      <span>${proposalBadge(item.state)} ${item.hidden_because ? badge("warn", t("proposals.hidden"), "eye-off") : nothing} ${item.program ? html`<a class="small" href="/petugas/program/${item.program.id}">${t("proposals.has_program")}</a>` : nothing}</span>
      ${free ? html`<span class="choice not-printed"><input type="checkbox" id="choose-${item.id}" .checked=${chosen.has(item.id)} @change=${() => acts.choose(item.id)}>
        <label for="choose-${item.id}">${t("staff_programs.choose")}<span class="unseen"> ${item.title}</span></label></span>` : nothing}</div></div>`;
}
