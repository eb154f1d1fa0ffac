// A receipt and the last four digits, asked of the server: requests and
// registrations are looked up alike.
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { focusErrors } from "ui/errors.js";
import { receiptCode } from "pages/requests/code.js";

// asking gives the form's state and what sending it does. wrong() are the texts
// for a code and for digits that cannot be right.
export function asking(view, { address, wrong, draw }) {
  const state = { code: view.query.get("kode") ?? "", last4: "", errors: {}, busy: false, found: null };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    state.found = null;
    state.errors = missing(state, wrong());
    if (!Object.keys(state.errors).length) {
      state.busy = true;
      draw();
      try {
        state.found = await pb.send(address, { method: "POST", body: { code: state.code, last4: state.last4.trim() } });
      } catch (err) {
        state.errors = { code: readFault(err).message };
      }
      state.busy = false;
    }
    draw();
    state.found ? document.getElementById("found").focus() : focusErrors();
  };
  return { state, send };
}

function missing({ code, last4 }, wrong) {
  const errors = {};
  if (receiptCode(code).length !== 9) errors.code = wrong.code;
  if (!/^\d{4}$/.test(last4.trim())) errors.last4 = wrong.last4;
  return errors;
}
