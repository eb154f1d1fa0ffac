// The confirmation: the receipt, until when, what happens next. It prints on
// half a page.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { office } from "app/office.js";
import { when } from "app/dates.js";
import { icon } from "ui/icon.js";
import { facts } from "ui/facts.js";
import { button } from "ui/button.js";
import { loading, failed } from "ui/states.js";
import { stepList } from "pages/services/steps.js";
import { receiptCode } from "pages/requests/code.js";
import { fingerprintPart } from "pages/requests/fingerprint.js";

export async function open(view) {
  view.show(t("receipt.title"), html`<div class="page">${loading()}</div>`);
  try {
    const request = await pb.collection("requests").getOne(view.params.id, { expand: "definition" });
    const draw = () => view.show(t("receipt.title"), page(request, view.query.has("baru")));
    draw();
    return office.watch(draw);
  } catch (err) {
    view.show(t("fault.title"), html`<div class="page">${failed(readFault(err), () => open(view), "h1")}</div>`);
  }
}

function page(request, fresh) {
  const definition = request.expand?.definition?.body;
  const isReport = request.kind === "report";
  return html`<div class="page receipt-page">
    <section class="confirmation"><h1>${icon("circle-check", "icon-large no-print")} ${!fresh ? t("receipt.title") : isReport ? t("report.sent") : t("receipt.sent")}</h1>
      <p>${t("receipt.code")}</p><p class="receipt">${receiptCode(request.code)}</p></section>
    ${facts([
      { label: isReport ? t("report.category") : t("receipt.service"), value: x(request, "service_name") },
      { label: isReport ? t("report.reporter") : t("receipt.applicant"), value: request.applicant_name },
      { label: t("family.filer"), value: request.relation ? `${request.filer_name} (${t(`family.relation.${request.relation}`).toLowerCase()})` : "" },
      { label: t("request.filed"), value: when(request.submitted_at) },
      { label: t("receipt.due"), value: request.due_at ? html`<strong>${when(request.due_at)}</strong>` : "" },
    ])}
    <h2>${t("receipt.next")}</h2>
    ${definition ? stepList(definition, true) : nothing}
    <p>${t("receipt.follow")}</p>
    <p>${t("receipt.check", { address: `${location.host}/cek` })}</p>
    ${fingerprintPart(request)}
    <div class="actions no-print"><a class="button" href="/permohonan/${request.id}">${icon("file-text")} ${isReport ? t("report.open") : t("receipt.open")}</a>
      ${button({ label: t("action.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}</div></div>`;
}
