// The words of the budget for who does not work in an office.
import { html } from "lit-html";
import { t } from "app/i18n.js";

const words = ["apbdes", "dds", "add", "pad", "pbh", "aid", "silpa", "pak", "realisation"];

export const meaning = () => html`<details class="budget-meaning" id="arti"><summary>${t("budget.meaning")}</summary>
  <dl>${words.map((word) => html`<div><dt>${t(`budget.word.${word}`)}</dt><dd>${t(`budget.word.${word}_text`)}</dd></div>`)}</dl></details>`;
