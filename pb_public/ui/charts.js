// Pictures of numbers. A bar is an SVG that stretches; its words and figures are
// text beside it, so that they stay readable at 360 px and are read aloud. Every
// picture has its table: `picture` draws both.
import { html, nothing, svg } from "lit-html";
import { t } from "app/i18n.js";

// picture is a drawing with its heading, and its numbers as a table behind a
// <summary>. head are column titles, rows are [[cell, …]] whose first is the
// row's name.
export function picture({ id, title, note, drawing, head, rows, open = false }) {
  return html`<figure class="chart" aria-labelledby="${id}-title">
    <figcaption id="${id}-title" class="chart-title">${title}</figcaption>
    ${note ? html`<p class="small soft">${note}</p>` : nothing}
    ${drawing}
    <details class="chart-table" ?open=${open}><summary>${t("chart.as_table")}</summary>${table({ caption: title, head, rows })}</details>
  </figure>`;
}

// table is the twin of a picture; it can stand alone. It scrolls by itself on a
// narrow phone. kind is a class.
export function table({ caption, head, rows, kind = "" }) {
  return html`<div class="chart-scroll" tabindex="0" role="region" aria-label=${caption}><table class=${kind}>
    <caption class="unseen">${caption}</caption>
    <thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
    <tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

// legend names the series of a picture: [{ kind, label }].
export const legend = (series) => html`<ul class="chart-legend">${series.map(({ kind, label }) => html`<li>${swatch(kind)} ${label}</li>`)}</ul>`;

const swatch = (kind) => html`<svg class="chart-swatch ${kind}" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><rect width="12" height="12" rx="2"/></svg>`;

// bars are horizontal bars, one under the other, all to one scale:
// [{ label, href?, note?, bars: [{ kind, value, text }] }]. One bar in an item is
// a simple picture, several are a grouped one. kind is a class: plan, done, …
export function bars(items, { most = Math.max(1, ...items.flatMap((item) => item.bars.map(({ value }) => value))) } = {}) {
  return html`<ul class="chart-bars">${items.map((item) => html`<li>
    <p class="chart-label">${item.href ? html`<a href=${item.href}>${item.label}</a>` : item.label}${item.note ? html` <span class="small soft">${item.note}</span>` : nothing}</p>
    ${item.bars.map((one) => html`<div class="chart-row">${bar(one, most)}<span class="chart-value">${one.text}</span></div>`)}
  </li>`)}</ul>`;
}

// bar draws one value of at most `most`; a value below 0 draws nothing.
export function bar({ kind, value }, most) {
  const width = Math.min(100, Math.max(0, (100 * value) / (most || 1)));
  return html`<svg class="chart-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="ground" width="100" height="10"/>${svg`<rect class=${kind} width=${Math.round(width * 100) / 100} height="10"/>`}</svg>`;
}
