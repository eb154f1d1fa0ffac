// Why the officer opens residents' data: asked once, kept while the tab is open,
// sent along with every search and card, and shown to the residents.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { officer } from "app/staff_session.js";
import { button } from "ui/button.js";
import { radios } from "ui/choices.js";
import { input } from "ui/field.js";
import { icon } from "ui/icon.js";

const kept = "mdesa-purpose";
const kinds = ["counter", "phone", "field", "upkeep", "oversight", "other"];
const shortest = 5; // letters of a note, as in hooks/audit

// statedPurpose is { purpose, purpose_note? } for a query, or null.
export function statedPurpose() {
  const { by, ...stated } = JSON.parse(sessionStorage.getItem(kept) ?? "{}");
  return by && by === officer.get()?.id ? stated : null;
}

const state = (stated) => sessionStorage.setItem(kept, JSON.stringify({ ...stated, by: officer.get()?.id }));

export const purposeName = (stated) => (stated.purpose === "other" ? stated.purpose_note : t(`reg.purpose.${stated.purpose}`));

// purposePart returns { view, stated }: the question, or what was answered.
// onstated is called after an answer.
export function purposePart({ draw, onstated = () => {} }) {
  const own = { open: false, choice: "", note: "", error: "" };
  const done = (stated) => {
    state(stated);
    own.open = false;
    draw();
    onstated();
  };
  const choose = (choice) => {
    Object.assign(own, { choice, error: "" });
    if (choice !== "other") return done({ purpose: choice });
    draw();
    document.getElementById("purpose-note")?.focus();
  };
  const finish = (event) => {
    event.preventDefault();
    const note = own.note.trim();
    if (note.length >= shortest) return done({ purpose: "other", purpose_note: note });
    own.error = t("reg.purpose.note_short");
    draw();
    document.getElementById("purpose-note")?.focus();
  };
  const change = () => { Object.assign(own, { open: true, choice: "", note: "" }); draw(); document.querySelector("#purpose input")?.focus(); };
  return {
    stated: () => (own.open ? null : statedPurpose()),
    view: () => {
      const stated = statedPurpose();
      if (stated && !own.open) {
        return html`<p class="purpose-line">${icon("eye")} <span>${t("reg.purpose.now")} <strong>${purposeName(stated)}</strong></span>
          <button type="button" class="link" @click=${change}>${t("action.change")}<span class="unseen"> ${t("reg.purpose.title")}</span></button></p>`;
      }
      return html`<form class="card purpose-card" novalidate @submit=${finish}>${purposeFields(own, choose, (note) => { own.note = note; })}
        ${own.choice === "other" ? button({ label: t("reg.purpose.go"), type: "submit" }) : nothing}</form>`;
    },
  };
}

// purposeFields are the kinds to choose from, with a line for "other".
export function purposeFields({ choice, note, error }, onchoice, onnote) {
  return html`${radios({ id: "purpose", label: t("reg.purpose.title"), hint: t("reg.purpose.hint"), value: choice, onchange: onchoice,
      options: kinds.map((value) => ({ value, label: t(`reg.purpose.${value}`) })) })}
    ${choice === "other" ? input({ id: "purpose-note", label: t("reg.purpose.note"), value: note, maxlength: 300, error, oninput: onnote }) : nothing}`;
}
