// Filing at the counter, for a person without a phone: find the resident, choose
// the service, fill in everything on one page, send.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { keys } from "app/staff_keys.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { serviceByKey } from "pages/services/catalogue.js";
import { requirementList } from "pages/services/requirements.js";
import { dots } from "pages/staff/residents/facts.js";
import { finder } from "pages/staff/residents/find.js";
import { servicePicker } from "pages/staff/counter/services.js";
import { counterForm } from "pages/staff/counter/form.js";
import { offerNear } from "pages/staff/counter/near.js";

const address = (resident, service) => "/petugas/loket?" + new URLSearchParams({ warga: resident, ...(service && { layanan: service }) });

export function open(view) {
  const asked = { resident: view.query.get("warga"), service: view.query.get("layanan") };
  const state = { card: null, service: null, fault: null, form: null, picker: null };
  const draw = () => view.show(t("desk.counter.title"), html`<div class="page counter"><h1>${t("desk.counter.title")}</h1>${page(state, asked, people, load)}</div>`);
  const people = asked.resident ? null : finder({ draw, purpose: "counter", address: (person) => address(person.id) });
  const load = async () => {
    try {
      [state.card, state.service] = await Promise.all([
        pb.send(`/api/residents/${asked.resident}/card`, { query: { purpose: "counter" } }), asked.service ? serviceByKey(asked.service) : null,
      ]);
      state.fault = null;
      if (state.service) state.form = newForm(state, view, draw);
      else state.picker = servicePicker({ draw, address: (service) => address(asked.resident, service.key), only: state.card.services });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  if (asked.resident) load();
  return keys({ "/": () => (document.getElementById("find") ?? document.getElementById("service-q"))?.focus() });
}

function newForm({ card, service }, page, draw) {
  return counterForm({ page, draw, definition: service, household: card.household, resident: card.resident.id, label: t("desk.counter.send"),
    before: service.kind === "report" && (async (answers) => {
      const next = await offerNear(service, card.resident.id, answers);
      if (next === "settled") {
        await go(`/petugas/loket?warga=${card.resident.id}`, { replace: true });
        toast(t("near.counter_joined"));
      }
      return next;
    }),
    send: async (answers, attachments, id) => {
      const request = await pb.collection("requests").create({ id, service: service.id, resident: card.resident.id, answers, attachments });
      go(`/petugas/loket/bukti/${request.id}?baru`, { replace: true });
    } });
}

function page(state, asked, people, load) {
  if (!asked.resident) return html`<p class="soft">${t("desk.counter.who")}</p>${people.view()}`;
  if (state.fault) return failed(state.fault, load);
  if (!state.card) return loading();
  const { resident, warnings } = state.card;
  return html`<section class="card chosen" aria-label=${t("desk.case.applicant")}>
      <div class="chosen-head"><p><strong>${resident.name}</strong></p><a href="/petugas/loket">${t("desk.counter.other_person")}</a></div>
      <p class="small"><span class="code">${dots(resident.nik)}</span> · ${[resident.birth_place, day(resident.birth_date)].filter(Boolean).join(", ")}<br>
        ${[resident.address, resident.hamlet_name].filter(Boolean).join(", ")}</p>
      ${warnings?.length ? notice("warn", t("desk.residents.warnings"), html`<ul>${warnings.map(({ text }) => html`<li>${text}</li>`)}</ul>`) : nothing}</section>
    ${state.form ? html`<div class="chosen-head"><h2>${x(state.service, "name")}</h2><a href=${address(asked.resident)}>${t("desk.counter.other_service")}</a></div>
      <details class="fold"><summary>${icon("paperclip")} ${t("desk.counter.needs")}</summary>${requirementList(state.service)}</details>${state.form.view()}`
      : asked.service ? html`<p>${t("desk.counter.no_service")} <a href=${address(asked.resident)}>${t("desk.counter.other_service")}</a></p>` : state.picker.view()}`;
}
