// The residents' register, as far as the desk needs it: say why, find a person.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { officer } from "app/staff_session.js";
import { keys } from "app/staff_keys.js";
import { icon } from "ui/icon.js";
import { finder } from "pages/staff/residents/find.js";
import { purposePart } from "pages/staff/residents/purpose.js";

export function open(view) {
  const draw = () => view.show(t("desk.residents.title"), html`<div class="page"><h1>${t("desk.residents.title")}</h1>
    ${why.view()}${why.stated() ? people.view() : nothing}${ways()}</div>`);
  const why = purposePart({ draw, onstated: () => document.getElementById("find")?.focus() });
  const people = finder({ draw, purpose: why.stated, address: (person) => `/petugas/warga/${person.id}` });
  draw();
  return keys({ "/": () => document.getElementById("find")?.focus() });
}

const ways = () => html`<nav class="register-ways" aria-label=${t("reg.ways")}><ul class="rows">
  ${way("/petugas/warga/periksa", "circle-alert", t("reg.check.title"), t("reg.check.way"))}
  ${way("/petugas/pendaftaran", "user-plus", t("desk.nav.joining"), t("reg.ways.joining"))}
  ${way("/petugas/hak", "shield-check", t("desk.nav.rights"), t("desk.nav.rights_text"))}
  ${officer.get()?.role === "auditor" ? nothing : way("/petugas/kependudukan", "book-open", t("reg.ways.population"), t("reg.ways.population_text"))}</ul></nav>`;

const way = (href, name, title, text) => html`<li><a class="row-link" href=${href}>${icon(name)}
  <span class="row-link-text"><span class="row-link-title">${title}</span><span class="small soft">${text}</span></span>${icon("chevron-right")}</a></li>`;
