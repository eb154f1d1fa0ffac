// Whether the trail is whole: each entry carries the hash of the one before.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { notice } from "ui/notice.js";

const number = (n) => new Intl.NumberFormat("id-ID").format(n);

export function chainCheck(draw) {
  const state = { busy: false, found: null, fault: null };
  const check = async () => {
    Object.assign(state, { busy: true, found: null, fault: null });
    draw();
    try { state.found = await pb.send("/api/audit/check", {}); } catch (err) { state.fault = readFault(err); }
    state.busy = false;
    draw();
  };
  return () => html`<section class="trail-chain" aria-live="polite">
    ${state.found ? verdict(state.found) : state.fault ? notice("bad", state.fault.message) : nothing}
    <p>${button({ label: t("desk.trail.check"), kind: "quiet", name: "shield-check", busy: state.busy, onclick: check })}</p></section>`;
}

function verdict({ whole, chain }) {
  if (!whole) return notice("bad", t("desk.trail.broken", { n: chain.break.seq }), html`<p>${t("desk.trail.broken_text", { rows: number(chain.rows) })}</p>`);
  return notice("good", t("desk.trail.whole", { rows: number(chain.rows) }), html`
    ${chain.until ? html`<p>${t("desk.trail.last", { when: when(chain.until) })}</p><p class="code trail-hash">${chain.last_hash}</p>` : nothing}
    ${chain.cut ? html`<p>${t("desk.trail.cut", { n: number(chain.cut) })}</p>` : nothing}`);
}
