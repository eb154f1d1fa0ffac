// How a registration stands, for who holds its code: no names.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { input } from "ui/field.js";
import { submit, backLink } from "ui/button.js";
import { badge } from "ui/badge.js";
import { facts } from "ui/facts.js";
import { errorSummary } from "ui/errors.js";
import { asking } from "pages/status/asking.js";

export function open(view) {
  const draw = () => view.show(t("registration.title"), page(state, send));
  const { state, send } = asking(view, {
    address: "/api/accounts/register/status", draw, wrong: () => ({ code: t("registration.code_wrong"), last4: t("registration.last4_wrong") }),
  });
  draw();
}

function page(state, send) {
  return html`<div class="page">${backLink("/daftar")}<h1>${t("registration.title")}</h1>
    ${state.found ? result(state.found) : nothing}
    <form novalidate @submit=${send}>${errorSummary(state.errors)}
      ${input({ id: "code", label: t("registered.code"), hint: t("activation.code_hint"), value: state.code, error: state.errors.code, width: "medium code", maxlength: 12, oninput: (value) => { state.code = value; } })}
      ${input({ id: "last4", label: t("registration.last4"), value: state.last4, error: state.errors.last4, width: "short", inputmode: "numeric", maxlength: 4, oninput: (value) => { state.last4 = value; } })}
      <div class="actions">${submit(t("status_page.send"), state.busy, "search")}</div></form></div>`;
}

const looks = { waiting: ["info", "hourglass"], confirmed: ["good", "circle-check"], refused: ["bad", "circle-x"], expired: ["calm", "clock"] };

function result({ state, reason, note, created, decided_at, until }) {
  const [kind, name] = looks[state];
  return html`<section class="card found" aria-labelledby="found"><h2 id="found" tabindex="-1">${t(`registration.${state}`)}</h2>
    <p>${badge(kind, t(`registration.${state}_badge`), name)}</p>
    ${reason ? html`<p>${t(`registration.reason.${reason}`)}</p>` : nothing}
    ${note ? html`<blockquote>${note}</blockquote>` : nothing}
    <p>${t(`registration.${state}_text`)}</p>
    ${facts([{ label: t("request.filed"), value: when(created) }, { label: t("registration.decided"), value: decided_at ? when(decided_at) : "" },
      { label: t("registration.until"), value: state === "waiting" ? when(until) : "" }])}
    ${state === "confirmed" ? html`<p><a class="button" href="/masuk">${t("nav.login")}</a></p>` : nothing}
    ${state === "refused" || state === "expired" ? html`<p><a class="button quiet" href="/daftar">${t("registration.again")}</a></p>` : nothing}</section>`;
}
