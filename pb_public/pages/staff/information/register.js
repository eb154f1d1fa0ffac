// The register of requests for information of a year, as a village has to keep it:
// on the screen, on paper, and as a table.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { shortDate, today } from "app/dates.js";
import { go } from "app/router.js";
import { officeName } from "app/office.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { select } from "ui/field.js";
import { toast } from "ui/notice.js";
import { empty, failed, loading } from "ui/states.js";
import { tabs } from "pages/staff/information/tabs.js";

export function open(view) {
  const thisYear = Number(today().slice(0, 4));
  const year = Number(view.query.get("tahun")) || thisYear;
  const state = { year, thisYear, items: null, fault: null };
  const draw = () => view.show(t("desk.information.tab.register"), page(state, load));
  async function load() {
    try {
      Object.assign(state, { fault: null, items: (await pb.send("/api/information/register", { query: { year } })).items });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

function page({ year, thisYear, items, fault }, load) {
  return html`<div class="page wide"><h1 class="no-print">${t("desk.information.title")}</h1>${tabs()}
    <h2>${t("desk.information.register_of", { office: officeName(), year })}</h2>
    <div class="no-print"><div class="news-picker">${select({ id: "year", label: t("information.year"), value: String(year), onchange: (tahun) => go(`/petugas/informasi/register?tahun=${tahun}`),
      options: Array.from({ length: 6 }, (_, i) => ({ value: String(thisYear - i), label: thisYear - i })) })}</div>
      ${items?.length ? html`<p class="news-reach">${button({ label: t("desk.information.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}
        ${button({ label: t("desk.information.csv"), kind: "quiet", name: "download", onclick: () => download(year) })}</p>` : nothing}</div>
    ${fault ? failed(fault, load) : !items ? loading() : items.length ? table(items) : empty("book-open", t("desk.information.no_register"), t("desk.information.no_register_text"))}</div>`;
}

const table = (items) => html`<div class="information-register" tabindex="0" role="region" aria-label=${t("desk.information.tab.register")}><table><thead><tr>
  ${["no", "date", "who", "what", "purpose", "answered", "decision", "objection"].map((key) => html`<th scope="col">${t(`desk.information.column.${key}`)}</th>`)}</tr></thead>
  <tbody>${items.map((one) => html`<tr><th scope="row">${one.number}</th><td>${shortDate(one.asked_at)}</td><td>${[one.name, one.phone, one.email, one.address].filter(Boolean).map((part) => html`<div>${part}</div>`)}</td>
    <td>${one.information}</td><td>${one.purpose}</td><td>${one.decided_at ? shortDate(one.decided_at) : t("desk.information.by_day", { day: shortDate(one.due_at) })}${one.extension_reason ? html`<div class="small">${t("information.extended")} ${one.extension_reason}</div>` : nothing}</td>
    <td>${t(`information.state.${one.state}`)}${one.ground ? html`<div class="small">${t(`information.why.${one.ground}`)}</div>` : nothing}</td>
    <td>${one.objection ? html`${t(`information.object.${one.objection.ground}`)}<div class="small">${t(`information.state.${one.objection.state}`)}</div>` : "–"}</td></tr>`)}</tbody></table></div>`;

async function download(year) {
  const answer = await fetch(`/api/information/register.csv?year=${year}`, { headers: { Authorization: pb.authStore.token } });
  if (!answer.ok) return toast(t("fault.unknown"), "bad");
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await answer.blob()), download: `register-informasi-${year}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
