// A plain field with a few buttons. People write as in WhatsApp: *bold*, _italic_,
// lines with "- " are a list. A button puts these signs where the cursor is.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { t } from "app/i18n.js";
import { describedBy, field } from "ui/field.js";

const around = (mark) => (chosen) => `${mark}${chosen || t("desk.news.words_here")}${mark}`;
const lines = (mark) => (chosen) => (chosen || t("desk.news.words_here")).split("\n").map((line, i) => (mark === "1. " ? `${i + 1}. ` : mark) + line).join("\n");
const marks = [
  ["bold", "B", around("*")], ["italic", "I", around("_")], ["heading", "H", lines("# ")], ["list", "•", lines("- ")], ["numbers", "1.", lines("1. ")],
  ["link", "↗", (chosen) => `[${chosen || t("desk.news.words_here")}](https://)`],
];

export function editor({ id, oninput, ...rest }) {
  const put = (make, ownLine) => () => {
    const field = document.getElementById(id);
    const { selectionStart: from, selectionEnd: to, value } = field;
    const before = ownLine && from && value[from - 1] !== "\n" ? "\n" : "";
    field.setRangeText(before + make(value.slice(from, to)), from, to, "select");
    oninput(field.value);
    field.focus();
  };
  const signs = html`<div class="editor-marks" role="group" aria-label=${t("desk.news.marks")}>${marks.map(([key, sign, make], i) => html`
      <button type="button" class="editor-mark mark-${key}" title=${t(`desk.news.mark.${key}`)} @click=${put(make, i > 1 && i < 5)}><span aria-hidden="true">${sign}</span><span class="unseen">${t(`desk.news.mark.${key}`)}</span></button>`)}</div>`;
  const hint = t("desk.news.text_hint");
  return field({ id, hint, ...rest, control: html`${signs}<textarea id=${id} name=${id} class="input" rows="10" maxlength="20000" .value=${live(rest.value ?? "")}
    aria-describedby=${describedBy(id, hint, rest.error)} aria-invalid=${rest.error ? "true" : nothing} @input=${(event) => oninput(event.target.value)}></textarea>` });
}
