// Where an officer enters what the resident thinks of a service that was filed and
// finished at the counter.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { icon } from "ui/icon.js";

const clerks = ["officer", "secretary", "village_head"];

export function rateLink({ status, channel, account, confidential, code }) {
  const due = status === "completed" && channel === "counter" && !account && !confidential && clerks.includes(pb.authStore.record?.role);
  return due ? html`<p class="no-print"><a class="button quiet" href="/petugas/kepuasan?kode=${code}">${icon("hand-heart")} ${t("desk.case.rate")}</a></p>` : nothing;
}
