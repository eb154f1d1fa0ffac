// One request to correct the register, with what it would change.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day, when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { openFile } from "pages/staff/open_file.js";
import { dueBadge } from "pages/staff/rights/due.js";
import { accept, refuse } from "pages/staff/rights/decide.js";

export function correctionCard(one, tables, reload) {
  return html`<li class="card rights-case ${one.overdue ? "overdue" : ""}"><p>${dueBadge(one)}</p>
    <h3>${one.name} <span class="small soft">${one.hamlet_name}${one.asked_name ? ` · ${t("desk.rights.asked_for", { name: one.asked_name })}` : ""}</span></h3>
    ${changes(one.changes, tables)}
    <p><span class="small soft">${t("desk.rights.reason")}</span><br>${one.reason}</p>
    <p class="small soft">${t("desk.rights.asked", { when: when(one.asked_at) })} · ${one.file
      ? html`<button type="button" class="link" @click=${() => openFile({ id: one.paper, collectionName: "documents" }, one.file)}>${icon("paperclip")} ${t("desk.rights.paper")}<span class="unseen"> ${one.name}</span></button>`
      : t("desk.rights.no_paper")}</p>
    ${one.state !== "open" ? answered(one) : one.decide ? buttons(one, reload) : html`<p class="small soft">${one.own ? t("desk.rights.own") : t("desk.rights.not_yours")}</p>`}</li>`;
}

const fieldName = (name) => t(`rights.field.${name}`);

function changes(all, tables) {
  const known = (name, value) => x(tables[name]?.find((one) => one.value === value), "label") || (/^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value);
  const shown = (name, value) => (value ? known(name, value) : t("desk.rights.nothing"));
  return html`<table class="rights-changes"><thead><tr><th scope="col">${t("desk.rights.field")}</th><th scope="col">${t("desk.rights.from")}</th><th scope="col">${t("desk.rights.to")}</th></tr></thead>
    <tbody>${Object.entries(all).map(([name, change]) => html`<tr><th scope="row">${fieldName(name)}</th><td>${shown(name, change.from)}</td><td><strong>${shown(name, change.to)}</strong></td></tr>`)}</tbody></table>`;
}

const answered = (one) => html`${one.answer ? html`<blockquote class="answer">${one.answer}</blockquote>` : nothing}
  <p class="small soft">${t("desk.rights.by", { name: one.decided_name, when: when(one.decided_at) })}</p>`;

const buttons = (one, reload) => html`<div class="actions">
  <button type="button" class="button" @click=${async () => { if (await accept(one)) reload(); }}>${icon("check")} ${t("desk.rights.accept")}<span class="unseen"> ${one.name}</span></button>
  <button type="button" class="button quiet danger" @click=${async () => { if (await refuse(one)) reload(); }}>${icon("x")} ${t("desk.rights.refuse")}<span class="unseen"> ${one.name}</span></button></div>`;
