// My open requests and what I have not sent yet, before anything else.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { account } from "app/session.js";
import { draftsOf } from "app/drafts.js";
import { requestRows, draftRows } from "pages/requests/rows.js";

const open = 'status="returned" || status="submitted" || status="in_progress"';

// ownOpenRequests calls show with what there is, as soon as it is known.
export async function ownOpenRequests(show) {
  const [drafts, requests] = await Promise.all([
    draftsOf(account.get().id).catch(() => []),
    pb.collection("requests").getList(1, 3, { filter: open, sort: "-created", skipTotal: true }).then((page) => page.items, () => []),
  ]);
  if (!drafts.length && !requests.length) return;
  show(html`<section class="mine" aria-labelledby="mine"><h2 id="mine">${t("home.mine")}</h2>
    ${draftRows(drafts)}${requestRows(requests)}
    ${requests.length ? html`<p><a href="/permohonan">${t("home.all_mine")}</a></p>` : nothing}</section>`);
}
