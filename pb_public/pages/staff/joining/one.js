// One registration: what was typed beside what the register says, the photo, and
// the decision.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { day, when, shortDate } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { backLink } from "ui/button.js";
import { facts } from "ui/facts.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { photo } from "pages/staff/joining/photo.js";
import { decisions } from "pages/staff/joining/decide.js";

export function open(view) {
  const state = { it: null, fault: null };
  const draw = () => view.show(state.it?.name ?? t("joining.title"), html`<div class="page wide joining">${backLink("/petugas/pendaftaran", t("joining.title"))}${page(state, load, picture, decide)}</div>`);
  const picture = photo(view.params.id, () => draw());
  const decide = decisions(view.params.id, () => draw(), () => load());
  const load = async () => {
    try {
      state.it = await pb.send(`/api/accounts/registrations/${view.params.id}`, {});
      state.fault = null;
      if (state.it.photo) picture.load();
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
  return () => picture.leave();
}

function page({ it, fault }, load, picture, decide) {
  if (fault) return failed(fault, load, "h1");
  if (!it) return html`<h1 class="unseen">${t("joining.title")}</h1>${loading()}`;
  return html`<h1>${it.name}</h1>
    <p class="soft">${t("joining.sent_on", { date: shortDate(it.created) })} · ${t("joining.code")} <span class="code">${it.code}</span></p>
    ${it.state === "waiting" ? waiting(it, picture, decide) : decided(it)}`;
}

function waiting(it, picture, decide) {
  return html`${warnings(it)}
    <div class="columns"><div>
      <section class="card" aria-labelledby="compare"><h2 id="compare">${t("joining.compare")}</h2>${compared(it)}
        ${facts([{ label: t("joining.hamlet"), value: it.hamlet_name }, { label: t("profile.phone"), value: it.phone }, { label: t("joining.email"), value: it.email }])}</section>
      ${it.others.length ? html`<section class="card" aria-labelledby="others"><h2 id="others">${t("joining.same_nik")}</h2><p>${t("joining.same_nik_text")}</p>
        <ul class="plain">${it.others.map((other) => html`<li><a href="/petugas/pendaftaran/${other.id}">${t("joining.sent_on", { date: when(other.created) })}</a> · ${t("joining.agree", { n: other.agreeing })}</li>`)}</ul></section>` : nothing}
    </div>
    <section class="card" aria-labelledby="photo"><h2 id="photo">${t("joining.photo")}</h2><p class="small soft">${t("joining.photo_text")}</p>${picture.view()}</section></div>
    ${decide.view(it)}`;
}

function warnings(it) {
  if (!it.on_record) return notice("warn", t("joining.not_on_record"), html`<p>${t("joining.not_on_record_text")}</p>`);
  if (it.life_status !== "hidup") return notice("bad", t("joining.not_living", { status: lifeStatus(it.life_status) }), html`<p>${t("joining.not_living_text")}</p>`);
  if (it.account === "off") return notice("bad", t("joining.off"), html`<p>${t("joining.off_text")}</p>`);
  if (it.account === "active") return notice("warn", t("joining.has_login"), html`<p>${it.may_replace ? t("joining.replace_text") : t("joining.replace_elsewhere")}</p>`);
  return nothing;
}

function compared({ lines, on_record }) {
  const shown = (field, value) => (field === "birth_date" ? day(value) : value.replace(/(\d{4})(?=\d)/g, "$1 "));
  return html`<table class="compare"><thead><tr><th scope="col"><span class="unseen">${t("joining.field")}</span></th><th scope="col">${t("joining.typed")}</th><th scope="col">${t("joining.register")}</th><th scope="col"><span class="unseen">${t("joining.result")}</span></th></tr></thead>
    <tbody>${lines.map(({ field, typed, register, same }) => html`<tr class=${same ? "" : "differs"}><th scope="row">${t(`joining.field.${field}`)}</th>
      <td data-label=${t("joining.typed")}>${shown(field, typed)}</td><td data-label=${t("joining.register")}>${shown(field, register) || "—"}</td>
      <td>${same ? badge("good", t("joining.same"), "check") : badge(on_record ? "bad" : "calm", on_record ? t("joining.differs") : t("joining.unknown"), "x")}</td></tr>`)}</tbody></table>`;
}

function decided(it) {
  const agreed = Object.entries(it.match ?? {}).filter(([, same]) => same).map(([field]) => t(`joining.field.${field}`)).join(", ");
  return html`<section class="card">${facts([
    { label: t("joining.result"), value: t(`joining.state.${it.state}`) },
    { label: t("joining.decided_by"), value: it.decided_by || t("joining.clock") },
    { label: t("joining.decided_at"), value: when(it.decided_at) },
    { label: t("joining.agreed"), value: agreed || t("joining.nothing_agreed") },
    { label: t("joining.reason"), value: it.reason ? t(`joining.reason.${it.reason}`) : "" },
    { label: t("joining.note"), value: it.note },
    { label: t("joining.replaced"), value: it.replaced ? t("answer.yes") : "" },
  ])}<p class="small soft">${icon("info")} ${t("joining.photo_gone")}</p>
    ${it.resident ? html`<p><a href="/petugas/warga/${it.resident}">${icon("id-card")} ${t("desk.case.open_card")}</a></p>` : nothing}</section>`;
}
