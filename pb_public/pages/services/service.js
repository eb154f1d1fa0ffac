// One service before it is asked for: what it needs, takes, costs, who decides.
import { html, nothing } from "lit-html";
import { t, x, has } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { office } from "app/office.js";
import { duration, span } from "app/definition.js";
import { rupiah } from "app/numbers.js";
import { icon } from "ui/icon.js";
import { notice } from "ui/notice.js";
import { facts } from "ui/facts.js";
import { loading, failed } from "ui/states.js";
import { backLink } from "ui/button.js";
import { serviceByKey } from "pages/services/catalogue.js";
import { requirementList } from "pages/services/requirements.js";
import { stepList, deciders } from "pages/services/steps.js";

export async function open(view) {
  let service = null;
  const draw = () => view.show(service ? x(service, "name") : t("service.title"),
    html`<div class="page wide">${backLink("/", t("service.all"))}${service ? page(service) : loading()}</div>`);
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

function page(service) {
  return html`<div class="columns"><article>
      <h1>${x(service, "name")}</h1>
      <p class="lead">${x(service, "summary")}</p>
      <div class="only-phone">${begin(service)}</div>
      <section class="card" aria-labelledby="short"><h2 id="short" class="unseen">${t("service.in_short")}</h2>${inShort(service)}</section>
      <h2>${t("service.needs")}</h2>${requirementList(service)}
      <h2>${t("service.how")}</h2>${stepList(service)}
      ${standard(service.standard ?? {})}
    </article>
    <aside class="only-desktop">${begin(service)}</aside></div>`;
}

function begin(service) {
  if (!service.self_service) return notice("info", t("service.at_office"), html`<p>${t("service.at_office_text")}</p>`);
  const loggedIn = account.get() !== null;
  return html`<div class="begin">
    <a class="button begin-button" href="/ajukan/${service.key}">${loggedIn ? t("service.begin") : t("service.login_begin")} ${icon("arrow-right")}</a>
    <p class="small soft">${t("service.saved_as_you_go")}</p>
    ${loggedIn ? nothing : html`<p class="small">${t("service.no_account")} <a href="/aktivasi">${t("nav.activation")}</a></p>`}
  </div>`;
}

function inShort(service) {
  return facts([
    { label: t("service.product"), value: x(service, "product") },
    { label: t("service.time"), value: service.promise?.amount ? t("service.time_at_most", { duration: duration(service.promise) }) : "" },
    { label: t("service.fee"), value: service.fee ? rupiah(service.fee) : t("service.free") },
    { label: service.kind === "letter" ? t("service.decides") : t("service.resolves"), value: deciders(service) },
    { label: t("service.valid"), value: service.kind === "letter" ? span(service.validity) || t("service.valid_always") : "" },
  ]);
}

// The published components of PermenPANRB 15/2014, where the office wrote them.
function standard(texts) {
  const parts = ["requirements", "procedure", "time", "fee", "product", "complaints", "legal_basis"].filter((part) => texts[part] && has(`standard.${part}`));
  if (!parts.length) return nothing;
  return html`<details class="standard"><summary>${t("service.standard")}</summary>
    <dl class="facts">${parts.map((part) => html`<div><dt>${t(`standard.${part}`)}</dt><dd class="pre">${texts[part]}</dd></div>`)}</dl></details>`;
}
