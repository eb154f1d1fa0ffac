// What the hamlets ask for, by hamlet, the most supported first.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { download, myProposals, proposals } from "pages/programs/load.js";
import { proposalBadge, supportsText } from "pages/programs/words.js";

const states = ["open", "accepted", "refused", "merged"];

export function open(view) {
  const state = { answer: null, mine: null, fault: null, page: 1, filters: { hamlet: view.query.get("banjar") ?? "", state: view.query.get("keadaan") ?? "", order: "supports" } };
  const draw = () => view.show(t("proposals.title"), html`<div class="page programs">${page(state, acts)}</div>`);
  const load = async () => {
    try {
      const answer = await proposals({ ...state.filters, page: state.page });
      if (state.page > 1) answer.items = [...state.answer.items, ...answer.items];
      Object.assign(state, { answer, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const filter = (name, value) => {
    state.filters[name] = value;
    state.page = 1;
    const query = new URLSearchParams();
    if (state.filters.hamlet) query.set("banjar", state.filters.hamlet);
    if (state.filters.state) query.set("keadaan", state.filters.state);
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : ""));
    load();
  };
  const acts = { load, filter, more: () => { state.page++; load(); } };
  draw();
  load();
  if (account.get()) myProposals().then((mine) => { state.mine = mine; draw(); }, () => {});
}

function page({ answer, mine, fault, filters }, acts) {
  return html`<h1>${t("proposals.title")}</h1><p class="lead">${t("proposals.lead")}</p>
    <p class="actions"><a class="button" href="/usulan/baru">${icon("plus")} ${t("proposals.new")}</a></p>
    ${mine?.items.length ? html`<section class="mine"><h2>${t("proposals.mine")}</h2>${rows(mine.items)}</section>` : nothing}
    <div class="program-filters">${select({ id: "hamlet", label: t("programs.hamlet"), value: filters.hamlet, onchange: (value) => acts.filter("hamlet", value),
        options: [{ value: "", label: t("programs.all") }, ...(answer?.hamlets ?? []).map(({ id, name, all }) => ({ value: id, label: `${name} (${all})` }))] })}
      ${select({ id: "state", label: t("programs.state"), value: filters.state, onchange: (value) => acts.filter("state", value),
        options: [{ value: "", label: t("programs.all") }, ...states.map((value) => ({ value, label: t(`proposals.state.${value}`) }))] })}</div>
    ${fault ? failed(fault, acts.load) : !answer ? loading() : list(answer, filters, acts)}
    <p><a href="/program">${icon("flag")} ${t("proposals.to_programs")}</a></p>`;
}

function list({ items, more }, filters, acts) {
  if (!items.length) return empty("megaphone", t("proposals.none"), t("proposals.none_text"));
  return html`<p role="status">${count("proposals.found", items.length)}</p>${rows(items)}
    ${more ? html`<p><button type="button" class="button quiet" @click=${acts.more}>${t("action.more")}</button></p>` : nothing}
    <p class="actions small-actions">${["csv", "json"].map((format) => html`<a class="button quiet small" href=${download("proposals", format, filters)} download="usulan.${format}">${icon("download")} ${format.toUpperCase()}</a>`)}</p>`;
}

const rows = (items) => html`<ul class="proposal-rows">${items.map((item) => html`<li><a class="proposal-row" href="/usulan/${item.id}">
  <span class="proposal-count"><strong>${item.supports}</strong><span class="small">${t("proposals.supports_short")}</span></span>
  <span class="proposal-text"><strong>${item.title}</strong><span class="small soft">${item.hamlet_name}${item.place ? ` · ${item.place}` : ""}</span>
    <span>${proposalBadge(item.state)}${item.program ? html` <span class="small">${icon("flag")} ${t("proposals.has_program")}</span>` : nothing}</span></span>
  ${icon("chevron-right")}</a></li>`)}</ul>`;
