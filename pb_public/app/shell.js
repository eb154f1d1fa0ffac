// What stands around every page: the office's name above, ways on below.
import { html, nothing, render } from "lit-html";
import { t, language, choose } from "app/i18n.js";
import { pb } from "app/api.js";
import { office, officeName } from "app/office.js";
import { account } from "app/session.js";
import { online } from "app/offline.js";
import { gate, icon } from "ui/icon.js";

const at = (path) => (path === "/" ? location.pathname === "/" : location.pathname.startsWith(path));

let bell = () => html`<span class="top-link bell"></span>`; // its place, until it is brought

// ring puts the way to one's news to the top; link draws it.
export function ring(link) {
  bell = link;
  drawShell();
}

const ways = () => [
  ["/", "house", t("nav.home")],
  ["/permohonan", "file-text", t("nav.requests")],
  ["/dokumen", "folder-open", t("nav.documents")],
  ["/profil", "user", t("nav.profile")],
];

export function drawShell() {
  document.querySelector(".skip").textContent = t("page.skip");
  render(top(), document.getElementById("top"));
  render(bottom(), document.getElementById("bottom"));
  const tabs = document.getElementById("tabs");
  tabs.hidden = !account.get() || /^\/ajukan\//.test(location.pathname); // filling in takes the whole screen
  render(account.get() ? links("tab") : nothing, tabs);
}

online.watch(drawShell);

const links = (kind) => ways().map(([path, name, label]) => html`
  <a class=${kind} href=${path} aria-current=${at(path) ? "page" : nothing}>${icon(name)}<span>${label}</span></a>`);

function top() {
  const record = office.get();
  return html`<div class="top-inner">
    <a class="brand" href="/">
      ${record?.logo ? html`<img src=${pb.files.getURL(record, record.logo)} alt="" width="44" height="44">` : gate("brand-mark")}
      <span><strong>${officeName()}</strong><small>${t("page.tagline")}</small></span>
    </a>
    <nav class="top-nav" aria-label=${t("nav.main")}>
      ${account.get() ? html`<span class="top-links">${links("top-link")}</span>`
        : html`<a class="top-link login" href="/masuk" aria-current=${at("/masuk") ? "page" : nothing}>${icon("log-in")}<span>${t("nav.login")}</span></a>`}
      ${account.get() ? bell() : nothing}
      ${languageButton()}
    </nav>
  </div>
  ${online.get() ? nothing : html`<p class="offline" role="status">${icon("wifi-off")} ${t("page.offline")}</p>`}`;
}

function languageButton() {
  const other = language.get() === "en" ? "id" : "en";
  return html`<button type="button" class="top-link language" lang=${other} @click=${() => changeLanguage(other)}>
    ${icon("languages")}<span class="unseen">${other === "en" ? "Read this page in" : "Baca halaman ini dalam"} </span><span>${other === "en" ? "English" : "Indonesia"}</span></button>`;
}

// changeLanguage holds also when the person leaves the page at once.
export async function changeLanguage(lang) {
  const own = account.get();
  if (own) {
    pb.authStore.save(pb.authStore.token, { ...own, language: lang });
    pb.collection("accounts").update(own.id, { language: lang }, { keepalive: true }).catch(() => {});
  }
  await choose(lang);
}

function bottom() {
  const record = office.get();
  return html`<div class="bottom-inner">
    <div>
      <p class="bottom-name">${officeName()}</p>
      ${record?.address ? html`<p>${icon("map-pin")} ${record.address}${record.district ? `, ${record.district}` : ""}${record.postcode ? ` ${record.postcode}` : ""}</p>` : nothing}
      ${record?.phone ? html`<p>${icon("phone")} <a href="tel:${record.phone.replace(/[^+\d]/g, "")}">${record.phone}</a></p>` : nothing}
      ${record?.email ? html`<p>${icon("mail")} <a href="mailto:${record.email}">${record.email}</a></p>` : nothing}
    </div>
    <nav aria-label=${t("nav.more")}><ul>
      <li><a href="/cek">${t("nav.status")}</a></li>
      <li><a href="/v">${t("nav.verify")}</a></li>
      <li><a href="/privasi">${t("nav.privacy")}</a></li>
      <li><a href="/petugas">${t("nav.staff")}</a></li>
    </ul></nav>
  </div>`;
}
