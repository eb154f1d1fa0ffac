// One proposal at the desk: to decide, to hide, to make a program of.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { backLink, button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { deskProposal, fileToken } from "pages/staff/programs/load.js";
import { outcome, proposalFacts } from "pages/proposals/one.js";
import { fileAt, pictures, proposalBadge, supportsText } from "pages/programs/words.js";
import { decide, hide } from "pages/staff/proposals/decide.js";
import { makeProgram, wrongOf } from "pages/staff/proposals/inbox.js";

export function open(view) {
  const state = { proposal: null, token: "", fault: null, wrong: "", busy: false };
  const draw = () => view.show(state.proposal?.title ?? t("proposals.one"), html`<div class="page programs">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const [proposal, token] = await Promise.all([deskProposal(view.params.id), fileToken()]);
      Object.assign(state, { proposal, token, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const once = async (act) => {
    if (state.busy) return;
    state.busy = true;
    draw();
    Object.assign(state, { wrong: await act(), busy: false });
    draw();
  };
  const acts = {
    load,
    decide: async (what) => { if (await decide(state.proposal, what)) { toast(t("staff_programs.decided")); load(); } },
    hide: async () => { if (await hide(state.proposal)) load(); },
    show: () => once(() => pb.collection("proposals").update(view.params.id, { hidden_because: "" }).then(() => { load(); return ""; }, wrongOf)),
    make: () => once(() => makeProgram([state.proposal])),
  };
  draw();
  load();
}

function page(state, acts) {
  const { proposal: one, token, fault, wrong } = state;
  const back = backLink("/petugas/usulan", t("staff_programs.proposals"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!one) return html`${back}<h1>${t("proposals.one")}</h1>${loading()}`;
  return html`${back}<h1>${one.title}</h1>
    <p>${proposalBadge(one.state)} <strong>${supportsText(one.supports)}</strong> ${one.hidden_because ? badge("warn", t("proposals.hidden"), "eye-off") : nothing}</p>
    ${wrong ? notice("bad", wrong) : nothing}
    <p class="lead pre">${one.need}</p>
    ${one.hidden_because ? notice("warn", t("proposals.hidden"), html`<p>${one.hidden_because}</p>`) : nothing}
    <div class="actions">${actions(state, acts)}</div>
    ${pictures("proposals", one.id, one.photos, one.alt, token)}
    ${proposalFacts(one)}
    ${one.minutes ? html`<p><a class="paper-link" href=${fileAt("proposals", one.id, one.minutes, { token })} target="_blank" rel="noopener">${icon("file-text")} ${t("staff_programs.minutes")}</a></p>` : nothing}
    ${outcome({ ...one, into: null, program: null })}
    ${one.into ? html`<p><a class="paper-link" href="/petugas/usulan/${one.into.id}">${icon("megaphone")} ${one.into.title}</a></p>` : nothing}
    ${one.program ? html`<p><a class="button quiet" href="/petugas/program/${one.program.id}">${icon("flag")} ${one.program.title}</a></p>` : nothing}`;
}

function actions({ proposal: one, busy }, acts) {
  const go = (what, name, kind = "quiet") => button({ label: t(`staff_programs.do.${what}`), name, kind, onclick: () => acts.decide(what) });
  return html`${one.may_decide && (one.state === "open" || one.state === "refused") ? go("accepted", "check", "") : nothing}
    ${one.may_keep && one.state === "accepted" && !one.program ? button({ label: t("staff_programs.make"), name: "flag", busy, onclick: acts.make }) : nothing}
    ${one.may_decide && one.state === "open" ? go("merged", "folder-open") : nothing}
    ${one.may_decide && (one.state === "open" || one.state === "accepted" && !one.program) ? go("refused", "x", "quiet danger") : nothing}
    ${one.may_record && one.origin === "meeting" && one.state === "open" ? go("withdrawn", "undo-2") : nothing}
    ${one.may_record ? one.hidden_because ? button({ label: t("staff_programs.show"), kind: "quiet", name: "eye", onclick: acts.show }) : button({ label: t("staff_programs.hide"), kind: "quiet", name: "eye-off", onclick: acts.hide }) : nothing}`;
}
