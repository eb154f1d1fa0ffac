// At the counter too: has somebody reported it already? Then the resident stands
// behind that report, and the office has one instead of two.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { shortDate } from "app/dates.js";
import { addIcons } from "ui/icon.js";
import icons from "ui/icons_reports.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { notice } from "ui/notice.js";
import { titleOf } from "pages/reports/title.js";

addIcons(icons);

// offerNear resolves to "send" to go on, "settled" once the resident supports a
// report, or undefined (back to the form). Without reports around it asks nothing.
export async function offerNear(service, resident, answers) {
  const { hamlet, lat, lon } = answers.place ?? {};
  const query = { service: service.id, ...(hamlet && { hamlet }), ...(lat && { lat, lon }) };
  const items = await pb.send("/api/reports/near", { query }).then((found) => found.items, () => []);
  if (!items.length) return "send";
  const state = { busy: "", problem: "" };
  return openDialog(t("near.title"), (close, redraw) => {
    const join = async (report) => {
      Object.assign(state, { busy: report.id, problem: "" });
      redraw();
      try {
        await pb.collection("report_supports").create({ report: report.id, resident });
        return close("settled");
      } catch (err) {
        Object.assign(state, { busy: "", problem: readFault(err).message });
      }
      redraw();
    };
    return html`<p>${t("near.counter_lead")}</p><div role="alert">${state.problem ? notice("bad", state.problem) : nothing}</div>
      <ul class="near-list">${items.map((report) => html`<li class="card near"><h3>${titleOf(report)}</h3>
        <p class="small soft">${[report.place, report.hamlet_name, shortDate(report.submitted_at)].filter(Boolean).join(" · ")}${report.metres !== null ? html` · ${t("near.metres", { n: report.metres })}` : nothing}</p>
        ${report.text ? html`<p class="pre">${report.text}</p>` : nothing}
        ${button({ label: t("near.counter_join"), kind: "quiet", name: "hand", busy: state.busy === report.id, onclick: () => join(report) })}</li>`)}</ul>
      <div class="actions">${button({ label: t("near.counter_file"), onclick: () => close("send") })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div>`;
  }, "wide");
}
