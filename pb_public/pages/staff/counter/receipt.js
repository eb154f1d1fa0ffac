// The receipt that a person takes home from the counter. It prints on an 80 mm
// roll as well as on A5.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { when } from "app/dates.js";
import { office, officeName } from "app/office.js";
import { gate, icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { facts } from "ui/facts.js";
import { failed, loading } from "ui/states.js";
import { receiptCode } from "pages/requests/code.js";
import { shortHash } from "pages/requests/fingerprint.js";
import { publicAddress } from "pages/staff/address.js";

export async function open(view) {
  view.show(t("receipt.title"), html`<div class="page"><h1 class="unseen">${t("receipt.title")}</h1>${loading()}</div>`);
  try {
    const request = await pb.collection("requests").getOne(view.params.id);
    view.show(t("receipt.title"), page(request, view.query.has("baru")));
  } catch (err) {
    view.show(t("fault.title"), html`<div class="page">${failed(readFault(err), () => open(view), "h1")}</div>`);
  }
}

function page(request, fresh) {
  const record = office.get();
  return html`<div class="page"><h1 class="no-print">${fresh ? t("desk.receipt.filed") : t("receipt.title")}</h1>
    <section class="slip card" aria-label=${t("receipt.title")}>
      <p class="slip-office">${gate("brand-mark")} <span><strong>${officeName()}</strong><br><span class="small">${[record?.address, record?.phone].filter(Boolean).join(" · ")}</span></span></p>
      <p class="slip-label">${t("desk.receipt.code")}</p><p class="receipt">${receiptCode(request.code)}</p>
      ${facts([
        { label: t("receipt.service"), value: html`<strong>${x(request, "service_name")}</strong>` },
        { label: t("receipt.applicant"), value: request.applicant_name },
        { label: t("desk.receipt.filed_at"), value: when(request.submitted_at) },
        { label: t("receipt.due"), value: request.due_at ? html`<strong>${when(request.due_at)}</strong>` : "" },
        { label: t("fingerprint.title"), value: html`<span class="code">${shortHash(request.last_hash)}</span>` },
      ])}
      <p>${t("desk.receipt.check", { address: publicAddress("/cek") })}</p><p>${t("desk.receipt.rate")}</p></section>
    <div class="actions no-print">${button({ label: t("action.print"), name: "printer", onclick: () => window.print() })}
      <a class="button quiet" href="/petugas/permohonan/${request.id}">${icon("file-text")} ${t("desk.receipt.open")}</a>
      <a class="button quiet" href="/petugas/loket">${icon("plus")} ${t("desk.receipt.another")}</a></div></div>`;
}
