// The service pledge (maklumat pelayanan), UU 25/2009 art. 22, to read and to hang up.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { office } from "app/office.js";
import { backLink } from "ui/button.js";
import { empty, loading } from "ui/states.js";
import { head, printButton, signature } from "pages/satisfaction/paper.js";

export function open(view) {
  const draw = () => view.show(t("pledge.title"), html`<div class="page satisfaction"><div class="no-print">${backLink("/janji", t("promise.title"))}<h1>${t("pledge.title")}</h1></div>
    ${page(office.get())}</div>`);
  draw();
  return office.watch(draw);
}

function page(record) {
  if (!record) return loading();
  if (!record.pledge) return empty("hand-heart", t("pledge.none"), t("pledge.none_text"));
  return html`${printButton()}<article class="paper pledge" aria-label=${t("pledge.title")}>${head(t("pledge.title"))}
    <p class="pledge-text pre">“${x(record, "pledge")}”</p>
    ${record.standard_decree ? html`<p class="paper-under">${t("pledge.standard", { decree: record.standard_decree })}</p>` : nothing}
    ${signature(record.pledge_on)}</article>`;
}
