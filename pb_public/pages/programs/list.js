// What the village builds and does: as a list or on a map, the same programs.
import { html, nothing } from "lit-html";
import { t, x, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { officeName } from "app/office.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { download, hamlets, programs } from "pages/programs/load.js";
import { drawMap, hasPoint } from "pages/programs/map.js";
import { fieldName, fields, fileAt, holds, money, progressBar, stateBadge, states, whereOf } from "pages/programs/words.js";

// The address names its filters in Indonesian, as all addresses.
const names = { year: "tahun", field: "bidang", hamlet: "banjar", state: "keadaan" };

export function open(view) {
  const state = { answer: null, areas: [], fault: null, filters: {}, map: view.query.get("tampil") === "peta" };
  for (const [name, inAddress] of Object.entries(names)) state.filters[name] = view.query.get(inAddress) ?? "";
  const draw = () => {
    view.show(t("programs.title"), html`<div class="page programs">${page(state, acts)}</div>`);
    if (state.map && state.answer) drawMap(document.getElementById("programs-map"), state.answer.items, "/program/");
  };
  const load = async () => {
    try {
      const [answer, areas] = await Promise.all([programs(state.filters), state.areas.length ? state.areas : hamlets().catch(() => [])]);
      Object.assign(state, { answer, areas, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = {
    load,
    filter: (name, value) => { state.filters[name] = value; keep(state); load(); },
    show: (map) => { state.map = map; keep(state); draw(); },
  };
  draw();
  load();
}

function keep({ filters, map }) {
  const query = new URLSearchParams();
  for (const [name, inAddress] of Object.entries(names)) if (filters[name]) query.set(inAddress, filters[name]);
  if (map) query.set("tampil", "peta");
  history.replaceState(null, "", location.pathname + (query.size ? "?" + query : ""));
}

function page({ answer, areas, fault, filters, map }, acts) {
  return html`<h1>${t("programs.title")}</h1><p class="lead">${t("programs.lead", { office: officeName() })}</p>
    <div class="program-filters">
      ${choice("year", t("programs.year"), (answer?.years ?? []).map((year) => [String(year), String(year)]), filters, acts)}
      ${choice("hamlet", t("programs.hamlet"), areas.map(({ id, name }) => [id, name]), filters, acts)}
      ${choice("field", t("programs.field"), fields.map((field) => [field, fieldName(field)]), filters, acts)}
      ${choice("state", t("programs.state"), states.map((state) => [state, t(`programs.state.${state}`)]), filters, acts)}
    </div>
    ${fault ? failed(fault, acts.load) : !answer ? loading() : list(answer, filters, map, acts)}
    <p><a href="/usulan">${icon("megaphone")} ${t("programs.to_proposals")}</a></p>`;
}

const choice = (name, label, options, filters, acts) => select({ id: `filter-${name}`, label, value: filters[name],
  options: [{ value: "", label: t("programs.all") }, ...options.map(([value, text]) => ({ value, label: text }))], onchange: (value) => acts.filter(name, value) });

function list({ items }, filters, map, acts) {
  if (!items.length) return empty("flag", t("programs.none"), t("programs.none_text"));
  return html`<div class="program-head"><p role="status">${count("programs.found", items.length)}</p>
      <div class="actions small-actions">${[false, true].map((other) => html`<button type="button" class="button quiet small" aria-pressed=${String(map === other)} @click=${() => acts.show(other)}>
        ${icon(other ? "map-pin" : "file-text")} ${t(other ? "programs.as_map" : "programs.as_list")}</button>`)}</div></div>
    ${map ? onMap(items) : rows(items)}
    <p class="actions small-actions">${["csv", "json"].map((format) => html`<a class="button quiet small" href=${download("programs", format, filters)} download="program.${format}">${icon("download")} ${format.toUpperCase()}</a>`)}</p>`;
}

// onMap says below the map what is on it, and what is not.
function onMap(items) {
  const without = items.filter((item) => !hasPoint(item));
  return html`<div id="programs-map"></div>${rows(items.filter(hasPoint))}
    ${without.length ? html`<h2>${t("programs.without_point")}</h2>${rows(without)}` : nothing}`;
}

const rows = (items) => html`<ul class="program-rows">${items.map((item) => html`<li>${row(item)}</li>`)}</ul>`;

const row = (item) => html`<a class="program-row" href="/program/${item.id}">
  ${item.photo ? html`<img src=${fileAt("milestones", item.photo.milestone, item.photo.file, { thumb: "480x360" })} width="480" height="360" alt="" loading="lazy">` : html`<span class="program-nophoto">${icon("image")}</span>`}
  <span class="program-row-text"><strong>${x(item, "title")}</strong>
    <span class="small soft">${item.year} · ${whereOf(item)}</span>
    <span>${stateBadge(item.state)}</span>
    ${item.budget ? html`<span class="small">${money(holds(item.budget))}</span>` : item.cost ? html`<span class="small">${money(item.cost)}</span>` : nothing}
    ${progressBar(item)}</span></a>`;
