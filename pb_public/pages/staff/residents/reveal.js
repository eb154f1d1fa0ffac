// Asking for the numbers in full: why is asked again, and written down.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { notice } from "ui/notice.js";
import { purposeFields, statedPurpose } from "pages/staff/residents/purpose.js";

// reveal resolves to the person in full, or undefined when the officer let it be.
export function reveal(id) {
  const stated = statedPurpose();
  const state = { choice: stated?.purpose ?? "", note: stated?.purpose_note ?? "", error: "", fault: null, busy: false };
  return openDialog(t("reg.reveal.title"), (close, redraw) => {
    const send = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      Object.assign(state, { busy: true, error: "", fault: null });
      redraw();
      try {
        const { resident } = await pb.send(`/api/residents/${id}/reveal`, { method: "POST", body: { purpose: state.choice, purpose_note: state.note } });
        return close(resident);
      } catch (err) {
        const fault = readFault(err);
        Object.assign(state, { busy: false, error: fault.fields.purpose_note ?? "", fault: fault.fields.purpose_note ? null : fault });
      }
      redraw();
    };
    return html`<form novalidate @submit=${send}><div class="dialog-body"><p>${t("reg.reveal.text")}</p>
        ${purposeFields(state, (choice) => { state.choice = choice; redraw(); }, (note) => { state.note = note; })}
        ${state.fault ? notice("bad", state.fault.message) : ""}</div>
      <div class="actions">${button({ label: t("reg.reveal.show"), type: "submit", name: "eye", busy: state.busy })}
        ${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  });
}
