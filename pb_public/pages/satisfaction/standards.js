// The service standards of all services.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { officeName } from "app/office.js";
import { failed, loading } from "ui/states.js";
import { everything } from "pages/services/catalogue.js";
import { way } from "pages/satisfaction/results.js";

export function open(view) {
  const state = { list: null, fault: null };
  const draw = () => view.show(t("standards.title"), html`<div class="page satisfaction"><h1>${t("standards.title")}</h1><p class="lead">${t("standards.lead", { office: officeName() })}</p>
    ${state.fault ? failed(state.fault, load) : state.list ? html`<ul class="rows">${state.list.map((one) => html`<li>${way(`/standar/${one.key}`, "file-text", x(one, "name"))}</li>`)}</ul>` : loading()}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { list: await everything(), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}
