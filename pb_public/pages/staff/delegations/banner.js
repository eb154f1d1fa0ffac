// That somebody acts for another now stands on their desk until it ends.
import { html, nothing } from "lit-html";
import { t, more } from "app/i18n.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { asPost, postName } from "pages/requests/capacity.js";

// bringTexts is called before the banner is first drawn.
export const bringTexts = () => more("staff_delegations");

// actingBanner takes the powers that the inbox names: { form, post, holder_title, until, services }.
export function actingBanner(powers) {
  if (!powers?.length) return nothing;
  return html`<div class="acting-banner">${icon("stamp")}<div>${powers.map((power) => html`<p>${line(power)}</p>`)}
    <p><a href="/petugas/delegasi">${t("delegations.see")}</a></p></div></div>`;
}

function line({ form, post, holder_title: title, until, services }) {
  const params = { as: postName({ form, post, title }), until: day(until) };
  const said = asPost(form) ? t("delegations.banner_as", params) : t("delegations.banner_for", params);
  return services.length ? html`${said} ${t("delegations.banner_some", { n: services.length })}` : said;
}
