// What I agreed to beyond services. One tap gives a consent, one tap withdraws it.
import { html, nothing } from "lit-html";
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
  const say = async (item, given) => {
    if (state.busy) return;
    state.busy = item.key;
    draw();
    try {
      await pb.collection("consents").create({ purpose: item.key, given });
      toast(given ? t("consent.saved_given") : t("consent.saved_withdrawn"));
      await load();
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    state.busy = "";
    draw();
  };
  const view = () => html`<section><h2>${t("consent.title")}</h2><p>${t("consent.lead")}</p>
    ${state.fault ? failed(state.fault, load) : !state.items ? loading()
      : html`<ul class="rows">${state.items.map((item) => card(item, state.busy === item.key, (given) => say(item, given)))}</ul>`}</section>`;
  return { load, view };
}

function card(item, busy, say) {
  const title = x(item, "title");
  const way = (given, [label, kind, name]) => button({ label: html`${label}<span class="unseen"> ${title}</span>`, kind, name, busy, onclick: () => say(given) });
  return html`<li class="card consent"><h3 id="consent-${item.key}">${title}</h3><p>${x(item, "text")}</p>
    <p class="consent-state">${consentState(item)}</p>
    ${item.narrow ? html`<p class="small">${t("consent.narrow_text")}</p>` : nothing}
    <div class="actions">${item.given && !item.narrow ? nothing : way(true, [t(item.narrow ? "consent.renew" : "consent.give"), "quiet", "check"])}
      ${item.given ? way(false, [t("consent.withdraw"), "danger quiet", "x"]) : nothing}</div></li>`;
}

// consentState is what was said last, as a badge.
export function consentState({ given, narrow, last }) {
  if (!last) return badge("calm", t("consent.never"));
  const at = when(last.at) + (last.channel === "counter" ? `, ${t("consent.at_counter")}` : "");
  if (narrow) return badge("warn", t("consent.narrow", { when: at }), "info");
  if (given) return badge("good", t("consent.given", { when: at }), "circle-check");
  return last.given ? badge("warn", t("consent.outdated"), "info") : badge("calm", t("consent.withdrawn", { when: at }), "ban");
}
