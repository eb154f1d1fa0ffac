// Whom to call: the most urgent first. The list stays on the phone, so that it
// opens without network.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { empty, failed, loading } from "ui/states.js";
import { grouped } from "pages/news/grouped.js";
import { hamletPicker } from "pages/news/hamlets.js";
import { withQuery } from "pages/news/pager.js";
import { reach } from "pages/news/reach.js";

export function open(view) {
  const state = { hamlet: view.query.get("banjar") ?? "", items: null, fault: null };
  const draw = () => view.show(t("numbers.title"), page(state, load));
  async function load() {
    state.fault = null;
    try {
      state.items = (await pb.send("/api/open/contacts", {})).items;
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

function page({ hamlet, items, fault }, load) {
  return html`<div class="page"><h1>${t("numbers.title")}</h1><p class="lead">${t("numbers.lead")}</p>
    ${fault ? failed(fault, load) : !items ? loading() : !items.length ? empty("phone", t("numbers.none"), t("numbers.none_text")) : list(items, hamlet)}</div>`;
}

function list(items, hamlet) {
  const hamlets = [...new Map(items.filter((one) => one.hamlet).map((one) => [one.hamlet, { id: one.hamlet, name: one.hamlet_name }])).values()];
  const shown = items.filter((one) => !hamlet || !one.hamlet || one.hamlet === hamlet);
  return html`${hamletPicker(hamlets, hamlet, (banjar) => go(withQuery("/nomor-penting", { banjar })))}
    ${grouped(shown, (one) => one.group).map(([group, list]) => html`<section aria-labelledby="group-${group}">
      <h2 id="group-${group}">${t(`numbers.group.${group}`)}</h2><ul class="rows">${list.map(card)}</ul></section>`)}`;
}

const card = (one) => html`<li class="card numbers-card ${one.group}"><h3>${x(one, "name")}</h3>
  ${one.hamlet_name || one.hours ? html`<p class="small soft">${[one.hamlet_name, x(one, "hours")].filter(Boolean).join(" · ")}</p>` : nothing}
  ${one.note ? html`<p>${x(one, "note")}</p>` : nothing}${reach({ ...one, name: x(one, "name") })}</li>`;
