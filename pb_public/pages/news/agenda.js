// What comes next in the village, month by month, and what has been.
import { html, nothing } from "lit-html";
import { language, t } from "app/i18n.js";
import { moment, zone } from "app/dates.js";
import { go } from "app/router.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { postCard } from "pages/news/card.js";
import { grouped } from "pages/news/grouped.js";
import { hamletPicker } from "pages/news/hamlets.js";
import { listing, within } from "pages/news/listing.js";
import { pager } from "pages/news/pager.js";

export const open = (view) => listing(view, { source: "/api/open/agenda", title: () => t("news.agenda"), choice: "lalu", kindOf: (past) => (past ? "past" : "coming"), page });

const at = within("/agenda");

function page({ asked, found, hamlets, fault }, load) {
  return html`<div class="page"><h1>${t("news.agenda")}</h1><p class="lead">${t("news.agenda_lead")}</p>
    <nav class="news-tabs" aria-label=${t("news.agenda")}>
      <a href=${at(asked, { lalu: "" })} aria-current=${asked.lalu ? nothing : "page"}>${t("news.coming")}</a>
      <a href=${at(asked, { lalu: "ya" })} aria-current=${asked.lalu ? "page" : nothing}>${t("news.past")}</a>
      <a href="/berita">${t("news.title")}</a></nav>
    ${hamletPicker(hamlets, asked.banjar, (banjar) => go(at(asked, { banjar })))}
    ${fault ? failed(fault, load) : !found ? loading() : found.items.length
      ? html`${months(found.items)}${pager(found, (hal) => at(asked, { hal }))}`
      : empty("clock", asked.lalu ? t("news.none_past") : t("news.none_coming"), t("news.none_coming_text"))}
    ${follow(asked.banjar)}</div>`;
}

const monthOf = (text) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID", { timeZone: zone(), month: "long", year: "numeric" }).format(moment(text));

const months = (events) => grouped(events, (event) => monthOf(event.starts_at)).map(([month, list]) => html`
  <h2 class="news-month">${month}</h2><ul class="news-list">${list.map(postCard)}</ul>`);

// follow: webcal: opens the phone's own calendar, which then asks by itself.
function follow(hamlet) {
  const path = `/api/open/agenda.ics${hamlet ? `?hamlet=${hamlet}` : ""}`;
  return html`<section class="card" aria-labelledby="follow"><h2 id="follow">${t("news.follow")}</h2><p>${t("news.follow_text")}</p>
    <p class="actions"><a class="button quiet" href="webcal://${location.host}${path}">${icon("plus")} ${t("news.subscribe")}</a>
      <a class="button quiet" href=${path} download="agenda.ics">${icon("download")} ${t("news.download_calendar")}</a></p></section>`;
}
