// Choosing a hamlet: what concerns it and the whole village.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { select } from "ui/field.js";

export const allHamlets = () => pb.collection("hamlets").getFullList({ sort: "sort,name", fields: "id,name" });

// hamletPicker is left out where there is nothing to choose.
export function hamletPicker(hamlets, value, onchange) {
  if (!hamlets || hamlets.length < 2) return nothing;
  return html`<div class="news-picker">${select({ id: "hamlet", label: t("news.hamlet"), value, onchange,
    options: [{ value: "", label: t("news.whole_village") }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}</div>`;
}
