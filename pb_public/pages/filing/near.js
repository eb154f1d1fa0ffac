// Has somebody reported it already? Then one tap says "me too", and the office
// has one report instead of two.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { shortDate } from "app/dates.js";
import { drop } from "app/drafts.js";
import { go } from "app/router.js";
import { icon, addIcons } from "ui/icon.js";
import icons from "ui/icons_reports.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { notice, toast } from "ui/notice.js";
import { loading } from "ui/states.js";
import { framed } from "pages/filing/frame.js";
import { addressOf, closeFiling } from "pages/filing/session.js";
import { titleOf } from "pages/reports/title.js";

addIcons(icons);

export async function nearPage(frame) {
  const { view, filing } = frame;
  const state = { items: null, busy: "", problem: "" };
  const draw = () => view.show(t("near.title"), framed(frame, state.items ? page(state, join, onward) : loading()));
  const onward = (how) => go(addressOf(filing, frame.after), how);
  const join = async (report) => {
    Object.assign(state, { busy: report.id, problem: "" });
    draw();
    try {
      await pb.collection("report_supports").create({ report: report.id });
      if (filing.kept) await drop(filing.draft).catch(() => {});
      closeFiling();
      await go(`/laporan/${report.code}`, { replace: true });
      return toast(t("near.joined"));
    } catch (err) {
      Object.assign(state, { busy: "", problem: readFault(err).message });
    }
    draw();
  };
  draw();
  state.items = filing.near = await around(filing);
  if (!state.items.length) return onward({ replace: true });
  draw();
}

// around asks the server; without network the report itself goes on.
async function around({ service, draft }) {
  const { hamlet, lat, lon } = draft.answers.place ?? {};
  const query = { service: service.id, ...(hamlet && { hamlet }), ...(lat && { lat, lon }) };
  return pb.send("/api/reports/near", { query }).then(({ items }) => items, () => []);
}

function page({ items, busy, problem }, join, onward) {
  return html`<h1>${t("near.title")}</h1><p>${t("near.lead")}</p>
    <div role="alert">${problem ? notice("bad", problem) : nothing}</div>
    <ul class="near-list">${items.map((report) => html`<li class="card near">
      <h2>${titleOf(report)}</h2>
      <p class="small soft">${[report.place, report.hamlet_name].filter(Boolean).join(", ")}${report.metres !== null ? html` · ${t("near.metres", { n: report.metres })}` : nothing}</p>
      ${report.text ? html`<p class="pre">${report.text}</p>` : nothing}
      <p>${stateBadge(report.state)} <span class="small soft">${shortDate(report.submitted_at)}${report.supports ? html` · ${count("near.supports", report.supports)}` : nothing}</span></p>
      ${report.own ? html`<p><strong>${t("near.own")}</strong></p>` : report.supported ? html`<p><strong>${icon("circle-check")} ${t("near.already")}</strong></p>`
        : button({ label: t("near.me_too"), name: "hand", busy: busy === report.id, onclick: () => join(report) })}</li>`)}</ul>
    <div class="actions">${button({ label: t("near.mine_differs"), kind: "quiet", onclick: () => onward() })}</div>`;
}

const stateBadge = (state) => (state === "new" ? badge("calm", t("report.state.new"), "send")
  : state === "forwarded" ? badge("info", t("report.state.forwarded"), "corner-up-right") : badge("warn", t("report.state.handling"), "hourglass"));
