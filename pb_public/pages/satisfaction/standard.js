// The standard of one service: the six components that must be published
// (PermenPANRB 15/2014), on a page to print.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { day } from "app/dates.js";
import { office } from "app/office.js";
import { backLink } from "ui/button.js";
import { failed, loading } from "ui/states.js";
import { serviceByKey } from "pages/services/catalogue.js";
import { head, printButton } from "pages/satisfaction/paper.js";

const published = ["requirements", "procedure", "time", "fee", "product", "complaints"];

export async function open(view) {
  let service = null;
  const draw = () => view.show(service ? x(service, "name") : t("standards.title"), html`<div class="page satisfaction"><div class="no-print">${backLink("/standar", t("standards.title"))}
    <h1>${service ? x(service, "name") : t("standards.title")}</h1></div>${service ? html`${printButton()}${paper(service)}` : loading()}</div>`);
  const load = async () => {
    draw();
    try {
      service = await serviceByKey(view.params.key);
    } catch (err) {
      return view.show(t("fault.title"), failed(readFault(err), load, "h1"));
    }
    if (!service) return (await import("pages/home/missing.js")).open(view);
    draw();
  };
  load();
  return office.watch(() => service && draw());
}

function paper(service) {
  const { standard_decree: decree, standard_decree_on: on } = office.get() ?? {};
  const parts = published.filter((part) => service.standard?.[part]);
  return html`<article class="paper" aria-label=${t("standards.of", { name: x(service, "name") })}>${head(t("standards.of", { name: x(service, "name") }),
      decree ? html`<p class="paper-under">${t("standards.by", { decree: [decree, day(on)].filter(Boolean).join(", ") })}</p>` : nothing)}
    ${parts.length ? html`<dl class="facts">${parts.map((part) => html`<div><dt>${t(`standard.${part}`)}</dt><dd class="pre">${service.standard[part]}</dd></div>`)}</dl>` : html`<p>${t("standards.none")}</p>`}
    <p class="small soft no-print">${t("standards.more")}</p></article>`;
}
