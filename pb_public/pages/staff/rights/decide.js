// Answering what a resident asked. Each resolves to true once it was sent, or when
// somebody else was faster.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { textarea } from "ui/field.js";
import { openDialog } from "ui/dialog.js";
import { toast } from "ui/notice.js";

export const accept = (one) => form({
  title: t("desk.rights.accept_title", { name: one.name }), text: t("desk.rights.accept_text"),
  label: t("desk.rights.accept_note"), optional: true, confirm: t("desk.rights.accept"), done: t("desk.rights.accepted"),
  send: (answer) => pb.collection("corrections").update(one.id, { state: "accepted", answer }),
});

export const refuse = (one) => form({
  title: t("desk.rights.refuse_title", { name: one.name }), label: t("desk.rights.refuse_label"), short: t("desk.rights.refuse_short"),
  danger: true, confirm: t("desk.rights.refuse"), done: t("desk.rights.refused"),
  send: (answer) => pb.collection("corrections").update(one.id, { state: "refused", answer }),
});

export const answer = (one) => form({
  title: t("desk.rights.answer_title", { name: one.name }), text: `“${one.question}”`, label: t("desk.rights.answer_label"),
  short: t("desk.rights.answer_short"), confirm: t("desk.rights.answer"), done: t("desk.rights.answered"),
  send: (words) => pb.collection("data_questions").update(one.id, { answer: words }),
});

function form({ title, text, label, optional, short, danger, confirm, done, send }) {
  const state = { words: "", error: "", busy: false };
  return openDialog(title, (close, redraw) => {
    const onsubmit = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      state.error = !optional && state.words.trim().length < 5 ? short : "";
      if (!state.error) {
        state.busy = true;
        redraw();
        try {
          await send(state.words.trim());
          toast(done);
          return close(true);
        } catch (err) {
          const fault = readFault(err);
          if (fault.key === "privacy.settled") { toast(fault.message, "bad"); return close(true); }
          state.error = Object.values(fault.fields)[0] || fault.message;
        }
        state.busy = false;
      }
      redraw();
      document.getElementById("rights-words")?.focus();
    };
    return html`<form novalidate @submit=${onsubmit}>${text ? html`<p>${text}</p>` : ""}
      ${textarea({ id: "rights-words", label, optional, value: state.words, error: state.error, maxlength: 1000, oninput: (value) => { state.words = value; } })}
      <div class="actions">${button({ label: confirm, kind: danger ? "danger" : "", type: "submit", busy: state.busy })}
        ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  });
}
