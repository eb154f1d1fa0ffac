// Choosing a document that was uploaded before.
import { html } from "lit-html";
import { pb } from "app/api.js";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { shortDate, today } from "app/dates.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { loading, failed, empty } from "ui/states.js";

// chooseFromWallet resolves with a document, or undefined. Those that answered
// the same requirement before come first.
export function chooseFromWallet(kind) {
  let list = null;
  let fault = null;
  let started = false;
  return openDialog(t("wallet.choose"), (close, redraw) => {
    if (!started) {
      started = true;
      pb.collection("documents").getFullList({ sort: "-created" })
        .then((all) => { list = all.filter((one) => !one.removed_on && (!one.expires_on || one.expires_on >= today()))
          .sort((a, b) => (b.kind === kind) - (a.kind === kind)); }, (err) => { fault = readFault(err); })
        .then(redraw);
    }
    return html`${fault ? failed(fault) : !list ? loading() : list.length ? html`<ul class="rows">${list.map((one) => html`<li>
      <button type="button" class="row-link row-button" @click=${() => close(one)}>${icon("file-check")}
        <span class="row-link-text"><span class="row-link-title">${one.name}</span><span class="small soft">${t("wallet.added", { date: shortDate(one.created) })}</span></span></button></li>`)}</ul>`
      : empty("folder-open", t("wallet.empty"), t("wallet.empty_choose"))}
      <div class="actions">${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div>`;
  });
}
