// The decisions of the desk. Each resolves to true once it was sent.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { size } from "app/numbers.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { radios } from "ui/choices.js";
import { openDialog } from "ui/dialog.js";
import { field, input, select, textarea } from "ui/field.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { way } from "ui/paper_picker.js";

const outcomes = () => ["granted", "partly", "refused"].map((value) => ({ value, label: t(`information.state.${value}`) }));

// decision is a dialog with fields(state, redraw) that sends send(state).
function decision(title, begin, fields, send) {
  const state = { ...begin, errors: {}, fault: "", busy: false };
  return openDialog(title, (close, redraw) => {
    const onsubmit = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      Object.assign(state, { busy: true, errors: {}, fault: "" });
      redraw();
      try {
        await send(state);
        toast(t("desk.information.sent"));
        return close(true);
      } catch (err) {
        const fault = readFault(err);
        if (fault.key === "news.settled") { toast(fault.message, "bad"); return close(true); }
        state.errors = fault.fields;
        state.fault = Object.keys(fault.fields).length ? "" : fault.message;
      }
      state.busy = false;
      redraw();
    };
    return html`<form novalidate @submit=${onsubmit}>${state.fault ? notice("bad", state.fault) : nothing}${fields(state, redraw)}
      <div class="actions">${button({ label: t("desk.information.send"), type: "submit", busy: state.busy, name: "send" })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  }, "wide");
}

const words = (state, id, label, hint) => textarea({ id, label, hint, value: state[id], error: state.errors[id], rows: 5, maxlength: 5000, oninput: (value) => { state[id] = value; } });

export const answerForm = (one) => decision(t("desk.information.answer"), { state: "granted", ground: "excluded", answer: "", answer_link: "", file: null }, (state, redraw) => html`
  ${radios({ id: "decision", label: t("desk.information.decision"), value: state.state, onchange: (value) => { state.state = value; redraw(); }, options: outcomes() })}
  ${state.state === "granted" ? nothing : select({ id: "ground", label: t("desk.information.why"), value: state.ground, onchange: (value) => { state.ground = value; },
    options: ["excluded", "not_held", "unclear"].map((value) => ({ value, label: t(`information.why.${value}`) })) })}
  ${words(state, "answer", state.state === "granted" ? t("desk.information.the_answer") : t("desk.information.reason"), t("desk.information.answer_hint"))}
  ${state.state === "refused" ? nothing : html`${field({ id: "answer_file", label: t("desk.information.answer_file"), error: state.errors.answer_file, optional: true, control: html`<p class="news-reach">
      ${way("answer_file", "upload", t("papers.file"), "", (event) => { [state.file] = event.target.files; redraw(); }, null, ".pdf,.jpg,.jpeg,.png,.csv,.xlsx,.docx,.zip")}</p>
      ${state.file ? html`<p role="status">${icon("paperclip")} ${state.file.name} (${size(state.file.size)})</p>` : nothing}` })}
    ${input({ id: "answer_link", label: t("desk.information.link"), hint: t("desk.information.link_hint"), value: state.answer_link, error: state.errors.answer_link, optional: true, maxlength: 300, oninput: (value) => { state.answer_link = value; } })}`}`,
({ state, ground, answer, answer_link: link, file }) => pb.collection("information_requests").update(one.id, { state, answer, answer_link: state === "refused" ? "" : link,
  ground: state === "granted" ? "" : ground, ...(file && state !== "refused" && { answer_file: file }) }));

export const extendForm = (one) => decision(t("desk.information.extend"), { extension_reason: "" }, (state) => html`<p>${t("desk.information.extend_text")}</p>
  ${words(state, "extension_reason", t("desk.information.reason"))}`, ({ extension_reason: reason }) => pb.collection("information_requests").update(one.id, { extension_reason: reason }));

export const objectionForm = (one) => decision(t("desk.information.answer_objection"), { state: "granted", answer: "" }, (state, redraw) => html`
  ${radios({ id: "decision", label: t("desk.information.decision"), value: state.state, onchange: (value) => { state.state = value; redraw(); }, options: outcomes() })}
  ${words(state, "answer", t("desk.information.the_answer"))}`, ({ state, answer }) => pb.collection("objections").update(one.id, { state, answer }));
