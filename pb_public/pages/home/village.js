// The open village on the first page: the ways to it, and what is new.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { date, shortDate, when } from "app/dates.js";
import { icon } from "ui/icon.js";

const ways = [
  ["/lapor", "megaphone", "report"], ["/program", "hammer", "programs"],
  ["/anggaran", "wallet", "budget"], ["/berita", "newspaper", "news"],
  ["/informasi", "landmark", "information"], ["/statistik", "chart-column", "statistics"],
  ["/janji", "hand-heart", "promise"], ["/nomor-penting", "phone", "numbers"],
  ["/bantuan", "users", "benefits"], ["/usaha", "briefcase-business", "businesses"],
];

export const waysIn = () => html`<nav class="ways" aria-label=${t("home.village")}>
  ${ways.map(([path, shape, key]) => html`<a class="village-way" href=${path}>${icon(shape)}<span>${t("way." + key)}</span></a>`)}
</nav>`;

// latest takes the answer of /api/open/home; null while it is not known.
export function latest(village) {
  if (!village) return nothing;
  const { posts, agenda } = village;
  return html`${posts.length ? html`<section class="card" aria-labelledby="news">
    <h2 id="news">${icon("newspaper")} ${t("way.news")}</h2>${lines(posts.slice(0, 3), (post) => shortDate(post.publish_at))}
    <p class="small"><a href="/berita">${t("home.all_news")}</a></p></section>` : nothing}
  ${agenda.length ? html`<section class="card" aria-labelledby="agenda">
    <h2 id="agenda">${icon("clock")} ${t("home.agenda")}</h2>${lines(agenda.slice(0, 3), (post) => (post.all_day ? date(post.starts_at) : when(post.starts_at)))}
    <p class="small"><a href="/agenda">${t("home.all_agenda")}</a></p></section>` : nothing}`;
}

const lines = (posts, when) => html`<ul class="latest">${posts.map((post) => html`<li>
  <a href="/berita/${post.slug}">${x(post, "title")}</a><span class="small soft">${when(post)}</span></li>`)}</ul>`;
