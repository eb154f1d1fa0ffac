// What this desk has told and is about to tell.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { officer } from "app/staff_session.js";
import { badge } from "ui/badge.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { kindBadge } from "pages/news/card.js";
import { pager, withQuery } from "pages/news/pager.js";

export function open(view) {
  const asked = { jenis: view.query.get("jenis") ?? "", hal: Number(view.query.get("hal")) || 1 };
  const state = { asked, found: null, fault: null };
  const draw = () => view.show(t("desk.news.title"), page(state, load));
  async function load() {
    state.fault = null;
    try {
      state.found = await pb.send("/api/news/desk", { query: { kind: asked.jenis, page: asked.hal } });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

const kinds = ["", "news", "announcement", "agenda", "emergency"];
const at = (asked, changed) => withQuery("/petugas/berita", { ...asked, hal: 1, ...changed });

function page({ asked, found, fault }, load) {
  return html`<div class="page"><h1>${t("desk.news.title")}</h1>
    ${officer.get()?.role === "auditor" ? nothing : html`<p><a class="button" href="/petugas/berita/baru">${icon("plus")} ${t("desk.news.write")}</a></p>`}
    <nav class="news-tabs" aria-label=${t("news.kinds")}>${kinds.map((kind) => html`<a href=${at(asked, { jenis: kind })}
      aria-current=${kind === asked.jenis ? "page" : nothing}>${t(`news.tab.${kind || "all"}`)}</a>`)}</nav>
    ${fault ? failed(fault, load) : !found ? loading() : found.items.length
      ? html`<ul class="news-list">${found.items.map(line)}</ul>${pager(found, (hal) => at(asked, { hal }))}`
      : empty("megaphone", t("desk.news.none"), t("desk.news.none_text"))}</div>`;
}

const looks = { draft: ["calm", "pencil"], scheduled: ["warn", "clock"], shown: ["good", "eye"], expired: ["calm", "hourglass"], withdrawn: ["calm", "eye-off"] };

function line(post) {
  const [kind, name] = looks[post.stage];
  return html`<li class="news-item ${post.kind}"><div class="news-item-words"><p class="news-item-top">${kindBadge(post.kind)} ${badge(kind, t(`desk.news.stage.${post.stage}`), name)}</p>
    <h2><a href="/petugas/berita/${post.id}">${post.title}</a></h2>
    <p class="small soft">${[post.hamlet_name, post.stage === "scheduled" ? t("desk.news.from", { when: when(post.publish_at) }) : "", post.by, t("desk.news.changed", { when: when(post.updated) })].filter(Boolean).join(" · ")}</p></div></li>`;
}
