// Everything at the desk that has no tab of its own.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { officer } from "app/staff_session.js";
import { icon } from "ui/icon.js";

const decides = ["officer", "secretary", "village_head"];
const everybody = ["hamlet_head", ...decides, "auditor"];
const groups = [
  ["letters", [
    ["/petugas/surat", "scroll-text", "letters", everybody],
    ["/petugas/delegasi", "user-check", "delegations", everybody],
    ["/petugas/kabar", "bell", "notices", everybody],
    ["/petugas/pengiriman", "send", "outbox", ["secretary"]],
  ]],
  ["open", [
    ["/petugas/pantau", "maximize", "board", everybody],
    ["/petugas/usulan", "hand-heart", "proposals", everybody],
    ["/petugas/program", "hammer", "programs", everybody],
    ["/petugas/anggaran", "wallet", "budget", [...decides, "auditor"]],
    ["/petugas/bantuan", "users", "benefits", everybody],
    ["/petugas/berita", "newspaper", "news", everybody],
    ["/petugas/informasi", "landmark", "information", [...decides, "auditor"]],
    ["/petugas/kepuasan", "chart-column", "satisfaction", everybody],
  ]],
  ["people", [
    ["/petugas/kependudukan", "book-open", "population", everybody],
    ["/petugas/pendaftaran", "user-plus", "registrations", everybody],
    ["/petugas/hak", "shield-check", "rights", everybody],
    ["/petugas/jejak", "eye", "trail", ["auditor", "village_head", "secretary"]],
  ]],
];

export function open(view) {
  const draw = () => officer.get() && view.show(t("more.title"), page(officer.get().role));
  draw();
  return officer.watch(draw);
}

const page = (role) => html`<div class="page wide"><h1>${t("more.title")}</h1>
  <div class="more-groups">${groups.map(([name, ways]) => group(name, ways.filter(([, , , roles]) => roles.includes(role))))}</div></div>`;

const group = (name, ways) => (ways.length ? html`<section aria-labelledby=${name}><h2 id=${name}>${t("more.group." + name)}</h2>
  <ul class="rows">${ways.map(([path, shape, key]) => html`<li><a class="row-link more-way" href=${path}>${icon(shape)}
    <span><strong>${t("more.way." + key)}</strong><span class="small soft">${t("more.text." + key)}</span></span></a></li>`)}</ul></section>` : nothing);
