// What happened, by whom, when, and what comes next, from top to bottom.
import { html, nothing } from "lit-html";
import { icon } from "ui/icon.js";

// timeline takes [{ state: "done"|"asked"|"now"|"next"|"stopped", icon?, title, who, when, body }].
export function timeline(items) {
  return html`<ol class="timeline">${items.map((item) => html`
    <li class=${item.state} aria-current=${item.state === "now" ? "step" : nothing}>
      <span class="mark">${item.icon ? icon(item.icon) : nothing}</span>
      <div><p class="timeline-title">${item.title}</p>
        ${item.who ? html`<p class="timeline-who">${item.who}</p>` : nothing}
        ${item.when ? html`<p class="timeline-when">${item.when}</p>` : nothing}
        ${item.body ?? nothing}</div>
    </li>`)}</ol>`;
}
