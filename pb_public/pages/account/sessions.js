// Where I am logged in, and a way to end what is not me. Both doors use it.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { loading, failed } from "ui/states.js";

// sessionsPart loads by itself and draws with redraw; call it once a page.
export function sessionsPart(redraw) {
  const state = { items: null, fault: null, busy: "" };
  const load = async () => {
    state.fault = null;
    try { state.items = (await pb.send("/api/me/sessions", {})).items; } catch (err) { state.fault = readFault(err); }
    redraw();
  };
  const act = async (id, address, told) => {
    if (state.busy) return;
    state.busy = id;
    redraw();
    try { toast(told(await pb.send(address, { method: "POST" }))); } catch (err) { toast(readFault(err).message, "bad"); }
    state.busy = "";
    await load();
  };
  const end = (one) => act(one.id, `/api/me/sessions/${one.id}/end`, () => t("sessions.ended"));
  const endOthers = async () => {
    const sure = await ask({ title: t("sessions.end_others"), body: html`<p>${t("sessions.end_others_text")}</p>`, confirm: t("sessions.end_others"), danger: true });
    if (sure) act("others", "/api/me/sessions/end-others", ({ ended }) => count("sessions.others_ended", ended));
  };
  load();
  return () => list(state, load, end, endOthers);
}

function list({ items, fault, busy }, load, end, endOthers) {
  if (fault) return failed(fault, load);
  if (!items) return loading();
  return html`<p class="small soft">${t("sessions.text")}</p>
    <ul class="plain sessions">${items.map((one) => row(one, busy, end))}</ul>
    ${items.length > 2 ? html`<div class="actions">${button({ label: t("sessions.end_others"), kind: "quiet", busy: busy === "others", onclick: endOthers })}</div>` : nothing}`;
}

function row(one, busy, end) {
  const name = agent(one.agent);
  const seen = one.current ? t("sessions.since", { when: when(one.created), address: one.address }) : t("sessions.seen", { when: when(one.last_seen), address: one.address });
  return html`<li><div><strong>${name}</strong> ${one.current ? badge("good", t("sessions.here")) : nothing}
      ${one.shared ? badge("calm", t("sessions.shared")) : nothing} ${one.by_admin ? badge("warn", t("sessions.by_admin")) : nothing}
      <p class="small soft">${seen}</p></div>
    ${one.current ? nothing : html`<button type="button" class="button quiet" aria-disabled=${busy ? "true" : nothing} aria-label=${t("sessions.end_this", { agent: name })}
      @click=${() => end(one)}>${t("sessions.end")}</button>`}</li>`;
}

// agent is "Chrome di Android" in the reader's language.
function agent(name) {
  const [browser, system] = name.split(" di ");
  if (system) return t("sessions.agent", { browser, system });
  return browser || t("sessions.unknown");
}
