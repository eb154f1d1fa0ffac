// One icon, in the colour and about the size of the text beside it. Icons are
// decoration: what they say also stands in words.
import { html } from "lit-html";
import residents from "ui/icons.js";

const shapes = { ...residents };

// addIcons lets a door bring icons of its own.
export const addIcons = (more) => Object.assign(shapes, more);

export function icon(name, extra = "") {
  return html`<svg class="icon ${extra}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}

// gate is the mark of M-Desa: a candi bentar, the split gate of a Balinese
// village, open to whoever comes. Drawn for this program.
export function gate(extra = "") {
  return html`<svg class=${extra} viewBox="0 0 48 48" aria-hidden="true" focusable="false" fill="currentColor">
    <path d="M22 6v36H4v-5h3v-5h3v-6h3v-6h3v-6h3V9z"/><path d="M26 6v36h18v-5h-3v-5h-3v-6h-3v-6h-3v-6h-3V9z"/></svg>`;
}
