// What a resident agreed to beyond services, written down at the counter: from
// their own mouth or from a signed form, which can be printed here.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { backLink, button } from "ui/button.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { consentState } from "pages/privacy/consents.js";
import { purposePart } from "pages/staff/residents/purpose.js";
import { consentForm } from "pages/staff/rights/consent_form.js";
import { writeDown } from "pages/staff/rights/consent_write.js";

export function open(view) {
  const { id } = view.params;
  const state = { id, kept: null, fault: null };
  const draw = () => view.show(t("desk.consent.title"), html`<div class="page">${page(state, acts)}</div>`);
  const load = async () => {
    state.fault = null;
    try {
      state.kept = await pb.send("/api/privacy/consents", { query: { resident: id, ...acts.why.stated() } });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const acts = {
    load, why: purposePart({ draw, onstated: load }),
    write: async (item, given) => { if (await writeDown(id, state.kept.name, item, given)) load(); },
  };
  draw();
  if (acts.why.stated()) load();
}

function page({ id, kept, fault }, acts) {
  const back = backLink(`/petugas/warga/${id}`, t("reg.card.title"));
  if (fault) return html`${back}${failed(fault, acts.load, "h1")}`;
  if (!acts.why.stated()) return html`${back}<h1>${t("desk.consent.title")}</h1>${acts.why.view()}`;
  if (!kept) return html`${back}<h1>${t("desk.consent.title")}</h1>${loading()}`;
  return html`<div class="no-print">${back}<h1>${t("desk.consent.title")}: ${kept.name}</h1><p>${t("desk.consent.lead")}</p>
      ${kept.may ? html`<p>${button({ label: t("desk.consent.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}</p>`
        : notice("info", kept.own ? t("desk.consent.own") : t("desk.consent.read_only"))}
      <ul class="rows">${kept.items.map((item) => card(item, kept.may, acts.write))}</ul></div>
    ${consentForm(kept)}`;
}

function card(item, may, write) {
  const title = x(item, "title");
  const way = (given, [label, kind, name]) => button({ label: html`${label}<span class="unseen"> ${title}</span>`, kind, name, onclick: () => write(item, given) });
  return html`<li class="card consent"><h2 class="consent-title">${title}</h2><p>${x(item, "text")}</p>
    <p class="consent-state">${consentState(item)}</p>
    ${item.last?.proof ? html`<p class="small soft">${t("desk.consent.kept_at", { proof: item.last.proof })}</p>` : nothing}
    ${item.narrow ? html`<p class="small">${t("desk.consent.narrow")}</p>` : nothing}
    ${may ? html`<div class="actions">${item.given && !item.narrow ? nothing : way(true, [t("desk.consent.give"), "quiet", "check"])}
      ${item.given ? way(false, [t("desk.consent.withdraw"), "danger quiet", "x"]) : nothing}</div>` : nothing}</li>`;
}
