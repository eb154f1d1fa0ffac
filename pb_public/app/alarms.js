// Warnings in force, above every page of both doors. They come and go by
// themselves: asked for once a minute while the page is seen, and gone at the
// minute they end, also without network.
import { html, nothing, render } from "lit-html";
import { t, x, language } from "app/i18n.js";
import { loadOffice, village } from "app/office.js";
import { online } from "app/offline.js";
import { icon } from "ui/icon.js";

const again = 60_000; // milliseconds

let ending; // the timer of the warning that ends first

function draw() {
  const inForce = (village.get()?.emergencies ?? []).filter(({ expires_at: end }) => Date.parse(end) > Date.now());
  render(inForce.map((post) => html`<p class="alarm" role="alert">${icon("triangle-alert")}
    <a href="/berita/${post.slug}">${t("page.emergency")}: ${x(post, "title")}${post.hamlet_name ? ` (${post.hamlet_name})` : nothing}</a></p>`), document.getElementById("alarms"));
  clearTimeout(ending);
  const left = Math.min(...inForce.map(({ expires_at: end }) => Date.parse(end))) - Date.now();
  if (left < again) ending = setTimeout(draw, left + 1);
}

async function look() {
  if (!document.hidden && online.get()) await loadOffice().catch(() => {});
  draw(); // also when asking failed: a warning may have ended
}

village.watch(draw);
language.watch(draw);
online.watch(look);
document.addEventListener("visibilitychange", look);
setInterval(look, again);
draw();
