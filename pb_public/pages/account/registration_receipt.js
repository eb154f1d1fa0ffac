// What was sent, its code, and what happens next. It prints on half a page.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { date } from "app/dates.js";
import { go } from "app/router.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";

export function open(view) {
  const answer = JSON.parse(sessionStorage.getItem("mdesa-registered") ?? "null");
  if (!answer) return go("/daftar/status", { replace: true });
  return view.show(t("registered.title"), html`<div class="page receipt-page">
    <section class="confirmation"><h1>${icon("circle-check", "icon-large no-print")} ${t("registered.title")}</h1>
      <p>${t("registered.code")}</p><p class="receipt">${answer.code}</p></section>
    <h2>${t("receipt.next")}</h2>
    <ol><li>${t("registered.step1")}</li><li>${t("registered.step2")}</li><li>${t("registered.step3")}</li></ol>
    <p>${t("registered.follow", { address: `${location.host}/daftar/status` })}</p>
    <p>${t("registered.until", { date: date(answer.until) })}</p>
    <div class="actions no-print"><a class="button" href="/daftar/status?kode=${answer.code}">${icon("search")} ${t("register.check_status")}</a>
      ${button({ label: t("action.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}</div></div>`);
}
