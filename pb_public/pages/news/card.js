// One post in a list.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { shortDate } from "app/dates.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { eventTime } from "pages/news/moments.js";

const looks = { news: ["calm", "file-text"], announcement: ["info", "megaphone"], agenda: ["good", "clock"], emergency: ["bad", "triangle-alert"] };

export const kindBadge = (kind) => badge(looks[kind][0], t(`news.kind.${kind}`), looks[kind][1]);

export function postCard(post) {
  const { photo } = post;
  return html`<li class="news-item ${post.kind}">
    ${photo ? html`<img src="${photo.url}?thumb=320x240" alt="" width="320" height="240" loading="lazy">` : nothing}
    <div class="news-item-words"><p class="news-item-top">${kindBadge(post.kind)}
        ${post.called_off ? badge("bad", t("news.called_off"), "ban") : nothing}
        <span class="small soft">${shortDate(post.publish_at)}${post.hamlet_name ? html` · ${post.hamlet_name}` : nothing}</span></p>
      <h2><a href="/berita/${post.slug}">${x(post, "title")}</a></h2>
      ${post.kind === "agenda" ? eventFacts(post) : html`<p class="soft">${x(post, "summary")}</p>`}</div></li>`;
}

export const eventFacts = (event) => html`<p class="news-fact">${icon("clock")} <span>${eventTime(event)}</span></p>
  ${event.place || event.hamlet_name ? html`<p class="news-fact">${icon("map-pin")} <span>${[event.place, event.hamlet_name].filter(Boolean).join(", ")}</span></p>` : nothing}`;
