// Choosing a service at the counter: all of them on one page, found by typing.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { duration } from "app/definition.js";
import { failed, loading } from "ui/states.js";
import { byCategory, categoryName, everything, matching } from "pages/services/catalogue.js";
import { searchField } from "pages/staff/search_field.js";

// servicePicker returns { view }; each service is a link made by address(service).
// only are the ids of those that can be taken in here, null for all.
export function servicePicker({ draw, address, only }) {
  const state = { all: null, q: "", fault: null };
  const load = async () => {
    try { state.all = (await everything()).filter(({ id }) => !only || only.includes(id)); state.fault = null; } catch (err) { state.fault = readFault(err); }
    draw();
  };
  load();
  return { view: () => {
    if (state.fault) return failed(state.fault, load);
    if (!state.all) return loading();
    const found = matching(state.all, state.q);
    return html`<h2>${t("desk.counter.which")}</h2>${only ? html`<p class="soft">${t("desk.counter.only")}</p>` : nothing}
      ${searchField({ id: "service-q", label: t("desk.counter.search_service"), value: state.q, oninput: (value) => { state.q = value; draw(); } })}
      <div class="services-by-category" aria-live="polite">${found.length ? byCategory(found).map(([category, list]) => html`<section><h3>${categoryName(category)}</h3>
        <ul class="service-links">${list.map((service) => html`<li><a href=${address(service)}>${x(service, "name")}</a>
          <span class="small soft">${duration(service.promise)}</span></li>`)}</ul></section>`) : html`<p>${t("desk.counter.no_match", { q: state.q })}</p>`}</div>`;
  } };
}
