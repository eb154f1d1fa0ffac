// The slip with the one-time code, shown once: handed over in person, or sent from
// the officer's own phone. The message names nobody and holds no NIK.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { when } from "app/dates.js";
import { officeName } from "app/office.js";
import { gate, icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { facts } from "ui/facts.js";
import { publicAddress } from "pages/staff/address.js";

// slip takes the answer of /api/accounts/open: { code, until, name, nik_last4 }.
export function slip({ code, until, name, nik_last4 }) {
  return html`<section class="slip card" aria-labelledby="slip-title">
    <p class="slip-office">${gate("brand-mark")} <strong>${officeName()}</strong></p>
    <h2 id="slip-title" tabindex="-1">${t("desk.slip.title")}</h2>
    ${facts([{ label: t("person.name"), value: name }, { label: t("person.nik"), value: html`<span class="code">•••• •••• •••• ${nik_last4}</span>` }])}
    <p class="slip-label">${t("desk.slip.code")}</p><p class="receipt">${code}</p>
    <ol class="slip-steps"><li>${t("desk.slip.step1", { address: publicAddress("/aktivasi") })}</li><li>${t("desk.slip.step2")}</li><li>${t("desk.slip.step3")}</li></ol>
    <p class="small">${t("desk.slip.until", { when: when(until) })}</p>
    <p class="small">${t("desk.slip.keep")}</p>
    <p class="no-print small soft">${t("desk.slip.once")}</p>
    <div class="actions no-print">${button({ label: t("action.print"), name: "printer", onclick: () => window.print() })}
      <a class="button quiet" href=${"https://wa.me/?text=" + message(code, until)} target="_blank" rel="noopener noreferrer">${icon("send")} ${t("desk.slip.whatsapp")}</a>
      <a class="button quiet" href=${"sms:?&body=" + message(code, until)}>${icon("message-square")} ${t("desk.slip.sms")}</a></div>
    <p class="no-print small soft">${t("desk.slip.own_number")}</p></section>`;
}

const message = (code, until) => encodeURIComponent(
  t("desk.slip.message", { office: officeName(), code, address: publicAddress("/aktivasi"), when: when(until) }));
