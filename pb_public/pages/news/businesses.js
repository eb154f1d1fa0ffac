// Businesses of the village: what they offer, where, and how to write to them.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { go } from "app/router.js";
import { account } from "app/session.js";
import { badge } from "ui/badge.js";
import { select } from "ui/field.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { hamletPicker } from "pages/news/hamlets.js";
import { listing, within } from "pages/news/listing.js";
import { pager } from "pages/news/pager.js";
import { reach } from "pages/news/reach.js";

export const kinds = ["bumdes", "food", "shop", "craft", "service", "farm", "lodging", "other"];

export const open = (view) => listing(view, { source: "/api/open/businesses", title: () => t("business.title"), choice: "jenis", page });

const at = within("/usaha");

function page({ asked, found, hamlets, fault }, load) {
  return html`<div class="page wide"><h1>${t("business.title")}</h1><p class="lead">${t("business.lead")}</p>
    <div class="news-pickers"><div class="news-picker">${select({ id: "kind", label: t("business.kind"), value: asked.jenis, onchange: (jenis) => go(at(asked, { jenis })),
      options: ["", ...kinds].map((kind) => ({ value: kind, label: t(`business.kind.${kind || "all"}`) })) })}</div>
      ${hamletPicker(hamlets, asked.banjar, (banjar) => go(at(asked, { banjar })))}</div>
    ${fault ? failed(fault, load) : !found ? loading() : found.items.length
      ? html`<ul class="business-list">${found.items.map(card)}</ul>${pager(found, (hal) => at(asked, { hal }))}`
      : empty("briefcase-business", t("business.none"), t("business.none_text"))}
    <p><a class="button quiet" href=${account.get() ? "/usaha/usul" : "/masuk?next=%2Fusaha%2Fusul"}>${icon("plus")} ${t("business.suggest")}</a></p></div>`;
}

const card = (one) => html`<li class="card business-card">
  ${one.photo ? html`<img src="${one.photo.url}?thumb=640x480" alt=${one.photo.alt} width="640" height="480" loading="lazy">` : nothing}
  <h2>${one.name}</h2><p>${badge(one.kind === "bumdes" ? "good" : "calm", t(`business.kind.${one.kind}`))}</p>
  <p class="pre">${x(one, "about")}</p>
  ${one.owner ? html`<p class="small soft">${t("business.of", { owner: one.owner })}</p>` : nothing}
  ${one.place || one.hamlet_name ? html`<p class="news-fact">${icon("map-pin")} <span>${[one.place, one.hamlet_name].filter(Boolean).join(", ")}</span></p>` : nothing}
  ${one.hours ? html`<p class="news-fact">${icon("clock")} <span>${one.hours}</span></p>` : nothing}
  ${one.link ? html`<p class="news-fact"><a href=${one.link} target="_blank" rel="nofollow noopener noreferrer">${t("business.site")}<span class="unseen"> ${one.name}</span></a></p>` : nothing}
  ${reach(one)}</li>`;
