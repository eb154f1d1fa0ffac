// Messages: a notice stands in the page, a toast passes by.
import { html, nothing, render } from "lit-html";
import { icon } from "ui/icon.js";

const icons = { good: "circle-check", info: "info", warn: "triangle-alert", bad: "circle-x" };

// notice is a box in the text; kind is good, info, warn or bad.
export function notice(kind, title, body = nothing) {
  return html`<div class="notice ${kind}">${icon(icons[kind])}<div><p class="notice-title">${title}</p>${body}</div></div>`;
}

let timer;

// toast tells, politely, that something has happened. It needs
// <div id="toasts" aria-live="polite"> in the page.
export function toast(text, kind = "good") {
  const place = document.getElementById("toasts");
  render(html`<p class="toast ${kind}">${icon(icons[kind])} ${text}</p>`, place);
  clearTimeout(timer);
  timer = setTimeout(() => render(nothing, place), 6000);
}
