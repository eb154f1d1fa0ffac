// For a resident's home: the programs of my banjar and of the whole village, and
// what changed since I last looked, on this device.
import { html, nothing } from "lit-html";
import { t, x, count, more } from "app/i18n.js";
import { day, moment } from "app/dates.js";
import { account } from "app/session.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { myPrograms } from "pages/programs/load.js";

const texts = { id: () => import("app/texts/programs_id.js"), en: () => import("app/texts/programs_en.js") };
const most = 5;

// programsOfMine calls show with a section, once it is known; with nothing to show
// it is not called. It brings its own texts.
export async function programsOfMine(show) {
  const who = account.get();
  if (!who) return;
  try {
    const [answer] = await Promise.all([myPrograms(), more(texts)]);
    if (answer.items.length && account.get()?.id === who.id) show(section(answer, since(who.id)));
  } catch { /* the home is whole without it */ }
}

// since is when this person last looked on this device; a visit of the same half
// hour is the same visit, so that going back does not take the marks away.
function since(id) {
  const name = `mdesa-programs-seen-${id}`;
  const [before, last] = (localStorage.getItem(name) ?? "0,0").split(",").map(Number);
  const now = Date.now();
  const sameVisit = now - last < 30 * 60_000;
  localStorage.setItem(name, `${sameVisit ? before : last},${now}`);
  return sameVisit ? before : last;
}

function section({ hamlet, items }, seen) {
  const news = seen ? items.filter(({ updated }) => moment(updated) > seen) : [];
  const first = [...items].sort((a, b) => news.includes(b) - news.includes(a)).slice(0, most);
  return html`<section class="mine" aria-labelledby="my-programs"><h2 id="my-programs">${t("programs.mine", { hamlet: hamlet.name })}</h2>
    ${news.length ? html`<p role="status">${count("programs.news", news.length)}</p>` : nothing}
    <ul class="rows">${first.map((item) => html`<li>${row(item, news.includes(item))}</li>`)}</ul>
    <p><a href="/program?banjar=${hamlet.id}">${t("programs.all_of_hamlet")}</a> · <a href="/usulan?banjar=${hamlet.id}">${t("programs.proposals_of_hamlet")}</a></p></section>`;
}

const row = (item, isNew) => html`<a class="row-link" href="/program/${item.id}">${icon("flag")}<span class="row-link-text">
  <span class="row-link-title">${x(item, "title")} ${isNew ? badge("info", t("programs.new_mark")) : nothing}</span>
  <span class="small soft">${t(`programs.progress.${item.state}`, { percent: item.progress })}${item.latest ? ` · ${day(item.latest)}` : ""}${item.asked ? ` · ${t("programs.you_asked")}` : ""}</span></span>${icon("chevron-right")}</a>`;
