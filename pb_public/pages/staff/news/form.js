// The form of a post.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { zone, zoneName } from "app/dates.js";
import { button } from "ui/button.js";
import { checkbox, radios } from "ui/choices.js";
import { errorSummary } from "ui/errors.js";
import { input, select } from "ui/field.js";
import { words } from "pages/news/words.js";
import { editor } from "pages/staff/news/editor.js";
import { photosPart } from "pages/staff/news/photos.js";

export function editForm(state, acts) {
  const { post, errors, hamlets, isNew } = state;
  const { put, draw } = acts;
  const redrawing = (name) => (value) => { put(name)(value); draw(); };
  const mayBeVillage = hamlets.length !== 1;
  return html`<form novalidate @submit=${(event) => event.preventDefault()}>${errorSummary(errors)}
    ${radios({ id: "kind", label: t("desk.news.kind"), value: post.kind, onchange: redrawing("kind"),
      options: ["news", "announcement", "agenda", "emergency"].map((value) => ({ value, label: t(`news.kind.${value}`), hint: t(`desk.news.kind_text.${value}`) })) })}
    ${input({ id: "title", label: t("desk.news.name"), value: post.title, error: errors.title, maxlength: 150, oninput: put("title") })}
    ${select({ id: "hamlet", label: t("desk.news.for"), value: post.hamlet, error: errors.hamlet, onchange: put("hamlet"),
      options: [...(mayBeVillage ? [{ value: "", label: t("news.whole_village") }] : []), ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}
    ${post.kind === "agenda" ? event(post, errors, put, redrawing) : nothing}
    ${editor({ id: "text", label: t("desk.news.text"), value: post.text, error: errors.text, oninput: put("text") })}
    ${photosPart(state, acts)}
    <details class="fold" ?open=${Boolean(post.title_en || post.text_en)}><summary>${t("desk.news.english")}</summary>
      ${input({ id: "title_en", label: t("desk.news.name_en"), optional: true, value: post.title_en, maxlength: 150, oninput: put("title_en") })}
      ${editor({ id: "text_en", label: t("desk.news.text_en"), optional: true, value: post.text_en, oninput: put("text_en") })}</details>
    ${shown(post, errors, put)}
    ${state.preview ? preview(post, state.preview) : nothing}
    ${!isNew && !post.write ? nothing : buttons(state, acts)}</form>`;
}

const moment = (id, label, post, errors, put, more = {}) => input({ id, label, type: more.day ? "date" : "datetime-local", width: "medium",
  value: more.day ? post[id].slice(0, 10) : post[id], error: errors[id], ...more, oninput: (value) => put(id)(more.day && value ? `${value}T00:00` : value) });

const event = (post, errors, put, redrawing) => html`
  ${checkbox({ id: "all_day", checked: post.all_day, label: t("desk.news.all_day"), onchange: redrawing("all_day") })}
  ${moment("starts_at", t("desk.news.starts"), post, errors, put, { day: post.all_day, hint: t("desk.news.zone", { zone: zoneName() }) })}
  ${moment("ends_at", t("desk.news.ends"), post, errors, put, { day: post.all_day, optional: true })}
  ${input({ id: "place", label: t("desk.news.place"), value: post.place, maxlength: 200, optional: true, oninput: put("place") })}
  ${post.revision ? checkbox({ id: "called_off", checked: post.called_off, label: t("desk.news.call_off"), hint: t("desk.news.call_off_text"), onchange: put("called_off") }) : nothing}`;

const shown = (post, errors, put) => html`<h2>${t("desk.news.when")}</h2>
  ${moment("publish_at", t("desk.news.publish_at"), post, errors, put, { optional: true, hint: t("desk.news.publish_hint", { zone: zoneName() }) })}
  ${moment("expires_at", t("desk.news.expires_at"), post, errors, put, { optional: post.kind !== "emergency", hint: t("desk.news.expires_hint") })}`;

const preview = (post, { nodes, nodes_en: english }) => html`<section class="card" id="preview" tabindex="-1" aria-labelledby="preview-title"><p class="small soft" id="preview-title">${t("desk.news.preview_title")}</p>
  <h2>${post.title}</h2><div class="news-words">${words(nodes)}</div>
  ${english.length ? html`<hr><h2 lang="en">${post.title_en}</h2><div class="news-words" lang="en">${words(english)}</div>` : nothing}</section>`;

// wallNow is this moment on the office's wall, as the fields write it.
const wallNow = () => new Intl.DateTimeFormat("sv-SE", { timeZone: zone(), dateStyle: "short", timeStyle: "short" }).format(new Date()).replace(" ", "T");

function buttons({ post, busy, isNew }, acts) {
  const later = post.publish_at > wallNow();
  const act = (stage, label, kind, name) => button({ label, kind, name, busy: busy === stage, onclick: () => acts.save(stage) });
  return html`<div class="actions">${act("publish", post.state === "published" ? t("desk.news.save") : later ? t("desk.news.schedule") : t("desk.news.publish"), "", "send")}
    ${post.state === "published" ? act("withdraw", t("desk.news.withdraw"), "quiet danger", "eye-off") : act("draft", t("desk.news.save_draft"), "quiet", "pencil")}
    ${button({ label: t("desk.news.preview"), kind: "quiet", name: "eye", onclick: acts.preview })}
    ${isNew || post.revision ? nothing : button({ label: t("desk.news.remove"), kind: "link", name: "trash-2", onclick: acts.remove })}</div>`;
}
