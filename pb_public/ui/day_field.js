// A day in three parts, because a calendar is slow for a date of birth. The
// value is "YYYY-MM-DD", or what there is of it while it is being typed.
import { html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { t, language } from "app/i18n.js";
import { group } from "ui/field.js";

export function dayField({ id, value, oninput, ...rest }) {
  const parts = (value ?? "").split("-");
  const [year = "", month = "", day = ""] = parts;
  const put = () => { // as they stand: not every form draws itself anew after each letter
    const next = [0, 1, 2].map((part) => document.getElementById(`${id}-${part}`).value.replace(/\D/g, ""));
    oninput(next.some(Boolean) ? next.join("-") : "");
  };
  const part = (index, label, width, text) => html`<div class=${width}>
    <label for="${id}-${index}">${label}</label>
    <input id="${id}-${index}" class="input" inputmode="numeric" autocomplete="off" maxlength=${index ? 2 : 4}
      aria-invalid=${rest.error ? "true" : nothing} .value=${live(text)} @input=${put}></div>`;
  return group({ id, ...rest, control: html`<div class="day-parts">
    ${part(2, t("day.day"), "day-short", day)}
    <div class="day-month"><label for="${id}-1">${t("day.month")}</label>
      <select id="${id}-1" class="input" aria-invalid=${rest.error ? "true" : nothing} @change=${put}>
        <option value="" ?selected=${!month}></option>
        ${months().map((name, i) => html`<option value=${i + 1} ?selected=${Number(month) === i + 1}>${name}</option>`)}
      </select></div>
    ${part(0, t("day.year"), "day-year", year)}
  </div>` });
}

const months = () => Array.from({ length: 12 }, (_, i) => new Intl.DateTimeFormat(language.get() === "en" ? "en-GB" : "id-ID",
  { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, i, 1))));
