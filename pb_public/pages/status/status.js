// Where a request stands, for anyone who holds its receipt: no login, no names.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { when } from "app/dates.js";
import { input } from "ui/field.js";
import { submit } from "ui/button.js";
import { statusBadge } from "ui/badge.js";
import { facts } from "ui/facts.js";
import { notice } from "ui/notice.js";
import { errorSummary } from "ui/errors.js";
import { roleName } from "pages/services/steps.js";
import { trailPart } from "pages/status/trail.js";
import { asking } from "pages/status/asking.js";

export function open(view) {
  const draw = () => view.show(t("status_page.title"), page(state, send, trail));
  const trail = trailPart(view.query, () => draw());
  const { state, send } = asking(view, {
    address: "/api/requests/status", draw, wrong: () => ({ code: t("status_page.code_wrong"), last4: t("status_page.last4_wrong") }),
  });
  draw();
}

function page(state, send, trail) {
  return html`<div class="page"><h1>${t("status_page.title")}</h1><p class="lead">${t("status_page.lead")}</p>
    ${state.found ? result(state.found) : nothing}
    <form novalidate @submit=${send}>${errorSummary(state.errors)}
      ${input({ id: "code", label: t("status_page.code"), hint: t("status_page.code_hint"), value: state.code, error: state.errors.code, width: "medium code", maxlength: 12, oninput: (value) => { state.code = value; } })}
      ${input({ id: "last4", label: t("status_page.last4"), hint: t("status_page.last4_hint"), value: state.last4, error: state.errors.last4, width: "short", inputmode: "numeric", maxlength: 4, oninput: (value) => { state.last4 = value; } })}
      <div class="actions">${submit(t("status_page.send"), state.busy, "search")}</div></form>${trail()}</div>`;
}

function result(found) {
  return html`<section class="card found" aria-labelledby="found"><h2 id="found" tabindex="-1">${x(found, "service_name")}</h2>
    <p>${statusBadge(found.status)}</p>
    ${facts([
      { label: t("status_page.now"), value: x(found, "step_name") },
      { label: t("status_page.with"), value: found.waiting_for === "applicant" ? t("status_page.with_applicant") : found.waiting_for ? roleName(found.waiting_for) : "" },
      { label: t("request.filed"), value: when(found.submitted_at) },
      { label: t("request.due"), value: found.due_at && !found.closed_at ? when(found.due_at) : "" },
      { label: t("request.closed"), value: found.closed_at ? when(found.closed_at) : "" },
    ])}
    ${found.letter_ready ? notice("good", t("status_page.letter_ready"), html`<p>${t("status_page.letter_ready_text")}</p>`) : nothing}
    ${found.status === "returned" ? notice("warn", t("status_page.returned"), html`<p>${t("status_page.returned_text")} <a href="/masuk?next=/permohonan">${t("nav.login")}</a></p>`) : nothing}
  </section>`;
}
