// What the applicant can still do: write to the office, take the request back.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { button } from "ui/button.js";
import { textarea } from "ui/field.js";
import { ask, openDialog } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { act } from "pages/requests/load.js";

export function actionsPart({ request, actions }, load) {
  const may = (name) => actions.some((one) => one.action === name);
  if (!actions.length) return nothing;
  return html`<section class="card no-print" aria-labelledby="actions"><h2 id="actions">${t("request.actions")}</h2>
    ${may("confirm") ? html`<p><button type="button" class="button wide-button" @click=${() => confirm(request, load)}>${icon("circle-check")} ${t("report.confirm")}</button></p>` : nothing}
    ${may("reopen") ? html`<p><button type="button" class="button quiet wide-button" @click=${() => write(request, "reopen", load)}>${icon("undo-2")} ${t("report.reopen")}</button></p>` : nothing}
    ${may("comment") ? html`<p><button type="button" class="button quiet wide-button" @click=${() => write(request, "comment", load)}>${icon("message-square")} ${t("request.comment")}</button></p>` : nothing}
    ${may("cancel") ? html`<p><button type="button" class="button danger quiet wide-button" @click=${() => cancel(request, load)}>${icon("ban")} ${t("request.cancel")}</button></p>` : nothing}
  </section>`;
}

// words are those of the two things that want some.
const words = (action) => (action === "reopen"
  ? { title: t("report.reopen"), label: t("report.reopen_why"), hint: t("report.reopen_hint"), sent: t("report.reopened") }
  : { title: t("request.comment"), label: t("request.message"), hint: t("request.message_hint"), sent: t("request.comment_sent") });

async function confirm(request, load) {
  try {
    await act(request, "confirm");
    toast(t("report.confirmed"));
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
  load();
}

async function write(request, action, load) {
  const state = { note: "", error: "", busy: false };
  const say = words(action);
  const sent = await openDialog(say.title, (close, redraw) => {
    const send = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      state.error = state.note.trim() ? "" : t("check.required", { label: say.label });
      if (!state.error) {
        state.busy = true;
        redraw();
        try {
          await act(request, action, { note: state.note });
          return close(true);
        } catch (err) {
          state.error = readFault(err).message;
        }
        state.busy = false;
      }
      redraw();
      document.getElementById("note")?.focus();
    };
    return html`<form novalidate @submit=${send}>${textarea({ id: "note", label: say.label, hint: say.hint, value: state.note, error: state.error,
      maxlength: 2000, oninput: (value) => { state.note = value; } })}
      <div class="actions">${button({ label: t("action.send"), busy: state.busy, type: "submit", name: "send" })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  });
  if (!sent) return;
  toast(say.sent);
  load();
}

async function cancel(request, load) {
  const sure = await ask({ title: t("request.cancel_title"), body: html`<p>${t("request.cancel_text")}</p>`, confirm: t("request.cancel"), cancel: t("request.keep"), danger: true });
  if (!sure) return;
  try {
    await act(request, "cancel");
    toast(t("request.cancelled"));
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
  load();
}
