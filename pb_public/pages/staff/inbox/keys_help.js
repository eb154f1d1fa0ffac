// What the keys of the desk do.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { openDialog } from "ui/dialog.js";
import { button } from "ui/button.js";
import { isAuditor } from "pages/staff/inbox/list.js";

export function showKeys() {
  const lines = [
    ["j, ↓", t("desk.keys.next")], ["k, ↑", t("desk.keys.before")], ["Enter", t("desk.keys.open")],
    ...(isAuditor() ? [] : [["a", t("desk.keys.act")], ["x", t("desk.keys.choose")]]), ["u", t("desk.keys.back")],
    ["/", t("desk.keys.search")], ["?", t("desk.keys.help")],
  ];
  return openDialog(t("desk.keys.title"), (close) => html`<dl class="keys-list">
    ${lines.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}</dl>
    <p class="small soft">${t("desk.keys.note")}</p>
    <div class="actions">${button({ label: t("action.close"), kind: "quiet", onclick: () => close() })}</div>`);
}
