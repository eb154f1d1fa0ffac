// Everything that is kept about me, as one file. The address wants the login, so
// the file is fetched and then saved.
import { html } from "lit-html";
import { t, language } from "app/i18n.js";
import { pb } from "app/api.js";
import { today } from "app/dates.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { toast } from "ui/notice.js";

export function exportPart(draw) {
  let busy = false;
  const download = async () => {
    busy = true;
    draw();
    try {
      await save();
      toast(t("export.done"));
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    busy = false;
    draw();
  };
  return () => html`<section class="card"><h2>${t("export.title")}</h2><p>${t("export.lead")}</p><p class="small soft">${t("export.keep")}</p>
    <div class="actions">${button({ label: t("export.download"), name: "download", busy, onclick: download })}</div></section>`;
}

async function save() {
  const answer = await fetch("/api/me/export", { headers: { Authorization: pb.authStore.token, "Accept-Language": language.get() } });
  if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
  const address = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement("a"), { href: address, download: `data-saya-${today()}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
