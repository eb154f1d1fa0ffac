// All aid that a resident and their household get: a part of the resident's card.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { notice } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { aidOf } from "pages/staff/benefits/load.js";
import { line } from "pages/staff/benefits/rows.js";

// aidPart returns { load, view }; load(resident) is called once the card is there.
export function aidPart(draw) {
  const state = { resident: "", answer: null, fault: null };
  const load = async (resident = state.resident) => {
    Object.assign(state, { resident, fault: null });
    try {
      state.answer = await aidOf(resident);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  // Who serves somebody of another hamlet at the counter sees their card, but not
  // what they get: the server says that there is nothing.
  return { load, view: () => (state.fault?.status === 404 ? nothing
    : html`<section class="card" aria-labelledby="aid"><h2 id="aid">${t("staff_benefits.card")}</h2>${body(state, load)}</section>`) };
}

function body({ answer, fault }, load) {
  if (fault) return failed(fault, load);
  if (!answer) return loading();
  if (!answer.items.length) return html`<p class="soft">${t("staff_benefits.card_none")}</p>`;
  return html`${answer.active > 1 ? notice("warn", t("staff_benefits.card_several", { n: answer.active }), html`<p>${t("staff_benefits.card_several_text")}</p>`) : nothing}
    <ul class="rows flat">${answer.items.map((row) => html`<li>${line(row, { ofProgram: true })}</li>`)}</ul>`;
}
