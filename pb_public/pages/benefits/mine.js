// My aid: what I and my household get, when it comes, what was paid.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { amount, periodName, periods, what } from "pages/benefits/words.js";

export function open(view) {
  const state = { items: null, fault: null };
  const draw = () => view.show(t("benefits.title"), html`<div class="page benefits"><h1>${t("benefits.title")}</h1><p class="lead">${t("benefits.lead")}</p>${page(state, load)}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { items: (await pb.send("/api/benefits/mine", {})).items, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ items, fault }, load) {
  if (fault) return failed(fault, load);
  if (!items) return loading();
  if (!items.length) return empty("hand-heart", t("benefits.none"), t("benefits.none_text"));
  const now = items.filter(({ status }) => status === "active" || status === "candidate");
  const before = items.filter((item) => !now.includes(item));
  return html`${now.length ? html`<h2>${t("benefits.now")}</h2>${now.map(aid)}` : nothing}
    ${before.length ? html`<h2>${t("benefits.before")}</h2>${before.map(aid)}` : nothing}
    <p class="small soft">${icon("info")} ${t("benefits.wrong")}</p>`;
}

const badges = { candidate: ["calm", "clock"], active: ["good", "circle-check"], stopped: ["warn", "ban"], ended: ["calm", "check"] };

function aid(item) {
  const [kind, name] = badges[item.status];
  return html`<section class="card benefit" aria-labelledby="aid-${item.id}">
    <h3 id="aid-${item.id}">${item.published ? html`<a href="/program/${item.program}">${x(item, "title")}</a>` : x(item, "title")}</h3>
    <p>${badge(kind, t(`benefits.status.${item.status}`), name)} <strong>${what(item)}</strong></p>
    <p>${whose(item)}${item.participant_number ? html`<br><span class="small soft">${t("benefits.number", { number: item.participant_number })}</span>` : nothing}</p>
    ${comes(item)}${paid(item)}</section>`;
}

function whose(item) {
  if (item.target === "person") return t("benefits.for_me");
  return item.me ? t("benefits.for_household_me") : t("benefits.for_household", { name: item.name });
}

function comes(item) {
  if (item.status === "candidate") return html`<p>${t("benefits.candidate_text")}</p>`;
  if (item.status === "stopped") return html`<p>${t("benefits.stopped_text", { day: day(item.stopped_on), reason: t(`benefits.stopped.${item.stopped_for}`) })}</p>`;
  if (item.status === "ended") return html`<p>${t("benefits.ended_text")}</p>`;
  return html`${item.unpaid.length ? html`<p class="benefit-due">${icon("hourglass")} <span>${t("benefits.waiting", { periods: periods(item.unpaid) })}</span></p>` : nothing}
    ${item.next ? html`<p class="benefit-due">${icon("clock")} <span>${t("benefits.next", { period: periodName(item.next) })}</span></p>` : nothing}
    ${!item.next && !item.unpaid.length ? html`<p>${t("benefits.all_paid")}</p>` : nothing}
    ${item.ends_on ? html`<p class="small soft">${t("benefits.until", { day: day(item.ends_on) })}</p>` : nothing}`;
}

function paid({ payments, status }) {
  if (!payments.length) return status === "active" ? html`<p class="small soft">${t("benefits.none_paid")}</p>` : nothing;
  return html`<details class="benefit-paid" ?open=${payments.length < 4}><summary>${t("benefits.paid", { n: payments.length })}</summary>
    <ul class="plain">${payments.map((one) => html`<li>${icon("check")} <span><strong>${periodName(one.period)}</strong>: ${amount(one)}
      <span class="small soft benefit-when">${t(one.received_by ? "benefits.paid_to" : "benefits.paid_on", { day: day(one.paid_on), name: one.received_by })}</span></span></li>`)}</ul></details>`;
}
