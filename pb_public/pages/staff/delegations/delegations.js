// Who acts for whom: now, soon, and before.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { facts } from "ui/facts.js";
import { empty, failed, loading } from "ui/states.js";
import { actsAs, servicesText, span } from "pages/staff/delegations/words.js";

export const loadAll = async () => {
  const [answer, services] = await Promise.all([pb.send("/api/delegations", {}), pb.collection("services").getFullList({ sort: "sort", fields: "id,name,name_en" })]);
  return { ...answer, services };
};

export function open(view) {
  const state = { all: null, fault: null };
  const draw = () => view.show(t("delegations.title"), html`<div class="page">${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { all: await loadAll(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ all, fault }, reload) {
  return html`<h1>${t("delegations.title")}</h1><p class="soft">${t("delegations.text")}</p>
    ${all?.people.some((one) => one.may_give) ? html`<p><a class="button" href="/petugas/delegasi/baru">${icon("plus")} ${t("delegations.make")}</a></p>` : nothing}
    ${fault ? failed(fault, reload) : !all ? loading() : !all.items.length ? empty("users", t("delegations.none"), t("delegations.none_text"))
      : html`${part(t("delegations.in_force"), "in_force", all, reload)}${part(t("delegations.coming"), "coming", all, reload)}${part(t("delegations.past"), "past", all, reload)}`}`;
}

function part(title, state, all, reload) {
  const items = all.items.filter((item) => item.state === state);
  if (!items.length) return nothing;
  return html`<section class="delegations-part"><h2>${title}</h2><ul class="delegations">${items.map((item) => html`<li class="card">${card(item, all, reload)}</li>`)}</ul></section>`;
}

function card(item, all, reload) {
  return html`<h3>${item.to_name} ${item.to === officer.get()?.id ? badge("info", t("delegations.you")) : nothing}</h3>
    <p class="delegations-as"><strong>${actsAs(item)}</strong></p>
    ${facts([
      { label: t("delegations.for"), value: item.from_name ? `${item.from_name}, ${item.from_title}` : t("delegations.vacant") },
      { label: t("delegations.days"), value: span(item) },
      { label: t("delegations.services"), value: servicesText(item.services, all.services) },
      { label: t("delegations.decree"), value: [item.decree_number, item.decree_date && day(item.decree_date)].filter(Boolean).join(", ") },
      { label: t("delegations.note"), value: item.note },
      { label: t("delegations.ended"), value: ended(item) },
    ])}
    ${item.may_end ? html`<div class="actions">${button({ label: t("delegations.end"), kind: "quiet danger", name: "x", onclick: () => endIt(item, all, reload) })}</div>` : nothing}`;
}

// ended says why a delegation holds no more before its last day.
const ended = ({ revoked_on: on, revoked_by_name: name, ended }) => (on ? t("delegations.ended_by", { day: day(on), name })
  : { above: t("delegations.ended.above"), giver: t("delegations.ended.giver"), filled: t("delegations.ended.filled") }[ended]);

async function endIt(item, all, reload) {
  const { end } = await import("pages/staff/delegations/end.js");
  if (await end(item, all.today)) reload();
}
