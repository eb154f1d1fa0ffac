// The poster (baliho) that villages hang out: one page, A3 or A4, readable from
// some metres away.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { day } from "app/dates.js";
import { pb } from "app/api.js";
import { office, officeName } from "app/office.js";
import { backLink } from "ui/button.js";
import { bar } from "ui/charts.js";
import { icon } from "ui/icon.js";
import { failed, loading } from "ui/states.js";
import { yearOf } from "pages/budget/load.js";
import { childrenOf } from "pages/budget/tree.js";
import { decided, lineName, money, now, percent } from "pages/budget/words.js";

export function open(view) {
  const year = Number(view.params.year);
  const state = { answer: null, fault: null };
  const draw = () => view.show(t("budget.poster"), html`<div class="page wide budget">
    <div class="no-print">${backLink(`/anggaran/${year}`)}<h1>${t("budget.poster")}</h1><p class="soft">${t("budget.poster_text")}</p>
      <div class="actions"><button type="button" class="button" @click=${() => window.print()}>${icon("printer")} ${t("action.print")}</button></div></div>
    ${state.fault ? failed(state.fault, load) : state.answer ? poster(state.answer) : loading()}</div>`);
  const load = async () => {
    try {
      Object.assign(state, { answer: await yearOf(year), fault: null });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
  return office.watch(draw);
}

function poster(answer) {
  const below = childrenOf(answer.lines);
  const record = office.get();
  const report = answer.stages.includes("realised");
  return html`<article class="poster" aria-label=${t("budget.title", { year: answer.year })}>
    <header>${record?.logo ? html`<img src=${pb.files.getURL(record, record.logo)} alt="" width="84" height="84">` : nothing}
      <div><p class="poster-title">${t("budget.poster_title")}</p><p class="poster-year">${t("budget.poster_year", { office: officeName(), year: answer.year })}</p>
        <p>${answer.revision_decree || answer.decree}${answer.realised_until ? ` · ${t("budget.reported_until", { day: day(answer.realised_until) })}` : ""}</p></div></header>
    <div class="poster-parts">
      ${block(answer, t("budget.income"), "income", below.get("4")?.flatMap((group) => (group.code === "4.2" ? below.get("4.2") : [group])) ?? [], report)}
      ${block(answer, t("budget.spending"), "spending", below.get("5") ?? [], report)}
      ${block(answer, t("budget.financing"), "", below.get("6") ?? [], report)}
    </div>
    <footer><p>${t("budget.poster_more", { address: `${location.host}/anggaran/${answer.year}` })}</p></footer></article>`;
}

function block(answer, title, total, lines, report) {
  const held = answer.totals[now(answer)];
  const done = answer.totals.realised;
  return html`<section><h2>${title}${total ? html` <span>${money(held[total])}</span>` : nothing}</h2>
    <div class="poster-scroll" tabindex="0" role="region" aria-label=${title}><table><caption class="unseen">${title}</caption><thead><tr><th scope="col">${t("budget.line")}</th><th scope="col">${t(`budget.stage.${now(answer)}`)}</th>
      ${report ? html`<th scope="col">${t("budget.stage.realised")}</th><th scope="col">%</th>` : nothing}</tr></thead>
    <tbody>${lines.map((line) => html`<tr><th scope="row">${lineName(line)}${total === "spending" ? bar({ kind: "plan", value: decided(line, answer) ?? 0 }, held.spending) : nothing}</th>
      <td>${money(decided(line, answer))}</td>${report ? html`<td>${money(line.realised)}</td><td>${percent(line.realised, decided(line, answer))}</td>` : nothing}</tr>`)}</tbody>
    ${total && done ? html`<tfoot><tr><th scope="row">${t("budget.sum")}</th><td>${money(held[total])}</td><td>${money(done[total])}</td><td>${percent(done[total], held[total])}</td></tr></tfoot>` : nothing}</table></div></section>`;
}
