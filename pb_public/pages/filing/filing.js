// Filing a request, one thing a page. The address says which page: the browser's
// back button and a reload lead where people expect.
import { html } from "lit-html";
import { t, x } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { loading, failed } from "ui/states.js";
import { filingOf, near, places, unfinished, addressOf } from "pages/filing/session.js";
import { questionsPage } from "pages/filing/questions.js";
import { documentsPage } from "pages/filing/documents.js";
import { checkPage } from "pages/filing/check.js";
import { whomPage } from "pages/filing/whom.js";

export async function open(view) {
  view.show(t("filing.title"), html`<div class="page">${loading()}</div>`);
  let filing;
  try {
    filing = await filingOf(view.params.key);
  } catch (err) {
    return view.show(t("fault.title"), html`<div class="page">${failed(readFault(err), () => open(view), "h1")}</div>`);
  }
  if (!filing) return (await import("pages/home/missing.js")).open(view);
  if (!filing.service.self_service) return go(`/layanan/${filing.service.key}`, { replace: true });
  const list = places(filing);
  const at = list.findIndex((place) => place.key === view.query.get("hal"));
  if (at < 0) return go(addressOf(filing, filing.draft.at ? unfinished(filing) ?? "periksa" : list[0].key), { replace: true });
  const frame = {
    view, filing, place: list[at], step: at + 1, steps: list.length, name: x(filing.service, "name"),
    before: at > 0 ? addressOf(filing, list[at - 1].key) : filing.service.kind === "report" ? "/lapor" : `/layanan/${filing.service.key}`,
    after: list[at + 1]?.key ?? "periksa", next: () => onward(filing, list[at].key, view.query.has("kembali")),
  };
  if (list[at].key === "untuk") return whomPage(frame);
  if (list[at].key === "dokumen") return documentsPage(frame);
  if (list[at].key === near) return (await import("pages/filing/near.js")).nearPage(frame);
  if (list[at].key === "periksa") return checkPage(frame);
  return questionsPage(frame);
}

// onward goes to the next place, or back to the check where a change was asked
// for and has brought up nothing new.
function onward(filing, key, back) {
  if (back) return go(addressOf(filing, unfinished(filing) ?? "periksa"));
  const list = places(filing);
  return go(addressOf(filing, list[list.findIndex((place) => place.key === key) + 1].key));
}
