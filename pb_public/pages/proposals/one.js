// One proposal: what is asked for, who supports it, what was decided and what came
// of it.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { day, shortDate } from "app/dates.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { backLink, button } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { facts } from "ui/facts.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { myProposals, proposalOf } from "pages/programs/load.js";
import { drawMap, hasPoint } from "pages/programs/map.js";
import { fieldName, money, pictures, progressBar, proposalBadge, stateBadge, supportsText } from "pages/programs/words.js";

export function open(view) {
  const state = { proposal: null, mine: null, fault: null, busy: false, wrong: "", map: false };
  const draw = () => {
    view.show(state.proposal?.title ?? t("proposals.one"), html`<div class="page programs">${page(state, acts)}</div>`);
    if (state.map) drawMap(document.getElementById("program-map"), [state.proposal], "/usulan/");
  };
  const load = async () => {
    const [found, mine] = await Promise.allSettled([proposalOf(view.params.id), account.get() ? myProposals() : null]);
    state.mine = mine.value ?? null;
    // One's own is seen also when it was withdrawn or hidden.
    const own = state.mine?.items.find(({ id }) => id === view.params.id);
    state.proposal = found.value ?? (own && { ...own, merged: [], into: null });
    state.fault = state.proposal ? null : readFault(found.reason);
    draw();
  };
  const act = async (what, said) => {
    if (state.busy) return;
    Object.assign(state, { busy: true, wrong: "" });
    draw();
    try {
      await what();
      toast(said);
    } catch (err) {
      state.wrong = readFault(err).message;
    }
    state.busy = false;
    await load();
  };
  const acts = {
    load,
    support: () => act(() => pb.collection("proposal_supports").create({ proposal: view.params.id }), t("proposals.supported")),
    takeBack: (support) => act(() => pb.collection("proposal_supports").delete(support), t("proposals.taken_back")),
    withdraw: async () => {
      if (await ask({ title: t("proposals.withdraw_title"), body: html`<p>${t("proposals.withdraw_text")}</p>`, confirm: t("proposals.withdraw"), danger: true })) {
        act(() => pb.collection("proposals").update(view.params.id, { state: "withdrawn" }), t("proposals.withdrawn"));
      }
    },
    showMap: () => { state.map = true; draw(); },
  };
  draw();
  load();
}

function page(state, acts) {
  const { proposal: one, fault } = state;
  const back = backLink("/usulan", t("proposals.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!one) return html`${back}<h1>${t("proposals.one")}</h1>${loading()}`;
  return html`${back}<h1>${one.title}</h1><p>${proposalBadge(one.state)}</p>
    <p class="lead pre">${one.need}</p>
    ${one.hidden_because ? notice("warn", t("proposals.hidden"), html`<p>${one.hidden_because}</p>`) : nothing}
    ${supportPart(state, acts)}
    ${pictures("proposals", one.id, one.photos, one.alt)}
    ${proposalFacts(one)}
    ${hasPoint(one) ? html`<div id="program-map"></div>${state.map ? nothing : html`<p><button type="button" class="button quiet" @click=${acts.showMap}>${icon("map-pin")} ${t("programs.show_map")}</button></p>`}` : nothing}
    ${outcome(one)}${others(one.merged)}`;
}

export const proposalFacts = (one) => facts([
  { label: t("programs.hamlet"), value: one.hamlet_name },
  { label: t("programs.where"), value: one.place },
  { label: t("proposals.from"), value: one.origin === "meeting" ? t("proposals.from_meeting", { day: day(one.meeting_on) }) : t("proposals.from_resident", { name: one.by, day: shortDate(one.created) }) },
  { label: t("programs.field"), value: fieldName(one.field) },
  { label: t("proposals.cost"), value: one.cost ? money(one.cost) : "" },
]);

function supportPart({ proposal: one, mine, busy, wrong }, acts) {
  const support = mine?.supported[one.id];
  const own = mine?.items.some(({ id }) => id === one.id);
  return html`<div class="support card"><p class="support-count">${icon("hand-heart")} <strong>${supportsText(one.supports)}</strong></p>
    ${wrong ? notice("bad", wrong) : nothing}
    ${one.state !== "open" ? nothing : html`<div class="actions">${mayDo()}</div>`}</div>`;

  function mayDo() {
    if (!mine) return html`<a class="button" href=${"/masuk?" + new URLSearchParams({ next: `/usulan/${one.id}` })}>${icon("log-in")} ${t("proposals.login_to_support")}</a>`;
    if (own) return html`<p class="soft">${t("proposals.own")}</p>${one.supports ? nothing : html`<a class="button quiet" href="/usulan/${one.id}/ubah">${icon("pencil")} ${t("proposals.change")}</a>`}${button({ label: t("proposals.withdraw"), kind: "quiet danger", name: "undo-2", busy, onclick: acts.withdraw })}`;
    if (support) return html`<p>${icon("circle-check")} ${t("proposals.you_support")}</p>${button({ label: t("proposals.take_back"), kind: "quiet", busy, onclick: () => acts.takeBack(support) })}`;
    if (mine.why_not) return html`<p class="soft">${mine.why_not}</p>`;
    if (!mine.areas.includes(one.hamlet)) return html`<p class="soft">${t("proposals.only_hamlet", { hamlet: one.hamlet_name, own: mine.hamlet.name })}</p>`;
    return button({ label: t("proposals.support"), name: "hand-heart", busy, onclick: acts.support });
  }
}

export function outcome(one) {
  const decided = one.decided_at ? t("proposals.decided_by", { name: one.decided_by || t("proposals.office"), day: shortDate(one.decided_at) }) : "";
  return html`${one.reason ? html`<section><h2>${t(`proposals.outcome.${one.state}`, { year: one.year })}</h2><blockquote class="pre">${one.reason}</blockquote><p class="small soft">${decided}</p></section>` : nothing}
    ${one.into ? html`<p><a class="button quiet" href="/usulan/${one.into.id}">${icon("megaphone")} ${one.into.title}</a></p>` : nothing}
    ${one.program ? html`<section><h2>${t("proposals.became")}</h2><a class="program-row" href="/program/${one.program.id}"><span class="program-nophoto">${icon("flag")}</span>
      <span class="program-row-text"><strong>${x(one.program, "title")}</strong><span>${stateBadge(one.program.state)}</span>${progressBar(one.program)}</span></a></section>` : nothing}`;
}

const others = (merged) => (merged.length ? html`<section><h2>${t("proposals.merged_here")}</h2><ul class="plain">${merged.map((one) => html`<li><a class="paper-link" href="/usulan/${one.id}">${one.title}</a></li>`)}</ul></section>` : nothing);
