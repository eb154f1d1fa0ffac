// A question about an entry of the trail, and what the office said to it.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { textarea } from "ui/field.js";
import { openDialog } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { deeds } from "pages/privacy/trail_words.js";

export const questionsOf = (item) => item.questions.map((one) => html`<div class="trail-question">
  <p class="small soft">${t("trail.you_asked")}</p><blockquote>${one.question}</blockquote>
  ${one.state === "answered" ? html`<p class="small soft">${t("trail.answered", { name: one.answered_name, title: one.answered_title, when: when(one.answered_at) })}</p>
      <blockquote>${one.answer}</blockquote>`
    : html`<p class="small soft">${t("trail.answer_due", { when: when(one.due_at) })}</p>`}</div>`);

// askAbout opens the form; redraw is called when the question was sent.
export async function askAbout(item, redraw) {
  const state = { question: "", error: "", busy: false };
  const sent = await openDialog(t("trail.ask_title"), (close, again) => form(item, state, send(item, state, close, again), close));
  if (!sent) return;
  item.questions = [sent];
  toast(t("trail.asked"));
  redraw();
}

const send = (item, state, close, again) => async (event) => {
  event.preventDefault();
  if (state.busy) return;
  state.error = state.question.trim().length < 5 ? t("trail.ask_short") : "";
  if (!state.error) {
    state.busy = true;
    again();
    try {
      return close(await pb.collection("data_questions").create({ entry: item.id, question: state.question.trim() }));
    } catch (err) {
      const fault = readFault(err);
      state.error = fault.fields.question || fault.message;
    }
    state.busy = false;
  }
  again();
  document.getElementById("question")?.focus();
};

function form(item, state, onsubmit, close) {
  return html`<form novalidate @submit=${onsubmit}><p><strong>${item.actor_name}</strong>${item.actor_title ? ` (${item.actor_title})` : nothing} · ${when(item.at)}<br>${deeds(item)}</p>
    ${textarea({ id: "question", label: t("trail.ask_label"), hint: t("trail.ask_hint"), value: state.question, error: state.error, maxlength: 1000,
      oninput: (value) => { state.question = value; } })}
    <div class="actions">${button({ label: t("action.send"), busy: state.busy, type: "submit", name: "send" })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
}
