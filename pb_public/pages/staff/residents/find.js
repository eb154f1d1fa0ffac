// Looking a resident up by name, address, or a whole NIK or KK number.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { failed } from "ui/states.js";
import { submit } from "ui/button.js";
import { lifeStatus } from "pages/staff/life_status.js";
import { searchField } from "pages/staff/search_field.js";

// finder returns { view, look }: a search box and what was found. Each line is a
// link made by address(person). purpose is why the page searches, or a function
// that gives { purpose, purpose_note }.
export function finder({ draw, address, purpose }) {
  const state = { q: "", answer: null, asked: "", busy: false, fault: null };
  const why = typeof purpose === "string" ? () => ({ purpose }) : purpose;
  let typing;
  const look = async () => {
    clearTimeout(typing);
    const q = state.q.trim();
    if (q.length < 2) return;
    state.busy = true;
    draw();
    try {
      const answer = await pb.send("/api/residents/search", { query: { q, ...why() } });
      if (q === state.q.trim()) Object.assign(state, { answer, asked: q, fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    state.busy = false;
    draw();
  };
  const type = (value) => { state.q = value; clearTimeout(typing); typing = setTimeout(look, 350); };
  const send = (event) => { event.preventDefault(); look(); };
  return { look, view: () => html`<form class="find" role="search" novalidate @submit=${send}>
      ${searchField({ id: "find", label: t("desk.find.label"), hint: t("desk.find.hint"), value: state.q, oninput: type })}
      ${submit(t("desk.find.look"), state.busy, "search")}</form>
    <div aria-live="polite">${found(state, look, address)}</div>` };
}

function found({ fault, answer, asked }, look, address) {
  if (fault) return failed(fault, look);
  if (!answer) return nothing;
  const { items, more, similar } = answer;
  if (!items.length) return html`<p>${icon("info")} ${t("desk.find.nobody", { q: asked })}</p>`;
  return html`<p class="small soft">${similar ? t("desk.find.similar", { q: asked }) : more ? t("desk.find.many") : count("desk.find.found", items.length)}</p>
    <ul class="rows">${items.map((person) => html`<li><a class="row-link" href=${address(person)}>
      <span class="row-link-text"><span class="row-link-title">${person.name}</span>
        <span class="small soft">${t("desk.find.nik", { last4: person.nik_last4 })} · ${day(person.birth_date)}</span>
        <span class="small soft">${[person.address, person.hamlet_name].filter(Boolean).join(", ")}</span></span>
      <span class="person-marks">${marks(person)}</span>${icon("chevron-right")}</a></li>`)}</ul>`;
}

function marks({ account, life_status }) {
  return html`${life_status === "hidup" ? nothing : badge("warn", lifeStatus(life_status), "triangle-alert")}${accountBadge(account)}`;
}

// accountBadge: none, opened (a code was handed over) or active.
export function accountBadge(account) {
  if (account === "active") return badge("good", t("desk.account.active"), "user-check");
  return account === "opened" ? badge("info", t("desk.account.opened"), "key-round") : nothing;
}
