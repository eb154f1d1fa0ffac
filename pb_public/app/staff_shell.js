// What stands around every page of the desk: the office's name and the ways on.
import { html, nothing, render } from "lit-html";
import { t, language, choose } from "app/i18n.js";
import { pb } from "app/api.js";
import { office, officeName } from "app/office.js";
import { officer, keepOwn } from "app/staff_session.js";
import { online } from "app/offline.js";
import { gate, icon } from "ui/icon.js";

let bell = () => html`<span class="top-link bell"></span>`; // its place, until it is brought

// ring puts the way to one's news to the top; link draws it.
export function ring(link) {
  bell = link;
  drawShell();
}

const ways = () => [
  ["/petugas", "inbox", t("desk.nav.inbox")],
  officer.get()?.role === "auditor" ? ["/petugas/jejak", "eye", t("desk.nav.trail")] // they file nothing
    : ["/petugas/loket", "clipboard-list", t("desk.nav.counter")],
  ["/petugas/warga", "users", t("desk.nav.residents")],
  ["/petugas/surat", "scroll-text", t("desk.nav.letters"), "only-desktop"], // five tabs fit a phone
  [elsewhere, "layers", t("desk.nav.more")],
  ["/petugas/profil", "user", t("desk.nav.profile")],
];

const elsewhere = "/petugas/lainnya";
const at = (path) => (path === "/petugas" ? /^\/petugas(\/permohonan\/.*)?\/?$/.test(location.pathname) : location.pathname.startsWith(path));
const isCurrent = (path) => (path === elsewhere ? !ways().some(([other]) => other !== elsewhere && at(other)) : at(path));

export function drawShell() {
  document.querySelector(".skip").textContent = t("page.skip");
  render(top(), document.getElementById("top"));
  const tabs = document.getElementById("tabs");
  tabs.hidden = !atWork();
  tabs.setAttribute("aria-label", t("nav.main"));
  document.body.classList.toggle("with-tabs", !tabs.hidden);
  render(atWork() ? links("tab") : nothing, tabs);
}

// atWork is not before the officer has chosen a password of their own.
const atWork = () => officer.get() && !officer.get().change_password;

online.watch(drawShell);

const links = (kind) => ways().map(([path, name, label, extra = ""]) => html`
  <a class="${kind} ${extra}" href=${path} aria-current=${isCurrent(path) ? (location.pathname === path ? "page" : "true") : nothing}>${icon(name)}<span>${label}</span></a>`);

function top() {
  const record = office.get();
  return html`<div class="top-inner desk-top">
    <a class="brand" href="/petugas">
      ${record?.logo ? html`<img src=${pb.files.getURL(record, record.logo)} alt="" width="40" height="40">` : gate("brand-mark")}
      <span><strong>${officeName()}</strong><small>${t("desk.tagline")}</small></span>
    </a>
    <div class="top-nav">
      ${atWork() ? html`<nav class="top-links" aria-label=${t("nav.main")}>${links("top-link")}</nav>` : nothing}
      ${atWork() ? bell() : nothing}
      ${languageButton()}
    </div>
  </div>
  ${online.get() ? nothing : html`<p class="offline" role="status">${icon("wifi-off")} ${t("desk.offline")}</p>`}`;
}

function languageButton() {
  const other = language.get() === "en" ? "id" : "en";
  return html`<button type="button" class="top-link language" lang=${other} @click=${() => changeLanguage(other)}>
    ${icon("languages")}<span class="unseen">${other === "en" ? "Read this page in" : "Baca halaman ini dalam"} </span><span>${other === "en" ? "English" : "Indonesia"}</span></button>`;
}

// changeLanguage holds for this device and, when logged in, for the officer, also
// when they leave the page at once.
export async function changeLanguage(lang) {
  if (officer.get()) {
    pb.authStore.save(pb.authStore.token, { ...officer.get(), language: lang });
    keepOwn({ language: lang }, { keepalive: true }).catch(() => {});
  }
  await choose(lang);
}
