// One request: where it stands, what happened, what comes next.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { online } from "app/offline.js";
import { householdOf } from "pages/requests/household.js";
import { filedFor } from "pages/requests/relation.js";
import { when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { backLink } from "ui/button.js";
import { statusBadge } from "ui/badge.js";
import { timeline } from "ui/timeline.js";
import { facts } from "ui/facts.js";
import { loading, failed } from "ui/states.js";
import { loadRequest } from "pages/requests/load.js";
import { story } from "pages/requests/story.js";
import { standing } from "pages/requests/standing.js";
import { loadHamlets } from "ui/place_field.js";
import { actionsPart } from "pages/requests/actions.js";
import { answersPart } from "pages/requests/answers.js";
import { receiptCode } from "pages/requests/code.js";
import { reportPart } from "pages/reports/part.js";
import { fingerprintPart } from "pages/requests/fingerprint.js";

export async function open(view) {
  const state = { it: null, fault: null, household: [] };
  const draw = () => view.show(state.it ? x(state.it.request, "service_name") : t("request.title"), page(state, load, draw));
  const load = async () => {
    try {
      const first = state.it === null;
      state.it = await loadRequest(view.params.id);
      state.fault = null;
      if (first) householdOf(state.it.request).then((household) => { state.household = household; draw(); }, () => {});
    } catch (err) {
      state.fault = readFault(err);
    }
    if (state.it?.request.status === "completed") import("pages/satisfaction/ask.js").then(({ ask }) => ask(view.params.id)).then((rate) => { state.rate = rate; draw(); }, () => {});
    draw();
  };
  draw();
  load();
  loadHamlets(draw);
  const still = online.watch((now) => now && load());
  const stop = await pb.collection("requests").subscribe(view.params.id, load).catch(() => null);
  return () => { still(); stop?.(); };
}

function page({ it, fault, household, rate }, load, draw) {
  if (!it) return html`<div class="page">${backLink("/permohonan", t("requests.title"))}${fault ? failed(fault, load, "h1") : loading()}</div>`;
  const { request } = it;
  return html`<div class="page wide">${backLink("/permohonan", t("requests.title"))}
    <div class="columns"><article>
      <h1>${x(request, "service_name")}</h1>
      <p class="request-status">${statusBadge(request.status)} <span class="soft">${t("request.code")} <strong class="code">${receiptCode(request.code)}</strong></span></p>
      ${request.relation ? html`<p>${icon("users")} ${filedFor(request)}</p>` : nothing}
      ${fault ? failed(fault, load) : nothing}
      <div aria-live="polite">${standing(it)}</div>
      ${rate?.() ?? nothing}
      ${it.report ? reportPart(it, draw) : nothing}
      <h2>${t("request.story")}</h2>${timeline(story(it))}
      ${answersPart(it, household)}
    </article>
    <aside>
      <section class="card" aria-labelledby="facts"><h2 id="facts" class="unseen">${t("service.in_short")}</h2>${facts([
        { label: t("request.filed"), value: when(request.submitted_at) },
        { label: t("request.due"), value: request.closed_at || ["returned", "answered"].includes(request.status) || !request.due_at ? "" : when(request.due_at) },
        { label: t("request.closed"), value: request.closed_at ? when(request.closed_at) : "" },
        { label: t("request.channel"), value: request.channel === "counter" ? t("request.at_counter") : "" },
      ])}<p><a href="/permohonan/${request.id}/bukti">${t("request.receipt")}</a></p></section>
      <div class="card">${fingerprintPart(request)}</div>
      ${actionsPart(it, load, draw)}
    </aside></div></div>`;
}
