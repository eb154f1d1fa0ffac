// Check your answers, and send.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { online } from "app/offline.js";
import { go } from "app/router.js";
import { loadHamlets } from "ui/place_field.js";
import { submit } from "ui/button.js";
import { checkbox } from "ui/choices.js";
import { notice } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { framed } from "pages/filing/frame.js";
import { answersSummary } from "pages/filing/summary.js";
import { sendRequest } from "pages/filing/send.js";
import { addressOf, closeFiling, places, save, unfinished } from "pages/filing/session.js";

export function checkPage(frame) {
  const { view, filing } = frame;
  const missing = unfinished(filing);
  if (missing) return go(addressOf(filing, missing), { replace: true });
  const state = { errors: {}, agreed: false, busy: false, waiting: filing.draft.waiting };
  const draw = () => view.show(t("check_page.title"), framed(frame, page(frame, state, draw, send)));
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.errors = state.agreed ? {} : { agreed: t("check_page.agree_missing") };
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        const request = await sendRequest(filing);
        closeFiling();
        return go(`/permohonan/${request.id}/bukti?baru`, { replace: true });
      } catch (err) {
        const fault = readFault(err);
        filing.errors = fault.fields;
        state.errors = fault.offline ? {} : asLinks(filing, fault);
        state.waiting = filing.draft.waiting = fault.offline;
        await save(filing);
      }
      state.busy = false;
    }
    draw();
    focusErrors();
  };
  draw();
  if (filing.service.kind === "report") loadHamlets(draw);
  return online.watch(draw);
}

// asLinks leads each error to the page where it can be mended.
function asLinks(filing, fault) {
  const list = Object.entries(fault.fields);
  if (fault.status === 401) { // logged out in the meantime; the draft waits
    return { send: { message: fault.message, href: `/masuk?${new URLSearchParams({ next: addressOf(filing, "periksa") })}` } };
  }
  if (!list.length) return { send: fault.message };
  return Object.fromEntries(list.map(([key, message]) => {
    const place = places(filing).find((one) => one.fields?.some((field) => field.key === key.split(".")[0]));
    const at = place?.key ?? (key.startsWith("attachments.") ? "dokumen" : "");
    return [key, { message, href: at ? `${addressOf(filing, at)}&kembali` : `/layanan/${filing.service.key}` }];
  }));
}

function page({ filing }, state, draw, send) {
  return html`<form novalidate @submit=${send} id="send">${errorSummary(state.errors)}
    <h1>${t("check_page.title")}</h1>
    ${state.waiting ? waiting() : nothing}
    ${answersSummary(filing)}
    <h2>${t("check_page.declare")}</h2>
    <p>${t("check_page.privacy")} <a href="/privasi" target="_blank" rel="noopener">${t("nav.privacy")}</a></p>
    ${checkbox({ id: "agreed", checked: state.agreed, label: t("check_page.agree"), error: state.errors.agreed, onchange: (value) => { state.agreed = value; draw(); } })}
    <div class="actions">${submit(state.waiting ? t("check_page.send_again") : filing.service.kind === "report" ? t("report.send") : t("check_page.send"), state.busy, "send")}</div></form>`;
}

const waiting = () => html`<div role="status">${online.get()
  ? notice("info", t("check_page.back_online"), html`<p>${t("check_page.back_online_text")}</p>`)
  : notice("warn", t("check_page.offline"), html`<p>${t("check_page.offline_text")}</p>`)}</div>`;
