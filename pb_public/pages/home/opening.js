// Is the office open, and what it promises.
import { html, nothing } from "lit-html";
import { t, x } from "app/i18n.js";
import { office, hoursOf } from "app/office.js";
import { date, hour, time, today, weekday, zoneName } from "app/dates.js";
import { icon } from "ui/icon.js";

// openingCard takes the answer of /api/office/now; null while it is not known.
export function openingCard(opening) {
  const record = office.get();
  if (!opening && !record) return nothing;
  return html`<section class="card" aria-labelledby="opening">
    <h2 id="opening">${icon("clock")} ${t("opening.title")}</h2>
    ${opening ? now(opening) : nothing}
    ${record ? week(hoursOf(record, today())) : nothing}
    <p class="small soft">${t("opening.anytime")}</p>
  </section>`;
}

// openingLine is the same in one line, for the top of a phone.
export function openingLine(opening) {
  if (!opening) return nothing;
  const { open, until, next_open } = opening;
  const text = open ? t("opening.line_open", { time: time(until) })
    : next_open ? t("opening.line_closed", { date: date(next_open), time: time(next_open) }) : t("opening.closed");
  return html`${icon("clock")} <span>${text}</span>`;
}

function now({ open, until, next_open, reason }) {
  if (open) return html`<p><span class="badge good">${icon("circle-check")} ${t("opening.open")}</span> ${t("opening.until", { time: time(until) })}</p>`;
  return html`<p><span class="badge">${icon("clock")} ${reason ? t("opening.closed_for", { reason }) : t("opening.closed")}</span></p>
    ${next_open ? html`<p>${t("opening.next", { date: date(next_open), time: time(next_open) })}</p>` : nothing}`;
}

function week(days) {
  return html`<table class="hours"><caption class="unseen">${t("opening.week")}</caption><tbody>
    ${[1, 2, 3, 4, 5, 6, 7].map((n) => html`<tr><th scope="row">${weekday(n)}</th>
      <td>${days[n]?.length ? days[n].map(([from, to]) => html`<span class="span">${hour(from)}–${hour(to)}</span> `) : t("opening.closed_day")}</td></tr>`)}
  </tbody></table><p class="small soft">${t("opening.zone", { zone: zoneName() })}</p>`;
}

export function promiseCard() {
  const text = x(office.get(), "pledge");
  return text ? html`<section class="card pledge" aria-labelledby="pledge">
    <h2 id="pledge">${icon("hand-heart")} ${t("home.pledge")}</h2><p class="pre">${text}</p></section>` : nothing;
}
