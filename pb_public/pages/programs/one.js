// One program: what it is for, how far it is with photos, what it costs, and who
// asked for it.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { backLink } from "ui/button.js";
import { facts } from "ui/facts.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { programOf } from "pages/programs/load.js";
import { drawMap, hasPoint } from "pages/programs/map.js";
import { moneyPart } from "pages/programs/money.js";
import { fieldName, fileAt, periodOf, pictures, progressBar, stateBadge, supportsText, whereOf } from "pages/programs/words.js";

export function open(view) {
  const state = { program: null, receivers: nothing, fault: null, map: false };
  const draw = () => {
    view.show(state.program ? x(state.program, "title") : t("programs.one"), html`<div class="page programs">${page(state, acts)}</div>`);
    if (state.map) drawMap(document.getElementById("program-map"), [state.program], "/program/");
  };
  const load = async () => {
    try {
      Object.assign(state, { program: await programOf(view.params.id), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
    if (state.program && state.program.kind !== "works") receivers(state).then(draw, () => {});
  };
  const acts = { load, showMap: () => { state.map = true; draw(); } };
  draw();
  load();
}

// receivers are how many get something out of it, where that can be told.
async function receivers(state) {
  const { benefitsOf, publicBenefits } = await import("pages/benefits/public.js");
  state.receivers = publicBenefits(await benefitsOf(state.program.id));
}

function page(state, acts) {
  const { program, fault, map } = state;
  const back = backLink("/program", t("programs.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!program) return html`${back}<h1>${t("programs.one")}</h1>${loading()}`;
  return html`${back}<h1>${x(program, "title")}</h1>
    <p>${stateBadge(program.state)}</p>${progressBar(program)}
    ${program.state === "stopped" ? notice("warn", t("programs.stopped"), html`<p>${program.stopped_because}</p>`) : nothing}
    <p class="lead pre">${x(program, "goal")}</p>
    ${facts([
      { label: t("programs.where"), value: whereOf(program) },
      { label: t("programs.when"), value: periodOf(program) || String(program.year) },
      { label: t("programs.owner"), value: program.owner },
      { label: t("programs.field"), value: [fieldName(program.field), program.activity].filter(Boolean).join(" · ") },
      { label: t("programs.source"), value: program.source },
    ])}
    ${hasPoint(program) ? html`<div id="program-map"></div>${map ? nothing : html`<p><button type="button" class="button quiet" @click=${acts.showMap}>${icon("map-pin")} ${t("programs.show_map")}</button></p>`}` : nothing}
    ${milestones(program)}${moneyPart(program)}${state.receivers}${askedBy(program.proposals)}`;
}

// milestones stand from before the work to its end, each with what it looked like.
// more(milestone) adds what only staff see.
export function milestones(program, token, more = () => nothing) {
  return html`<section><h2>${t("programs.milestones")}</h2>${program.milestones.length ? html`<ol class="milestones">${program.milestones.map((one) => html`<li>
    <h3>${t(one.percent === 0 ? "programs.before" : one.percent === 100 ? "programs.finished" : "programs.at", { percent: one.percent })} <span class="small soft">${day(one.on)}</span></h3>
    ${one.note ? html`<p class="pre">${one.note}</p>` : nothing}
    ${pictures("milestones", one.id, one.photos, one.alt, token)}
    ${one.papers.length ? html`<ul class="plain">${one.papers.map((file, i) => html`<li><a class="paper-link" href=${fileAt("milestones", one.id, file, { token })} target="_blank" rel="noopener">${icon("file-text")} ${t("programs.paper", { n: i + 1 })}</a></li>`)}</ul>` : nothing}
    ${one.by ? html`<p class="small soft">${t("programs.recorded_by", { name: one.by })}${one.confirmed_by ? ` · ${t("programs.confirmed_by", { name: one.confirmed_by })}` : nothing}</p>` : nothing}
    ${more(one)}</li>`)}</ol>` : html`<p class="soft">${t("programs.no_milestones")}</p>`}</section>`;
}

export const askedBy = (proposals) => (proposals.length ? html`<section><h2>${t("programs.asked_by")}</h2><ul class="rows">${proposals.map((one) => html`<li>
  <a class="row-link" href="/usulan/${one.id}">${icon("megaphone")}<span class="row-link-text"><span class="row-link-title">${one.title}</span>
    <span class="small soft">${one.hamlet_name} · ${supportsText(one.supports)}</span></span>${icon("chevron-right")}</a></li>`)}</ul></section>` : nothing);
