// Two more pictures of numbers: the pyramid of ages, and a line through the months.
// What is not told (null) is drawn as a dashed gap, never as nothing.
import { html, svg } from "lit-html";

// pyramid draws men to the left and women to the right, the oldest on top:
// groups are [{ label, men, women, men_text, women_text }], from the youngest.
export function pyramid(groups, { men, women }) {
  const most = Math.max(1, ...groups.flatMap((group) => [group.men ?? 0, group.women ?? 0]));
  return html`<div class="pyramid"><div class="pyramid-row pyramid-head" aria-hidden="true"><span>${men}</span><span></span><span>${women}</span></div>
    <ol>${[...groups].reverse().map((group) => html`<li class="pyramid-row">
      <span class="pyramid-side men"><span class="pyramid-number"><span class="unseen">${group.label}, ${men}: </span>${group.men === null ? untold(group.men_text) : group.men_text}</span>${side(group.men, most, "men")}</span>
      <span class="pyramid-age">${group.label}</span>
      <span class="pyramid-side women">${side(group.women, most, "women")}<span class="pyramid-number"><span class="unseen">${women}: </span>${group.women === null ? untold(group.women_text) : group.women_text}</span></span></li>`)}</ol></div>`;
}

// untold is a star to the eye, in a column too narrow for the word.
const untold = (text) => html`<span aria-hidden="true">*</span><span class="unseen">${text}</span>`;

function side(value, most, kind) {
  if (value === null) return html`<svg class="pyramid-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="untold" x=${kind === "men" ? 70 : 1} y="1" width="29" height="8"/></svg>`;
  const width = Math.round((10000 * value) / most) / 100;
  return html`<svg class="pyramid-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${svg`<rect class=${kind} x=${kind === "men" ? 100 - width : 0} width=${width} height="10"/>`}</svg>`;
}

const point = (kind, x, y) => (kind === "done" ? svg`<rect class=${kind} x=${x - 3} y=${y - 3} width="6" height="6"/>` : svg`<circle class=${kind} cx=${x} cy=${y} r="3"/>`);

// line draws series [{ kind, values: [number or null] }] over the same months, to
// one scale from 0; months that are not told break it. Of two the second is dashed,
// and its points are squares. Figures stand in its table.
export function line(series, ticks) {
  const most = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const x = (i) => (ticks.length > 1 ? 6 + (288 * i) / (ticks.length - 1) : 150);
  const y = (value) => 96 - (88 * value) / most;
  const parts = (values) => values.reduce((runs, value, i) => {
    if (value === null) runs.push([]);
    else runs.at(-1).push(`${x(i)},${y(value)}`);
    return runs;
  }, [[]]).filter((run) => run.length > 1);
  return html`<svg class="chart-line" viewBox="0 0 300 104" aria-hidden="true" focusable="false">
    ${[0, 0.5, 1].map((share) => svg`<line class="grid" x1="0" x2="300" y1=${y(share * most)} y2=${y(share * most)}/>`)}
    ${series.map(({ kind, values }) => svg`${parts(values).map((run) => svg`<polyline class=${kind} points=${run.join(" ")}/>`)}
      ${values.map((value, i) => (value === null ? "" : point(kind, x(i), y(value))))}`)}
  </svg><div class="chart-ticks" aria-hidden="true"><span>${ticks[0]}</span><span>${ticks.length > 1 ? ticks.at(-1) : ""}</span></div>`;
}
