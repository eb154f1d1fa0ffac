// One post: its text, its photos, and of an event when and where.
import { html, nothing } from "lit-html";
import { language, t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { date, when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { backLink } from "ui/button.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { eventFacts, kindBadge } from "pages/news/card.js";
import { words } from "pages/news/words.js";

export function open(view) {
  const { slug } = view.params;
  const draw = (post) => view.show(post ? x(post, "title") : t("news.title"),
    html`<div class="page">${backLink(post?.kind === "agenda" ? "/agenda" : "/berita", post?.kind === "agenda" ? t("news.agenda") : t("news.title"))}${post ? article(post) : loading()}</div>`);
  const load = async () => {
    draw(null);
    try {
      const post = await pb.send(`/api/open/news/${encodeURIComponent(slug)}`, {});
      if (view.open && post.slug !== slug) history.replaceState(null, "", `/berita/${post.slug}`); // it has another title by now
      draw(post);
    } catch (err) {
      view.show(t("fault.title"), html`<div class="page">${backLink("/berita", t("news.title"))}${failed(readFault(err), load, "h1")}</div>`);
    }
  };
  load();
}

function article(post) {
  const english = language.get() === "en" && post.body_en.length;
  const body = english ? post.body_en : post.body;
  const foreign = language.get() === "en" && !english && post.body.length;
  return html`<article class="news-post"><p class="news-item-top">${kindBadge(post.kind)}
      ${post.called_off ? badge("bad", t("news.called_off"), "ban") : nothing}${post.hamlet_name ? badge("calm", post.hamlet_name, "map-pin") : nothing}</p>
    <h1>${x(post, "title")}</h1>
    <p class="small soft">${t("news.published", { day: date(post.publish_at) })}${post.by ? html` · ${post.by}` : nothing}</p>
    ${post.kind === "emergency" ? notice("bad", t("news.in_force", { when: when(post.expires_at) })) : nothing}
    ${post.kind === "agenda" ? event(post) : nothing}
    ${foreign ? html`<p class="small soft">${t("news.only_indonesian")}</p>` : nothing}
    <div class="news-words" lang=${english ? "en" : "id"}>${words(body)}</div>
    ${post.photos.map(photo)}</article>`;
}

const event = (post) => html`<section class="card news-event" aria-label=${t("news.when_where")}>${eventFacts(post)}
  ${post.called_off ? notice("warn", t("news.called_off_text")) : html`<p><a class="button quiet small" href="/api/open/agenda/${post.slug}.ics" download>${icon("plus")} ${t("news.add")}</a></p>`}</section>`;

const photo = ({ url, alt, width, height }) => html`<figure class="news-photo"><img src="${url}?thumb=960x0" srcset=${sizes(url, width)} sizes="(min-width: 44rem) 40rem, 100vw"
  alt=${alt} width=${width} height=${height} loading="lazy"><figcaption>${alt}</figcaption></figure>`;

// sizes are the widths that the server makes, as far as the photo is that wide.
const sizes = (url, width) => [...[480, 960].filter((wide) => wide < width).map((wide) => `${url}?thumb=${wide}x0 ${wide}w`), `${url} ${width}w`].join(", ");
