// The residents' register, as far as the desk needs it: find a person.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { keys } from "app/staff_keys.js";
import { finder } from "pages/staff/residents/find.js";

export function open(view) {
  const draw = () => view.show(t("desk.residents.title"), html`<div class="page"><h1>${t("desk.residents.title")}</h1>
    <p class="soft">${t("desk.residents.text")}</p>${people.view()}</div>`);
  const people = finder({ draw, address: (person) => `/petugas/warga/${person.id}` });
  draw();
  return keys({ "/": () => document.getElementById("find")?.focus() });
}
