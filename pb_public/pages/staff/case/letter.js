// The letter that came out of a request.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";
import { icon } from "ui/icon.js";
import { openFile } from "pages/staff/open_file.js";

export function letterPart({ letter }) {
  if (!letter) return nothing;
  return html`<section class="card letter" aria-labelledby="letter"><h2 id="letter">${icon("file-check")} ${x(letter, "title")}</h2>
    <p>${t("desk.letter.number", { number: letter.number })}<br>${t("desk.letter.signed", { name: `${letter.signer_name}, ${letter.signer_title}`, day: day(letter.issued_on) })}${decree(letter)}</p>
    <div class="actions"><button type="button" class="button quiet" @click=${() => openFile({ ...letter, collectionName: "letters" }, letter.pdf)}>${icon("external-link")} ${t("desk.letter.open")}</button>
      <a class="button quiet" href="/petugas/surat?q=${encodeURIComponent(letter.number)}">${icon("scroll-text")} ${t("desk.letter.register")}</a></div></section>`;
}

// decree is what a signature in another's place rests on.
function decree({ data }) {
  const { decree_number: number, decree_date: on } = data?.signature ?? {};
  return number ? html`<br>${t("delegations.decree")}: ${[number, on && day(on)].filter(Boolean).join(", ")}` : nothing;
}
