// Calling somebody and writing to them by WhatsApp.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { icon } from "ui/icon.js";

// reach takes { name, tel, phone, whatsapp }.
export const reach = ({ name, tel, phone, whatsapp }) => (tel ? html`<p class="news-reach">
  <a class="button quiet small" href="tel:${tel}">${icon("phone")} ${phone}<span class="unseen">: ${t("numbers.call", { name })}</span></a>
  ${whatsapp ? html`<a class="button quiet small" href="https://wa.me/${whatsapp}" target="_blank" rel="noopener noreferrer">${icon("message-square")} WhatsApp<span class="unseen"> ${name}</span></a>` : nothing}</p>` : nothing);
