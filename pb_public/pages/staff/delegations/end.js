// Ending a delegation before its last day.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { dayField } from "ui/day_field.js";
import { openDialog } from "ui/dialog.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { toast } from "ui/notice.js";
import { typedDay } from "pages/staff/delegations/typed_day.js";
import { actsAs } from "pages/staff/delegations/words.js";

// end resolves to true when the delegation was ended; today is the office's day.
export function end(item, today) {
  const first = item.starts_on > today ? item.starts_on : today;
  const state = { day: first, errors: {}, busy: false };
  return openDialog(t("delegations.end_title"), (close, redraw) => form(item, state, redraw, close, async (event) => {
    event.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {} });
    redraw();
    try {
      await pb.collection("delegations").update(item.id, { revoked_on: typedDay(state.day) });
      toast(t("delegations.end_done", { name: item.to_name }));
      return close(true);
    } catch (err) {
      const fault = readFault(err);
      state.errors = { revoked_on: fault.fields.revoked_on || fault.message };
    }
    state.busy = false;
    redraw();
    focusErrors();
  }));
}

function form(item, state, redraw, close, send) {
  return html`<form novalidate @submit=${send}>${errorSummary(state.errors)}
    <p>${t("delegations.end_text", { name: item.to_name, as: actsAs(item) })}</p>
    ${dayField({ id: "revoked_on", label: t("delegations.end_day"), hint: t("delegations.end_hint"), value: state.day, error: state.errors.revoked_on, oninput: (value) => { state.day = value; } })}
    <div class="actions">${button({ label: t("delegations.end"), kind: "danger", type: "submit", busy: state.busy })}
      ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close(false) })}</div></form>`;
}
