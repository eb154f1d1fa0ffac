// The fingerprint of a request's history: the hash of its last event, short
// enough to copy by hand, whole on demand.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { receiptCode } from "pages/requests/code.js";

// shortHash is the first 16 hexadecimal digits in groups: "3fa9 01bc 77d2 e410".
export const shortHash = (hash = "") => hash.slice(0, 16).match(/.{1,4}/g)?.join(" ") ?? "";

// fingerprintPart takes a request record.
export const fingerprintPart = (request) => html`<section class="fingerprint" aria-labelledby="fingerprint-title">
  <h2 id="fingerprint-title">${t("fingerprint.title")}</h2>
  <p class="fingerprint-short">${shortHash(request.last_hash)}</p>
  <p class="small soft">${t("fingerprint.text")}</p>
  <details class="no-print"><summary>${t("fingerprint.whole")}</summary><p class="fingerprint-whole">${request.last_hash}</p>
    <p><a href="/cek?${new URLSearchParams({ kode: receiptCode(request.code), sidik: shortHash(request.last_hash) })}">${t("fingerprint.check")}</a></p></details></section>`;
