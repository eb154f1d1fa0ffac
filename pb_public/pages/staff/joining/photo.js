// The photo of the card. It is fetched with the login and never has an address of
// its own.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { failed, loading } from "ui/states.js";
import { viewer } from "pages/staff/case/viewer.js";

export function photo(id, draw) {
  const state = { shown: null, fault: null };
  const load = async () => {
    state.shown?.leave();
    Object.assign(state, { shown: null, fault: null });
    try {
      const answer = await fetch(`/api/accounts/registrations/${id}/photo`, { headers: { Authorization: pb.authStore.token } });
      if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
      const blob = await answer.blob();
      state.shown = viewer(blob, { mime: blob.type, name: t("joining.photo_sent") }, draw);
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  return {
    load,
    view: () => (state.fault ? failed(state.fault, load) : state.shown ? state.shown.view(() => window.open(URL.createObjectURL(state.shown.blob), "_blank")) : loading()),
    leave: () => state.shown?.leave(),
  };
}
