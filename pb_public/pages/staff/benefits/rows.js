// One line of a list of beneficiaries, and the marks it may carry.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { periodName, what } from "pages/benefits/words.js";

const kinds = { candidate: ["calm", "clock"], active: ["good", "circle-check"], stopped: ["warn", "ban"], ended: ["calm", "check"] };

export const statusBadge = ({ status }) => badge(kinds[status][0], t(`benefits.status.${status}`), kinds[status][1]);

export const marks = (row) => html`${statusBadge(row)}
  ${row.attention ? badge("warn", t(`staff_benefits.attention.${row.attention}`), "triangle-alert") : nothing}
  ${row.life_status && row.life_status !== "hidup" && row.status !== "stopped" ? badge("warn", lifeStatus(row.life_status), "triangle-alert") : nothing}
  ${row.own ? badge("info", t("staff_benefits.own"), "user-check") : nothing}`;

export const nameOf = (row) => (row.target === "household" ? t("staff_benefits.family_of", { name: row.name }) : row.name);

const numbers = (row) => (row.target === "household" ? t("staff_benefits.kk", { last4: row.kk_last4 }) : row.nik_last4 ? t("staff_benefits.nik", { last4: row.nik_last4 })
  : t("staff_benefits.members", { n: row.group_members }));

// line is a link; title says whose it is, or, in a person's own list, of what.
export const line = (row, { ofProgram = false } = {}) => html`<a class="row-link" href="/petugas/bantuan/${row.program}/${row.id}">
  <span class="row-link-text"><span class="row-link-title">${ofProgram ? x(row, "title") : nameOf(row)}</span>
    <span class="small">${what(row)}${row.participant_number && !ofProgram ? ` · ${t("benefits.number", { number: row.participant_number })}` : nothing}</span>
    <span class="small soft">${ofProgram ? html`${nameOf(row)} · ${paidText(row)}` : html`${row.hamlet_name} · ${numbers(row)} · ${paidText(row)}`}</span></span>
  <span class="person-marks">${marks(row)}</span>${icon("chevron-right")}</a>`;

function paidText({ payments }) {
  const last = payments.find((one) => !one.cancelled_on);
  return last ? t("staff_benefits.last_paid", { period: periodName(last.period) }) : t("staff_benefits.never_paid");
}
