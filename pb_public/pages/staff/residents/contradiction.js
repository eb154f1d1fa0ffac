// One contradiction: who it is about, what contradicts, and the ways to settle it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { labelOf } from "pages/staff/residents/reference.js";

const twins = ["same_nik", "same_person", "temporary_twin"];
const families = ["two_heads", "head_gone", "no_head"];

export function contradiction(item, state, acts) {
  const { kind, people } = item;
  return html`<li class="card contradiction">
    ${state.kind ? nothing : html`<h3>${t(`reg.kind.${kind}`)}</h3><p class="small">${t(`reg.kind.${kind}.why`)}</p>`}
    <ul class="plain doubted">${people.map((person) => html`<li><a href="/petugas/warga/${person.id}">${person.name}</a>
      ${person.life_status === "hidup" ? nothing : badge("calm", labelOf(state.tables, "life_status", person.life_status))}
      <span class="small soft">${about(item, person, state.tables)}</span></li>`)}</ul>
    ${people[0]?.address && !twins.includes(kind) ? html`<p class="small soft">${icon("map-pin")} ${[people[0].address, people[0].hamlet_name].filter(Boolean).join(", ")}</p>` : nothing}
    ${state.kind ? nothing : html`<p class="small">${t(`reg.kind.${kind}.do`)}</p>`}
    ${state.maySettle ? html`<div class="actions">${wayOf(item, acts)}
      ${button({ label: t("reg.settle.no_problem"), kind: "quiet", onclick: () => acts.notAProblem(item) })}</div>` : nothing}</li>`;
}

// wayOf is what usually puts it right.
function wayOf(item, acts) {
  const { kind, people } = item;
  if (twins.includes(kind)) return button({ label: t("reg.settle.same"), name: "users", onclick: () => acts.samePerson(item) });
  const living = people.find((person) => person.life_status === "hidup") ?? people[0];
  if (families.includes(kind)) {
    return html`<a class="button" href="/petugas/kependudukan/catat?warga=${living.id}&jenis=head_change">${icon("users")} ${t("reg.settle.head")}</a>`;
  }
  const back = new URLSearchParams({ jenis: kind, subjek: item.subject, tanda: item.mark });
  return html`<a class="button" href="/petugas/warga/${people[0].id}/perbaiki?${back}">${icon("pencil")} ${t("reg.correct.title")}</a>`;
}

function about({ kind }, person, tables) {
  const nik = t("desk.find.nik", { last4: person.nik_last4 }) + (person.nik_temporary ? ` (${t("reg.card.temporary")})` : "");
  const parts = families.includes(kind) ? [labelOf(tables, "family_role", person.family_role), day(person.birth_date)]
    : [nik, day(person.birth_date), labelOf(tables, "sex", person.sex), kind === "role_sex" ? labelOf(tables, "family_role", person.family_role) : ""];
  if (twins.includes(kind)) parts.push(person.address, person.hamlet_name);
  if (kind === "nik_birth") parts.push(t("reg.check.by_nik", { date: digits(person.nik_birth) }));
  return parts.filter(Boolean).join(" · ");
}

// digits writes DDMMYY of a NIK as DD-MM-YY, without a woman's 40.
const digits = (text) => `${String(Number(text.slice(0, 2)) % 40).padStart(2, "0")}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
