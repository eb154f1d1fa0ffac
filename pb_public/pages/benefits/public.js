// How many get something out of a program, for everybody to read: a part of the
// program's page. Fewer than five are not counted out in public.
import { html, nothing } from "lit-html";
import { t, count } from "app/i18n.js";
import { number, rupiah } from "app/numbers.js";
import { bars, picture } from "ui/charts.js";

// benefitsOf brings a program's public numbers; null where nothing can be told.
export async function benefitsOf(program) {
  const answer = await fetch(`/api/open/benefits/${program}`);
  if (!answer.ok) return null;
  const told = await answer.json();
  return told.count === null && !told.names?.length ? null : told;
}

export function publicBenefits(told) {
  if (!told) return nothing;
  return html`<section aria-labelledby="benefits"><h2 id="benefits">${t("benefits.public.title")}</h2>
    ${told.count === null ? nothing : html`<p>${count("benefits.public.count", told.count, { count: number(told.count) })} ${told.paid ? t("benefits.public.paid", { amount: rupiah(told.paid) }) : nothing}</p>
      ${told.hamlets.length ? places(told) : nothing}`}
    ${told.names?.length ? html`<details class="chart-table"><summary>${t("benefits.public.names")}</summary><p class="small soft">${t("benefits.public.names_text")}</p>
      <ul>${told.names.map(({ name, hamlet }) => html`<li>${name} <span class="soft">${hamlet}</span></li>`)}</ul></details>` : nothing}</section>`;
}

function places({ hamlets, others }) {
  const all = [...hamlets, ...others ? [{ name: t("benefits.public.others"), count: others }] : []];
  return picture({ id: "benefits-places", title: t("benefits.public.places"), note: t("benefits.public.least"),
    drawing: bars(all.map(({ name, count: n }) => ({ label: name, bars: [{ kind: "plan", value: n, text: number(n) }] }))),
    head: [t("benefits.public.place"), t("benefits.public.many")], rows: all.map(({ name, count: n }) => [name, number(n)]) });
}
