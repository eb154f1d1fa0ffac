// A new delegation: who, in which form, for whom, how long; and what it will do,
// in one sentence, before it is made.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { officer } from "app/staff_session.js";
import { backLink } from "ui/button.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { sending } from "ui/sending.js";
import { loadAll } from "pages/staff/delegations/delegations.js";
import { makeForm } from "pages/staff/delegations/form.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";

export function open(view) {
  const state = { all: null, fault: null, errors: {}, busy: false, made: { from: "", form: "", to: "", starts_on: "", ends_on: "", some: false, services: [], decree_number: "", decree_date: "", note: "" } };
  const draw = () => view.show(t("delegations.make"), html`<div class="page">${backLink("/petugas/delegasi", t("delegations.title"))}
    <h1>${t("delegations.make")}</h1>${page(state, draw, send, load, typed)}</div>`);
  const typed = keeper(view, { draw, read: () => state.made, write: (words) => Object.assign(state, { made: words, errors: {} }) });
  const load = async () => {
    try {
      Object.assign(state, { all: await loadAll(), fault: null });
      begin(state);
      typed.begin();
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  // None chosen would mean all of them to the server.
  const missing = () => (state.made.some && !state.made.services.length ? { services: t("delegations.which_missing") } : {});
  const send = sending({ state, draw, missing, at: "form", send: async () => {
    const { to_name: name } = await pb.collection("delegations").create(sent(state.made));
    typed.done();
    await go("/petugas/delegasi");
    toast(t("delegations.made", { name }));
  } });
  draw();
  load();
}

// begin takes the officer's own post if they may hand it over, from today on.
function begin({ all, made }) {
  const givers = all.people.filter((one) => one.may_give);
  const own = givers.find((one) => one.id === officer.get()?.id) ?? givers[0];
  Object.assign(made, { from: made.from || own?.id || "", form: made.form || (own?.in_office ? "Plh." : "Plt."),
    starts_on: made.starts_on || all.today, ends_on: made.ends_on || all.today });
}

const sent = ({ some, services, starts_on: from, ends_on: to, decree_date: decree, ...rest }) => ({
  ...rest, services: some ? services : [], starts_on: typedDay(from), ends_on: typedDay(to), decree_date: typedDay(decree) });

function page(state, draw, send, load, typed) {
  if (state.fault) return failed(state.fault, load);
  if (!state.all) return loading();
  if (!state.all.people.some((one) => one.may_give)) return notice("info", t("delegations.not_yours"), html`<p>${t("delegations.not_yours_text")}</p>`);
  return html`<form novalidate @submit=${send}>${typed.line()}${makeForm(state, draw)}</form>`;
}
