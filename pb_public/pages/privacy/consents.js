// What I agreed to beyond services. One tap gives a consent, one tap withdraws it.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";

export function consentPart(draw) {
  const state = { items: null, fault: null, busy: "" };
  const load = async () => {
    state.fault = null;
    try { state.items = (await pb.send("/api/me/consents", {})).items; } catch (err) { state.fault = readFault(err); }
    draw();
  };
  const say = async (item) => {
    if (state.busy) return;
    state.busy = item.key;
    draw();
    try {
      await pb.collection("consents").create({ purpose: item.key, given: !item.given });
      toast(item.given ? t("consent.saved_withdrawn") : t("consent.saved_given"));
      await load();
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    state.busy = "";
    draw();
  };
  const view = () => html`<section><h2>${t("consent.title")}</h2><p>${t("consent.lead")}</p>
    ${state.fault ? failed(state.fault, load) : !state.items ? loading()
      : html`<ul class="rows">${state.items.map((item) => card(item, state.busy === item.key, () => say(item)))}</ul>`}</section>`;
  return { load, view };
}

function card(item, busy, say) {
  const [label, kind, name] = item.given ? [t("consent.withdraw"), "danger quiet", "x"] : [t("consent.give"), "quiet", "check"];
  const title = x(item, "title");
  return html`<li class="card consent"><h3 id="consent-${item.key}">${title}</h3><p>${x(item, "text")}</p>
    <p class="consent-state">${consentState(item)}</p>
    ${button({ label: html`${label}<span class="unseen"> ${title}</span>`, kind, name, busy, onclick: say })}</li>`;
}

// consentState is what was said last, as a badge.
export function consentState({ given, last }) {
  if (!last) return badge("calm", t("consent.never"));
  const at = when(last.at) + (last.channel === "counter" ? `, ${t("consent.at_counter")}` : "");
  if (given) return badge("good", t("consent.given", { when: at }), "circle-check");
  return last.given ? badge("warn", t("consent.outdated"), "info") : badge("calm", t("consent.withdrawn", { when: at }), "ban");
}
