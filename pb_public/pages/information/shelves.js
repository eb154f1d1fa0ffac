// Public information on its four shelves (UU 14/2008).
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { size } from "app/numbers.js";
import { go } from "app/router.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { select } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { pager, withQuery } from "pages/news/pager.js";

const shelves = { berkala: "periodic", "serta-merta": "immediate", "setiap-saat": "anytime", dikecualikan: "excluded" };
const categories = ["profile", "planning", "budget", "regulation", "decision", "report", "service", "asset", "agreement", "minutes", "statistics", "other"];

export function open(view) {
  const get = (name) => view.query.get(name) ?? "";
  const asked = { rak: shelves[get("rak")] ? get("rak") : "berkala", tahun: get("tahun"), jenis: get("jenis"), hal: Number(get("hal")) || 1 };
  const state = { asked, found: null, fault: null };
  const draw = () => view.show(t("information.title"), page(state, load));
  async function load() {
    state.fault = null;
    try {
      state.found = await pb.send("/api/open/publications", { query: { kind: shelves[asked.rak], year: asked.tahun, category: asked.jenis, page: asked.hal } });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

const at = (asked, changed) => withQuery("/informasi", { ...asked, hal: 1, ...changed });

function page({ asked, found, fault }, load) {
  return html`<div class="page wide"><h1>${t("information.title")}</h1><p class="lead">${t("information.lead")}</p>
    <p class="actions information-ways"><a class="button" href="/informasi/minta">${icon("message-square")} ${t("information.ask")}</a>
      <a class="button quiet" href="/informasi/status">${icon("search")} ${t("information.status")}</a></p>
    <nav class="news-tabs" aria-label=${t("information.shelves")}>${Object.keys(shelves).map((shelf) => html`<a href=${at(asked, { rak: shelf, tahun: "", jenis: "" })}
      aria-current=${shelf === asked.rak ? "page" : nothing}>${t(`information.shelf.${shelves[shelf]}`)} <span class="count">${found?.counts[shelves[shelf]] ?? ""}</span></a>`)}</nav>
    <p class="soft">${t(`information.about.${shelves[asked.rak]}`)}</p>
    ${asked.rak === "berkala" ? always() : nothing}
    ${fault ? failed(fault, load) : !found ? loading() : list(found, asked)}</div>`;
}

// always are pages of this site that say what the law wants told regularly.
const always = () => html`<ul class="information-always">${[["/anggaran", "budget"], ["/program", "programs"], ["/statistik", "statistics"], ["/janji", "promise"], ["/kepuasan", "satisfaction"], ["/laporan", "reports"]]
  .map(([href, key]) => html`<li><a href=${href}>${t(`information.page.${key}`)} ${icon("chevron-right")}</a></li>`)}</ul>`;

function list(found, asked) {
  const filtered = asked.tahun || asked.jenis;
  return html`${found.items.length || filtered ? html`<div class="news-pickers">
      <div class="news-picker">${select({ id: "year", label: t("information.year"), value: asked.tahun, onchange: (tahun) => go(at(asked, { tahun })),
        options: [{ value: "", label: t("information.all_years") }, ...found.years.map((year) => ({ value: String(year), label: year }))] })}</div>
      <div class="news-picker">${select({ id: "category", label: t("information.category"), value: asked.jenis, onchange: (jenis) => go(at(asked, { jenis })),
        options: [{ value: "", label: t("information.all_categories") }, ...categories.map((key) => ({ value: key, label: t(`information.category.${key}`) }))] })}</div></div>` : nothing}
    ${found.items.length ? html`<ul class="rows">${found.items.map(asked.rak === "dikecualikan" ? excluded : card)}</ul>${pager(found, (hal) => at(asked, { hal }))}`
      : empty("folder-open", t("information.none"), filtered ? t("information.none_filtered") : t("information.none_text"))}`;
}

const about = (one) => [t(`information.category.${one.category}`), one.number && t("information.number", { number: one.number }), one.year || ""].filter(Boolean).join(" · ");

const card = (one) => html`<li class="card information-card"><h2>${x(one, "title")}</h2><p class="small soft">${about(one)}</p>
  ${one.summary ? html`<p class="pre">${x(one, "summary")}</p>` : nothing}
  <p class="news-reach">${one.url ? html`<a class="button quiet small" href=${one.url} target="_blank" rel="noopener">${icon("download")} ${t("information.open", { kind: kindOf(one), size: size(one.size) })}<span class="unseen"> ${x(one, "title")}</span></a>` : nothing}
    ${one.link ? html`<a class="button quiet small" href=${one.link}>${t("information.page")} ${icon("chevron-right")}<span class="unseen"> ${x(one, "title")}</span></a>` : nothing}</p>
  ${one.sha256 ? html`<details class="information-print"><summary>${t("information.fingerprint")}</summary><p class="small">${t("information.fingerprint_text")}</p><p class="small information-hash">${one.sha256}</p></details>` : nothing}</li>`;

const kindOf = ({ mime }) => ({ "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "text/csv": "CSV" }[mime]
  ?? (mime.includes("spreadsheet") ? "Excel" : mime.includes("word") ? "Word" : t("information.file")));

const excluded = (one) => html`<li class="card information-card"><h2>${x(one, "title")}</h2><p class="small soft">${about(one)}</p>
  <dl class="facts"><div><dt>${t("information.ground")}</dt><dd>${one.ground}</dd></div><div><dt>${t("information.harm_test")}</dt><dd class="pre">${one.harm_test}</dd></div>
    ${one.excluded_until ? html`<div><dt>${t("information.excluded_until")}</dt><dd>${day(one.excluded_until)}</dd></div>` : nothing}</dl></li>`;
