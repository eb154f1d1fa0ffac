// The form of a rating: one tap on the whole, then the nine for who likes.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { radios } from "ui/choices.js";
import { textarea } from "ui/field.js";
import { submit } from "ui/button.js";
import { errorSummary } from "ui/errors.js";
import { elementName } from "pages/satisfaction/words.js";

const elements = ["requirements", "procedure", "time", "fee", "product", "competence", "behaviour", "complaints", "facilities"];
const scores = ["4", "3", "2", "1"];

// ratingForm draws state { made: { overall, scores, comment }, errors, busy, form }.
export function ratingForm(state, { draw, send }) {
  const { made, errors, form } = state;
  const put = (element) => (value) => { made.scores[element] = Number(value); draw(); };
  const options = (name) => scores.map((value) => ({ value, label: t(`satisfaction.score.${name}.${value}`) }));
  const answered = Object.keys(made.scores).length;
  return html`<form novalidate @submit=${(event) => { event.preventDefault(); send(); }}>${errorSummary(errors)}
    ${radios({ id: "overall", label: t("rate.overall"), value: made.overall ? String(made.overall) : "", error: errors.overall,
      options: options("overall"), onchange: (value) => { made.overall = Number(value); draw(); } })}
    <details class="satisfaction-more" ?open=${answered > 0}><summary>${t("rate.more", { n: answered })}</summary><p class="soft">${t("rate.more_text")}</p>
      ${elements.map((element) => radios({ id: element, label: elementName(element), hint: t(`satisfaction.question.${element}`), optional: true, error: errors[element],
        value: made.scores[element] ? String(made.scores[element]) : "", options: options(element === "fee" ? (form.free ? "free" : "fee") : "common"), onchange: put(element) }))}
    </details>
    ${textarea({ id: "comment", label: t("rate.comment"), hint: t("rate.comment_hint"), optional: true, maxlength: 1000, value: made.comment, error: errors.comment, oninput: (value) => { made.comment = value; } })}
    <p class="small soft">${t("rate.private")}</p>
    <div class="actions">${submit(t("rate.send"), state.busy, "send")}</div></form>`;
}

export const blank = (overall = 0) => ({ overall, scores: {}, comment: "" });
