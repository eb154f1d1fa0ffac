// One question about who saw what.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { dueBadge } from "pages/staff/rights/due.js";
import { answer } from "pages/staff/rights/decide.js";

export function questionCard(one, reload) {
  const who = one.actor_title ? `${one.actor_name} (${one.actor_title})` : one.actor_name;
  return html`<li class="card rights-case ${one.overdue ? "overdue" : ""}"><p>${dueBadge(one)}</p>
    <h3>${one.name} <span class="small soft">${one.hamlet_name}</span></h3>
    <blockquote class="answer">${one.question}</blockquote>
    <p>${t("desk.rights.about", { name: who, when: when(one.seen_at) })}${one.note ? html`<br><span class="small soft">${t("desk.rights.stated", { note: one.note })}</span>` : nothing}</p>
    <p class="small soft">${t("desk.rights.asked", { when: when(one.asked_at) })}</p>
    ${one.state !== "open" ? html`<blockquote class="answer">${one.answer}</blockquote><p class="small soft">${t("desk.rights.by", { name: one.answered_name, when: when(one.answered_at) })}</p>`
      : one.decide ? html`<div class="actions"><button type="button" class="button" @click=${async () => { if (await answer(one)) reload(); }}>${icon("message-square")} ${t("desk.rights.answer")}<span class="unseen"> ${one.name}</span></button></div>`
      : html`<p class="small soft">${one.own ? t("desk.rights.own") : t("desk.rights.not_yours_question")}</p>`}</li>`;
}
