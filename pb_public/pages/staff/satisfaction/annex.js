// The fourteen components of each service's standard (PermenPANRB 15/2014), to be
// printed as annex to the decree that sets them.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { day } from "app/dates.js";
import { pb } from "app/api.js";
import { office } from "app/office.js";
import { go } from "app/router.js";
import { backLink } from "ui/button.js";
import { select } from "ui/field.js";
import { failed, loading } from "ui/states.js";
import { head, printButton, signature } from "pages/satisfaction/paper.js";

const delivery = ["requirements", "procedure", "time", "fee", "product", "complaints"];
const management = ["legal_basis", "facilities", "competence", "supervision", "staffing", "assurance", "safety", "evaluation"];

export function open(view) {
  const chosen = view.query.get("layanan") ?? "";
  const state = { list: null, fault: null };
  const draw = () => view.show(t("annex.title"), html`<div class="page satisfaction"><div class="no-print">${backLink("/petugas/kepuasan")}<h1>${t("annex.title")}</h1><p class="soft">${t("annex.text")}</p></div>
    ${state.fault ? failed(state.fault, load) : state.list ? page(state.list, chosen) : loading()}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { list: await pb.collection("services").getFullList({ sort: "sort,name", fields: "key,name,standard" }), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
  return office.watch(draw);
}

function page(list, chosen) {
  const shown = chosen ? list.filter((one) => one.key === chosen) : list;
  return html`<div class="no-print">${select({ id: "service", label: t("annex.service"), value: chosen, options: [{ value: "", label: t("annex.all") }, ...list.map((one) => ({ value: one.key, label: one.name }))],
      onchange: (key) => go("/petugas/kepuasan/standar" + (key ? `?layanan=${key}` : "")) })}</div>${printButton()}
    ${shown.map((service) => paper(service))}`;
}

function paper(service) {
  const { standard_decree: decree, standard_decree_on: on } = office.get() ?? {};
  return html`<article class="paper" aria-label=${service.name}>
    <p class="annex-decree">${decree ? t("annex.of", { decree: [decree, day(on)].filter(Boolean).join(", ") }) : t("annex.no_decree")}</p>
    ${head(t("annex.of_service", { name: service.name }))}
    ${part(service, t("annex.delivery"), delivery, 1)}${part(service, t("annex.management"), management, 7)}
    ${signature(on)}</article>`;
}

function part(service, title, keys, first) {
  return html`<h3>${title}</h3><div class="chart-scroll" tabindex="0" role="region" aria-label=${`${service.name}: ${title}`}><table class="annex">
    <thead><tr><th scope="col">${t("annex.number")}</th><th scope="col">${t("annex.component")}</th><th scope="col">${t("annex.content")}</th></tr></thead>
    <tbody>${keys.map((key, i) => html`<tr><td>${first + i}</td><th scope="row">${t(`annex.${key}`)}</th><td class="pre">${service.standard?.[key] || t("annex.missing")}</td></tr>`)}</tbody></table></div>`;
}
