// What all see of a report: a card at the desk, and the dialog that sets it.
import { html, nothing } from "lit-html";
import { count, t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { openDialog } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { button, submit } from "ui/button.js";
import { checkbox, checkboxes } from "ui/choices.js";
import { input, textarea } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { titleOf } from "pages/reports/title.js";
import { receiptCode } from "pages/requests/code.js";
import { photosIn } from "pages/reports/photos.js";
import { isAuditor } from "pages/staff/inbox/list.js";

export function publicPart(file, load) {
  const { report } = file;
  if (!report) return nothing;
  if (report.identity === "handler_only") return html`<section class="card" aria-labelledby="public"><h2 id="public">${t("report.public")}</h2>
    <p>${icon("lock")} ${t("report.desk.secret")}</p></section>`;
  return html`<section class="card" aria-labelledby="public"><h2 id="public">${t("report.public")}</h2>
    ${report.public ? html`<p>${icon("eye")} ${t("report.desk.shown")} <a href="/laporan/${report.code}" target="_blank" rel="noopener"><span class="code">${receiptCode(report.code)}</span></a></p>
      <p><strong>${titleOf(report)}</strong>${report.place ? html`<br>${report.place}` : nothing}</p>${report.text ? html`<p class="pre">${report.text}</p>` : html`<p class="soft">${t("report.desk.no_text")}</p>`}
      ${report.answer ? html`<blockquote class="pre">${report.answer}</blockquote>` : nothing}`
      : html`<p>${icon("eye-off")} ${t("report.desk.hidden")}</p>`}
    <p class="small soft">${report.supports ? count("report.supports", report.supports) : nothing}
      ${report.identity === "shown" ? t("report.desk.name_shown", { name: report.reporter_name }) : t("report.desk.name_hidden")}</p>
    ${isAuditor() ? nothing : html`<p>${button({ label: t("report.desk.set"), kind: "quiet", name: "pencil", onclick: () => setPublic(file).then((done) => done && load()) })}</p>`}</section>`;
}

// setPublic resolves to true once it is saved. What was not written yet is
// proposed from what the reporter wrote; the server masks numbers.
export function setPublic(file) {
  const { report, request } = file;
  const photos = publishable(file);
  const lastAnswer = file.events.filter((event) => event.action === "resolve").at(-1)?.note ?? "";
  const draft = {
    public: report.public, title: report.title, place: report.place || request.answers.place?.words || "", text: report.text || request.answers.what || "",
    answer: report.answer || lastAnswer, before: report.photos_before.length ? photos.before : [], after: report.photos_after.length || !report.answer ? photos.after : [],
  };
  const state = { errors: {}, busy: false };
  return openDialog(t("report.desk.set"), (close, redraw) => {
    const save = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      state.busy = true;
      redraw();
      try {
        await pb.collection("reports").update(report.id, draft);
        toast(t("report.desk.saved"));
        return close(true);
      } catch (err) {
        const fault = readFault(err);
        state.errors = Object.keys(fault.fields).length ? fault.fields : { public: fault.message };
      }
      state.busy = false;
      redraw();
      focusErrors();
    };
    return form(draft, photos, state, save, close, redraw);
  }, "wide");
}

// publishable are the photos that a copy can be drawn of, and how many there are besides.
function publishable(file) {
  const canBe = (id) => ["image/jpeg", "image/png"].includes(file.documents.find((document) => document.id === id)?.mime);
  const { before, after } = photosIn(file);
  return { before: before.filter(canBe), after: after.filter(canBe), others: [...before, ...after].filter((id) => !canBe(id)).length };
}

function form(draft, photos, state, save, close, redraw) {
  const text = (key) => (value) => { draft[key] = value; };
  return html`<form novalidate @submit=${save}>${errorSummary(state.errors)}<p>${t("report.desk.set_text")}</p>
    ${checkbox({ id: "public", checked: draft.public, label: t("report.desk.show"), error: state.errors.public, onchange: (value) => { draft.public = value; redraw(); } })}
    ${draft.public ? html`
      ${input({ id: "title", label: t("report.desk.title"), value: draft.title, maxlength: 150, oninput: text("title") })}
      ${input({ id: "place", label: t("report.desk.place"), value: draft.place, maxlength: 300, optional: true, oninput: text("place") })}
      ${textarea({ id: "text", label: t("report.desk.text"), hint: t("report.desk.text_hint"), value: draft.text, maxlength: 4000, optional: true, oninput: text("text") })}
      ${draft.answer || photos.after.length ? textarea({ id: "answer", label: t("report.desk.answer"), value: draft.answer, maxlength: 4000, optional: true, oninput: text("answer") }) : nothing}
      ${photoChoice("before", t("report.desk.photos_before"), photos.before, draft, state, redraw)}${photoChoice("after", t("report.desk.photos_after"), photos.after, draft, state, redraw)}
      ${photos.others ? notice("info", count("report.desk.photos_others", photos.others), html`<p>${t("report.desk.photos_others_text")}</p>`) : nothing}` : nothing}
    <div class="actions">${submit(t("action.save"), state.busy)}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
}

const photoChoice = (key, label, ids, draft, state, redraw) => (ids.length ? checkboxes({ id: `photos_${key}`, label, hint: t("report.desk.photos_hint"), value: draft[key],
  error: state.errors[`photos_${key}`], options: ids.map((id, i) => ({ value: id, label: t("report.desk.photo", { n: i + 1 }) })), onchange: (value) => { draft[key] = value; redraw(); } }) : nothing);
