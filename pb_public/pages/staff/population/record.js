// Recording an event: whom it is about, what happened, where to, and then the
// form. Each answer is in the address, so that "back" goes one question back.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { keys } from "app/staff_keys.js";
import { backLink } from "ui/button.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { finder } from "pages/staff/residents/find.js";
import { labelOf, referenceTables } from "pages/staff/residents/reference.js";
import { hamletList, mayRecord, personOf } from "pages/staff/population/load.js";
import { eventForm } from "pages/staff/population/form.js";
import { kindName } from "pages/staff/population/words.js";
import { lifeStatus } from "pages/staff/life_status.js";

const address = (asked) => "/petugas/kependudukan/catat?" + new URLSearchParams(Object.entries(asked).filter(([, value]) => value));

export function open(view) {
  const asked = Object.fromEntries(["warga", "jenis", "ke", "tempat"].map((name) => [name, view.query.get(name) ?? ""]));
  const state = { asked, person: null, target: null, tables: null, fault: null, form: null, people: null };
  const draw = () => view.show(t("population.record"), html`<div class="page population">${page(state, load)}</div>`);
  state.people = finder({ draw, purpose: "upkeep", address: (found) => address({ ...asked, [asked.warga || asked.jenis ? "ke" : "warga"]: found.id }) });
  const load = async () => {
    try {
      const [person, target, hamlets, tables] = await Promise.all([
        asked.warga && personOf(asked.warga), asked.ke && personOf(asked.ke), hamletList(), referenceTables()]);
      Object.assign(state, { person, target, tables, fault: null });
      if (isReady(state)) state.form = eventForm({ view, draw, kind: asked.jenis, person, target, place: asked.tempat, hamlets, tables });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  if (mayRecord() && (asked.warga || asked.jenis)) load();
  return keys({ "/": () => document.getElementById("find")?.focus() });
}

// isReady: everything but the form itself is answered.
function isReady({ asked, person }) {
  if (asked.jenis === "arrival") return Boolean(asked.ke || asked.tempat);
  if (asked.jenis === "household_join") return Boolean(asked.ke);
  return Boolean(person && person.kinds.includes(asked.jenis));
}

function page(state, load) {
  const { asked } = state;
  if (!mayRecord()) return html`<h1>${t("population.record")}</h1>${notice("info", t("population.not_you"))}`;
  if (state.fault) return html`<h1>${t("population.record")}</h1>${failed(state.fault, load)}`;
  if (!asked.warga && !asked.jenis) return who(state);
  if (!state.person && asked.warga || !state.form && isReady(state)) return loading();
  if (!asked.jenis || state.person && !state.person.kinds.includes(asked.jenis)) return what(state);
  return state.form ? html`${backLink(address(before(asked)))}${head(state)}${state.form.view()}` : where(state);
}

// before is the question before the form.
const before = ({ warga, jenis, ke, tempat }) => (ke || tempat ? { warga, jenis } : { warga });

const who = ({ people }) => html`${backLink("/petugas/kependudukan")}<h1>${t("population.record")}</h1>
  <h2>${t("population.who")}</h2><p class="soft">${t("population.who_text")}</p>${people.view()}
  <ul class="rows"><li>${choice(address({ jenis: "arrival" }), "user-plus", t("population.newcomers"), t("population.newcomers_text"))}</li></ul>`;

function what({ asked, person, tables }) {
  const { resident } = person;
  return html`${backLink("/petugas/kependudukan/catat")}<h1>${t("population.what", { name: resident.name })}</h1>
    <p class="soft">${[lifeStatus(resident.life_status), labelOf(tables, "family_role", resident.family_role), person.hamlet_name].filter(Boolean).join(" · ")}</p>
    ${asked.jenis ? notice("warn", t("population.not_possible", { kind: kindName(asked.jenis) })) : nothing}
    ${person.kinds.length ? html`<ul class="rows kinds">${person.kinds.map((kind) => html`<li>
      ${choice(address({ warga: asked.warga, jenis: kind }), "", kindName(kind), t(`population.kind_text.${kind}`))}</li>`)}</ul>` : notice("info", t("population.nothing_possible"))}`;
}

// where: the family that somebody joins, or a card of their own.
function where({ asked, person, people }) {
  const old = asked.jenis === "arrival" && person?.household;
  return html`${backLink(address({ warga: asked.warga }))}<h1>${kindName(asked.jenis)}</h1><h2>${t("population.where")}</h2>
    ${asked.jenis === "arrival" ? html`<ul class="rows">
      ${old ? html`<li>${choice(address({ ...asked, tempat: "lama" }), "history", t("population.old_card"), person.household.address)}</li>` : nothing}
      <li>${choice(address({ ...asked, tempat: "baru" }), "house", t("population.own_card"), t("population.own_card_text"))}</li></ul>` : nothing}
    <p>${t("population.whose_family")}</p>${people.view()}`;
}

const choice = (href, name, title, text) => html`<a class="row-link" href=${href}>${name ? icon(name) : nothing}
  <span class="row-link-text"><span class="row-link-title">${title}</span><span class="small soft">${text}</span></span>${icon("chevron-right")}</a>`;

const head = ({ asked, person, target }) => html`<h1>${kindName(asked.jenis)}</h1>
  ${person ? html`<div class="card who"><p><strong>${person.resident.name}</strong></p><a href="/petugas/kependudukan/catat">${t("population.other_person")}</a></div>` : nothing}
  ${target ? html`<p>${t("population.joins", { name: target.resident.name })}</p>` : nothing}`;
