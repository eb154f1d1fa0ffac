// What the page of a finished request asks: how was it? One tap leads on.
import { html } from "lit-html";
import { t, more } from "app/i18n.js";
import { formOf } from "pages/satisfaction/load.js";

// ask gives the card of a finished request, as a function that draws it; null where
// it was rated already or is not for this person.
export async function ask(request) {
  try {
    const [form] = await Promise.all([formOf(request), more("satisfaction")]);
    return form.rated ? null : () => card(request);
  } catch {
    return null; // the request's page does not depend on it
  }
}

const card = (request) => html`<section class="card rate-card" aria-labelledby="rate-title"><h2 id="rate-title">${t("rate.ask")}</h2><p>${t("rate.ask_text")}</p>
  <ul class="rate-choices">${["4", "3", "2", "1"].map((score) => html`<li><a class="button quiet" href="/permohonan/${request}/nilai?nilai=${score}">${t(`satisfaction.score.overall.${score}`)}</a></li>`)}</ul></section>`;
