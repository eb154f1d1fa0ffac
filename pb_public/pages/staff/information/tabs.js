// The ways around the desk of public information.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";

const ways = [["/petugas/informasi", "publications"], ["/petugas/informasi/permintaan", "requests"], ["/petugas/informasi/register", "register"],
  ["/petugas/informasi/nomor", "numbers"], ["/petugas/informasi/usaha", "businesses"]];

export const tabs = () => html`<nav class="news-tabs no-print" aria-label=${t("desk.information.title")}>${ways.map(([href, key]) => html`<a href=${href}
  aria-current=${location.pathname === href ? "page" : nothing}>${t(`desk.information.tab.${key}`)}</a>`)}</nav>`;
