// Sending a form: one attempt at a time, and what is wrong stands at its fields.
import { readFault } from "app/fault.js";
import { focusErrors } from "ui/errors.js";

// sending gives the handler of a form's submit. state has errors and busy; missing()
// gives the errors that are known without asking; what the server says without
// naming a field stands at the field `at`.
export const sending = ({ state, draw, at, missing = () => ({}), send }) => async (event) => {
  event.preventDefault();
  if (state.busy) return;
  state.errors = missing();
  if (!Object.keys(state.errors).length) {
    state.busy = true;
    draw();
    try {
      await send();
    } catch (err) {
      const { fields, message } = readFault(err);
      state.errors = Object.keys(fields).length ? fields : { [at]: message };
    }
    state.busy = false;
  }
  draw();
  focusErrors();
};
