// What the village does with people's data, in plain words (UU 27/2022).
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { office, officeName } from "app/office.js";

const parts = ["what", "why", "who", "how_long", "device", "rights", "contact"];

export function open(view) {
  const draw = () => view.show(t("privacy.title"), html`<div class="page"><h1>${t("privacy.title")}</h1>
    <p class="lead">${t("privacy.lead", { office: officeName() })}</p>
    ${parts.map((part) => html`<h2>${t(`privacy.${part}`)}</h2><p class="pre">${t(`privacy.${part}_text`, contact())}</p>`)}</div>`);
  draw();
  return office.watch(draw);
}

const contact = () => ({ phone: office.get()?.phone || "–", email: office.get()?.email || "–", address: office.get()?.address || "–" });
