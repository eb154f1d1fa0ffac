// For a resident's home: my programs, those of my banjar and of the whole village,
// and what changed since I last looked, on this device.
import { html, nothing } from "lit-html";
import { t, x, count, more } from "app/i18n.js";
import { day, moment } from "app/dates.js";
import { account } from "app/session.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { myPrograms } from "pages/programs/load.js";

const most = 5;

// programsOfMine calls show with a section, once it is known; with nothing to show
// it is not called. It brings its own texts.
export async function programsOfMine(show) {
  const who = account.get();
  if (!who) return;
  try {
    const [answer] = await Promise.all([myPrograms(), more("programs")]);
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

// On the first visit on a device, what changed within two weeks is news.
const recently = 14 * 24 * 3600_000;

function section({ hamlet, items }, seen) {
  const news = items.filter(({ updated }) => moment(updated) > (seen || Date.now() - recently));
  const first = [...items].sort((a, b) => own(b) - own(a) || news.includes(b) - news.includes(a)).slice(0, most);
  return html`<section class="mine" aria-labelledby="my-programs"><h2 id="my-programs">${t("programs.mine", { hamlet: hamlet.name })}</h2>
    ${news.length ? html`<p role="status">${count(seen ? "programs.news" : "programs.news_first", news.length)}</p>` : nothing}
    <ul class="rows">${first.map((item) => html`<li>${row(item, news.includes(item))}</li>`)}</ul>
    <p><a href="/program?banjar=${hamlet.id}">${t("programs.all_of_hamlet")}</a> · <a href="/usulan?banjar=${hamlet.id}">${t("programs.proposals_of_hamlet")}</a></p></section>`;
}

const own = ({ asked, receives }) => asked || receives;

const row = (item, isNew) => html`<a class="row-link" href="/program/${item.id}">${icon("flag")}<span class="row-link-text">
  <span class="row-link-title">${x(item, "title")} ${isNew ? badge("info", t("programs.new_mark")) : nothing}</span>
  ${own(item) ? html`<span>${item.receives ? badge("good", t("programs.you_receive"), "hand-heart") : nothing} ${item.asked ? badge("good", t("programs.you_asked"), "megaphone") : nothing}</span>` : nothing}
  <span class="small soft">${t(`programs.progress.${item.state}`, { percent: item.progress })}${item.latest ? ` · ${day(item.latest)}` : ""} · ${item.hamlet_name || t("programs.whole_village")}</span></span>${icon("chevron-right")}</a>`;
