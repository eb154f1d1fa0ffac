// "Me too": a resident says that they see it as well, and may take it back.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { account } from "app/session.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { icon } from "ui/icon.js";
import { toast } from "ui/notice.js";
import { supported } from "pages/reports/feed_list.js";

const open = ["new", "handling", "forwarded"];

export function metoo(draw) {
  const state = { mine: null, busy: false };
  const supports = () => pb.collection("report_supports");

  // of finds out whether whoever is logged in has said so already.
  async function of(report) {
    if (!account.get() || !open.includes(report.state)) return;
    const said = await supports().getList(1, 1, { filter: pb.filter("report = {:id}", { id: report.id }) }).catch(() => null);
    state.mine = said?.items[0] ?? null;
    draw();
  }
  async function say(report) {
    state.busy = true;
    draw();
    try {
      if (state.mine) await supports().delete(state.mine.id);
      state.mine = state.mine ? null : await supports().create({ report: report.id, account: account.get().id });
      report.supports += state.mine ? 1 : -1;
      toast(t(state.mine ? "report_feed.metoo_said" : "report_feed.metoo_taken"));
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    state.busy = false;
    draw();
  }
  function part(report) {
    if (!open.includes(report.state)) return report.supports ? html`<p>${icon("users")} ${supported(report.supports)}</p>` : nothing;
    return html`<section class="card report-support" aria-label=${t("report_feed.metoo")}>
      <p>${icon("users")} ${report.supports ? supported(report.supports) : t("report_feed.supports.none")}</p>
      ${account.get() ? button({ label: t(state.mine ? "report_feed.metoo_back" : "report_feed.metoo"), kind: state.mine ? "quiet" : "", busy: state.busy, onclick: () => say(report) })
        : html`<a class="button quiet" href="/masuk?${new URLSearchParams({ next: location.pathname })}">${t("report_feed.metoo_login")}</a>`}</section>`;
  }
  return { of, part };
}
