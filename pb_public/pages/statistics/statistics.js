// Who lives in the village and what the office did, in numbers that name nobody.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { officeName } from "app/office.js";
import { number } from "app/numbers.js";
import { select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { agesPicture, attributePicture, areasPicture } from "pages/statistics/people.js";
import { programsPicture, reportsPicture, servicesPictures } from "pages/statistics/work.js";

// The hamlet stands in the address, so that a view can be sent to somebody.
export function open(view) {
  const state = { answer: null, fault: null, hamlet: view.query.get("banjar") ?? "" };
  const draw = () => view.show(t("statistics.title"), html`<div class="page statistics"><h1>${t("statistics.title")}</h1>
    <p class="lead">${t("statistics.lead", { office: officeName() })}</p>
    ${state.fault ? failed(state.fault, load) : state.answer ? page(state, choose) : loading()}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { answer: await pb.send("/api/open/statistics", {}), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  const choose = (hamlet) => {
    state.hamlet = hamlet;
    history.replaceState(null, "", location.pathname + (hamlet ? "?" + new URLSearchParams({ banjar: hamlet }) : ""));
    draw();
  };
  draw();
  load();
}

const page = ({ answer, hamlet }, choose) => html`
  ${answer.population ? people(answer, hamlet, choose) : empty("users", t("statistics.none"), t("statistics.none_text"))}
  ${why(answer)}
  <section><h2>${t("statistics.services")}</h2><p class="soft">${t("statistics.services_text")}</p>${servicesPictures(answer)}</section>
  <section><h2>${t("statistics.reports")}</h2><p class="soft">${t("statistics.reports_text")} <a href="/laporan">${t("statistics.to_reports")}</a></p>${reportsPicture(answer)}</section>
  <section><h2>${t("statistics.programs")}</h2><p class="soft">${t("statistics.programs_text")} <a href="/program">${t("statistics.to_programs")}</a></p>${programsPicture(answer)}</section>
  <section><h2>${t("statistics.take")}</h2><p>${t("statistics.take_text")}</p><div class="actions">
    ${["csv", "json"].map((format) => html`<a class="button quiet" href="/api/open/statistics/${format}" download="statistik.${format}">${icon("download")} ${format.toUpperCase()}</a>`)}</div></section>`;

function people({ population, next }, hamlet, choose) {
  const at = population.areas.findIndex(({ hamlets }) => hamlets.includes(hamlet));
  const area = population.areas[at];
  const shown = area ? { ...area, residents: area.men + area.women } : population;
  return html`<p>${icon("clock")} ${t("statistics.as_of", { day: day(population.as_of), next: day(next) })}</p>
    ${population.areas.length ? select({ id: "hamlet", label: t("statistics.hamlet"), value: area ? hamlet : "", onchange: choose, options: [
      { value: "", label: t("statistics.village") },
      ...population.areas.flatMap(({ hamlets, names }) => hamlets.map((id, i) => ({ value: id, label: names[i] })))] }) : html`<p class="soft">${t("statistics.no_areas")}</p>`}
    <div aria-live="polite"><h2>${area ? area.names.join(", ") : t("statistics.village")}</h2>
    ${area && area.hamlets.length > 1 ? html`<p>${t("statistics.together")}</p>` : nothing}
    <dl class="statistics-figures">${["residents", "men", "women"].map((key) => html`<div><dt>${t(`statistics.${key}`)}</dt><dd>${number(shown[key])}</dd></div>`)}</dl></div>
    ${!area && population.areas.length ? areasPicture(population) : nothing}
    ${agesPicture(population, at)}
    ${["education", "occupation", "religion", "marital_status"].map((key) => attributePicture(population, key, at))}`;
}

const why = ({ population }) => html`<details class="statistics-why"><summary>${t("statistics.why")}</summary>
  <p id="tersembunyi">${t("statistics.why_small", { least: population?.least ?? 5 })}</p><p>${t("statistics.why_others")}</p><p>${t("statistics.why_seldom")}</p><p>${t("statistics.why_who")}</p></details>`;
