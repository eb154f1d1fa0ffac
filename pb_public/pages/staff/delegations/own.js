// An officer's own delegations, on their profile: what they gave and what they hold.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { officer } from "app/staff_session.js";
import { actsAs, span } from "pages/staff/delegations/words.js";

export function ownDelegations(redraw) {
  let items = null;
  pb.send("/api/delegations", {}).then((answer) => { items = answer.items; redraw(); }).catch(() => { items = []; redraw(); });
  return () => {
    const me = officer.get()?.id;
    const mine = (items ?? []).filter((item) => item.state !== "past" && (item.to === me || item.from === me));
    return html`${mine.length ? html`<ul class="delegations-own">${mine.map((item) => html`<li>${line(item, me)}</li>`)}</ul>`
      : items ? html`<p class="soft">${t("delegations.own_none")}</p>` : ""}
      <p><a href="/petugas/delegasi">${t("delegations.see")}</a></p>`;
  };
}

const line = (item, me) => (item.to === me ? t("delegations.own_to", { as: actsAs(item), span: span(item), name: item.from_name || t("delegations.vacant") })
  : t("delegations.own_from", { as: actsAs(item), span: span(item), name: item.to_name }));
