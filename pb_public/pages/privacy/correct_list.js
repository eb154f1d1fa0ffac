// What I asked to have corrected, and what the office said to it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { badge } from "ui/badge.js";
import { facts } from "ui/facts.js";
import { shown } from "pages/privacy/values.js";

const looks = { open: ["info", "hourglass"], accepted: ["good", "circle-check"], refused: ["bad", "circle-x"] };

export const askedList = (asked, about) => html`<ul class="rows">${asked.map((one) => html`<li class="card">
  <p>${badge(looks[one.state][0], stateName(one.state), looks[one.state][1])}</p>
  <p><strong>${about.subjects.find((subject) => subject.id === one.resident)?.name}</strong></p>
  ${facts(Object.entries(one.changes).map(([field, change]) => ({ label: t(`rights.field.${field}`),
    value: t("rights.change", { from: shown(field, change.from, about), to: shown(field, change.to, about) }) })))}
  <p class="small soft">${t("rights.asked_at", { when: when(one.asked_at) })}<br>${one.state === "open" ? t("rights.due", { when: when(one.due_at) }) : decided(one)}</p>
  ${one.answer ? html`<p class="small soft">${t("rights.answer")}</p><blockquote class="answer">${one.answer}</blockquote>` : nothing}</li>`)}</ul>`;

const stateName = (state) => ({ open: t("rights.state_open"), accepted: t("rights.state_accepted"), refused: t("rights.state_refused") })[state];

const decided = (one) => t(one.decided_title ? "rights.decided" : "rights.decided_plain",
  { name: one.decided_name, title: one.decided_title, when: when(one.decided_at) });
