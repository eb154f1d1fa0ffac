// All that the office has told, the latest first.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { go } from "app/router.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { postCard } from "pages/news/card.js";
import { hamletPicker } from "pages/news/hamlets.js";
import { listing, within } from "pages/news/listing.js";
import { pager } from "pages/news/pager.js";

export const open = (view) => listing(view, { source: "/api/open/news", title: () => t("news.title"), choice: "jenis", page });

const kinds = ["", "news", "announcement", "emergency"];
const at = within("/berita");

function page({ asked, found, hamlets, fault }, load) {
  return html`<div class="page"><h1>${t("news.title")}</h1><p class="lead">${t("news.lead")}</p>
    <nav class="news-tabs" aria-label=${t("news.kinds")}>${kinds.map((kind) => html`<a href=${at(asked, { jenis: kind })}
      aria-current=${kind === asked.jenis ? "page" : nothing}>${t(`news.tab.${kind || "all"}`)}</a>`)}
      <a href="/agenda">${t("news.tab.agenda")}</a></nav>
    ${hamletPicker(hamlets, asked.banjar, (banjar) => go(at(asked, { banjar })))}
    ${fault ? failed(fault, load) : !found ? loading() : found.items.length
      ? html`<ul class="news-list">${found.items.map(postCard)}</ul>${pager(found, (hal) => at(asked, { hal }))}`
      : empty("megaphone", t("news.none"), t("news.none_text"))}
    <p class="small"><a href="/api/open/news.atom${asked.banjar ? `?hamlet=${asked.banjar}` : ""}" target="_blank" rel="noopener">${icon("file-text")} ${t("news.feed")}</a></p></div>`;
}
