// How messages leave the house: each channel and each provider, trying again, and
// switching a provider off. For the secretary; it names nobody.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { number } from "app/numbers.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { facts } from "ui/facts.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";

const kinds = ["address", "refusal", "provider", "network", "settings", "program"];

export function open(view) {
  const state = { health: null, fault: null, busy: "" };
  const draw = () => view.show(t("outbox.title"), page(state, { load, again, turn }));
  const load = async () => {
    try {
      Object.assign(state, { fault: null, health: await pb.send("/api/outbox", {}) });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  // act works on one thing at a time and shows afterwards how it is.
  const act = async (name, work) => {
    Object.assign(state, { busy: name });
    draw();
    try { toast(await work()); } catch (err) { toast(readFault(err).message, "bad"); }
    state.busy = "";
    await load();
  };
  const again = (one) => act(one.channel, async () => {
    const { tried } = await pb.send(`/api/outbox/${one.channel}/again`, { method: "POST" });
    return t("outbox.tried", { n: number(tried) });
  });
  const turn = async (gateway) => {
    const off = gateway.active;
    if (off && !await ask({ title: t("outbox.off_title", { name: gateway.name }), body: html`<p>${t("outbox.off_text")}</p>`, confirm: t("outbox.turn_off"), danger: true })) return;
    act(gateway.id, async () => {
      await pb.send(`/api/outbox/gateways/${gateway.id}`, { method: "PUT", body: { active: !off } });
      return t(off ? "outbox.is_off" : "outbox.is_on", { name: gateway.name });
    });
  };
  draw();
  load();
}

function page({ health, fault, busy }, acts) {
  return html`<div class="page wide"><h1>${t("outbox.title")}</h1><p class="lead">${t("outbox.lead")}</p>
    ${!health ? fault ? failed(fault, acts.load) : loading() : html`
      ${fault ? notice("bad", fault.message) : nothing}
      ${health.puzzles ? notice("warn", t("outbox.puzzles", { n: number(health.puzzles) }), html`<p>${t("outbox.puzzles_text")}</p>`) : nothing}
      <div class="outbox-channels">${health.channels.map((one) => channel(one, busy, acts))}</div>
      <h2>${t("outbox.providers")}</h2><p>${t("outbox.providers_text")}</p>
      ${health.gateways.length ? html`<ul class="outbox-providers">${health.gateways.map((one) => provider(one, busy, acts))}</ul>` : notice("info", t("outbox.no_provider"), html`<p>${t("outbox.no_provider_text")}</p>`)}
      <p>${button({ label: t("outbox.reload"), kind: "quiet", name: "refresh-cw", onclick: acts.load })}</p>`}</div>`;
}

function channel(one, busy, acts) {
  const id = `channel-${one.channel}`;
  const moments = [["last_sent", one.last_sent], ["last_delivered", one.channel === "phone" ? one.last_delivered : ""], ["waiting_since", one.waiting_since]];
  const more = one.again + one.stuck;
  return html`<section class="card" aria-labelledby=${id}><h2 id=${id}>${t(`outbox.channel.${one.channel}`)}</h2><p>${mood(one)}</p>
    ${facts([{ label: t("outbox.waiting"), value: number(one.waiting) }, { label: t("outbox.failed"), value: number(one.failed) },
      ...moments.map(([key, at]) => ({ label: t(`outbox.${key}`), value: at ? when(at) : key === "last_sent" ? t("outbox.never") : "" }))])}
    ${kinds.some((kind) => one.why[kind]) ? html`<h3>${t("outbox.why")}</h3><ul>${kinds.filter((kind) => one.why[kind]).map((kind) => html`<li><strong>${number(one.why[kind])}</strong> ${t(`outbox.why.${kind}`)}</li>`)}</ul>` : nothing}
    ${more ? button({ label: t("outbox.again", { n: number(more) }), kind: "quiet", name: "rotate-cw", busy: busy === one.channel, disabled: busy, onclick: () => acts.again(one) }) : nothing}</section>`;
}

const mood = (one) => (!one.set_up ? badge("calm", t("outbox.not_used"), "ban")
  : one.stuck || one.failed ? badge("warn", t("outbox.trouble"), "triangle-alert") : badge("good", t("outbox.well"), "circle-check"));

function provider(one, busy, acts) {
  return html`<li class="card"><div><p><strong>${one.name}</strong> · ${t(`outbox.kind.${one.kind}`)}
      ${one.active ? badge("good", t("outbox.on"), "circle-check") : badge("calm", t("outbox.off"), "ban")}
      ${one.resting ? badge("warn", t("outbox.resting", { at: when(one.resting) }), "clock") : nothing}</p>
    <p class="small soft">${t("outbox.sent", { n: number(one.sent) })} ${one.last_sent ? t("outbox.sent_last", { at: when(one.last_sent) }) : nothing}</p></div>
    ${button({ label: html`${t(one.active ? "outbox.turn_off" : "outbox.turn_on")}<span class="unseen"> ${one.name}</span>`, kind: "quiet", busy: busy === one.id, disabled: busy, onclick: () => acts.turn(one) })}</li>`;
}
