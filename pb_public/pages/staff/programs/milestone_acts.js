// What may be done with a milestone at the desk: what a hamlet head saw on the site
// waits for the office; what was recorded by mistake goes.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { officer } from "app/staff_session.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { ask } from "ui/dialog.js";

// milestoneActs stand below a milestone. acts has confirm(id) and remove(id).
export function milestoneActs(one, { may_keep: mayKeep }, busy, acts) {
  if (!one.waiting) return mayKeep ? button({ label: t("staff_programs.remove_milestone"), kind: "link", name: "trash-2", busy, onclick: () => remove(one, acts) }) : nothing;
  return html`<p>${badge("warn", t("staff_programs.waiting"), "hourglass")}</p>${mayKeep ? answers(one, busy, acts) : observers(one, busy, acts)}`;
}

const answers = (one, busy, acts) => html`<div class="actions">${button({ label: t("staff_programs.confirm"), name: "check", busy, onclick: () => acts.confirm(one.id) })}
  ${button({ label: t("staff_programs.decline"), kind: "quiet danger", name: "x", busy, onclick: () => decline(one, acts) })}</div>`;

const observers = (one, busy, acts) => html`<p class="small soft">${t("staff_programs.waiting_text")}</p>
  ${one.officer === officer.get()?.id ? html`<div class="actions">${button({ label: t("staff_programs.take_back"), kind: "quiet", name: "undo-2", busy, onclick: () => acts.remove(one.id) })}</div>` : nothing}`;

async function decline({ id, by }, acts) {
  if (await ask({ title: t("staff_programs.decline_title"), body: html`<p>${t("staff_programs.decline_text", { name: by })}</p>`, confirm: t("staff_programs.decline"), danger: true })) acts.remove(id);
}

async function remove({ id }, acts) {
  if (await ask({ title: t("staff_programs.remove_milestone_title"), body: html`<p>${t("staff_programs.remove_milestone_text")}</p>`, confirm: t("staff_programs.remove_milestone"), danger: true })) acts.remove(id);
}
