// All that the office has told, the latest first.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { empty, failed, loading } from "ui/states.js";
import { postCard } from "pages/news/card.js";
import { allHamlets, hamletPicker } from "pages/news/hamlets.js";
import { pager, withQuery } from "pages/news/pager.js";

export function open(view) {
  const asked = { jenis: view.query.get("jenis") ?? "", banjar: view.query.get("banjar") ?? "", hal: Number(view.query.get("hal")) || 1 };
  const state = { asked, found: null, hamlets: null, fault: null };
  const draw = () => view.show(t("news.title"), page(state, load));
  async function load() {
    state.fault = null;
    try {
      const [found, hamlets] = await Promise.all([pb.send("/api/open/news", { query: { kind: asked.jenis, hamlet: asked.banjar, page: asked.hal } }), allHamlets()]);
      Object.assign(state, { found, hamlets });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

const kinds = ["", "news", "announcement", "emergency"];
const at = (asked, changed) => withQuery("/berita", { ...asked, hal: 1, ...changed });

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
