// The way to the pages before and after.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

// pager takes an answer with page and pages, and the address of a page number.
export function pager({ page, pages }, address) {
  if (pages < 2) return nothing;
  return html`<nav class="news-pages" aria-label=${t("news.pages")}>
    ${page > 1 ? html`<a class="button quiet small" href=${address(page - 1)}>${icon("arrow-left")} ${t("news.newer")}</a>` : html`<span></span>`}
    <span>${t("news.page_of", { page, pages })}</span>
    ${page < pages ? html`<a class="button quiet small" href=${address(page + 1)}>${t("news.older")} ${icon("arrow-right")}</a>` : html`<span></span>`}</nav>`;
}

// withQuery is an address with what is asked; nothing asked is left out.
export function withQuery(path, asked) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value && value !== 1)).toString();
  return query ? `${path}?${query}` : path;
}
