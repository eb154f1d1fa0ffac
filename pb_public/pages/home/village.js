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
  return [card("news", "newspaper", t("way.news"), posts, (post) => shortDate(post.publish_at), "/berita", t("home.all_news")),
    card("agenda", "clock", t("home.agenda"), agenda, (post) => (post.all_day ? date(post.starts_at) : when(post.starts_at)), "/agenda", t("home.all_agenda"))];
}

const card = (id, shape, title, posts, moment, all, rest) => (posts.length ? html`<section class="card" aria-labelledby=${id}>
  <h2 id=${id}>${icon(shape)} ${title}</h2><ul class="latest">${posts.slice(0, 3).map((post) => html`<li>
    ${id === "agenda" ? html`<span class="leaf" aria-hidden="true">${shortDate(post.starts_at).split(" ").slice(0, 2).map((part) => html`<span>${part}</span>`)}</span>` : nothing}
    <div><a href="/berita/${post.slug}">${x(post, "title")}</a><span class="small soft">${moment(post)}</span></div></li>`)}</ul>
  <p class="small"><a href=${all}>${rest}</a></p></section>` : nothing);
