// A question before something that changes the register.
import { say } from "../language.js";
import { refusal } from "../record/ask.js";

// confirmed does something once the person agreed. asked: {title, text, button,
// danger}.
export function confirmed(asked, act) {
  const dialog = t.div(
    { className: "modal popup sm manual mdesa-ask", role: "dialog", ariaLabel: asked.title, onafterclose: (element) => element.remove() },
    t.header({ className: "modal-header" }, t.h5({ className: "m-auto" }, asked.title)),
    t.div({ className: "modal-content" }, t.p({ className: "m-0" }, asked.text)),
    t.footer(
      { className: "modal-footer" },
      t.button({ type: "button", className: "btn transparent m-r-auto", onclick: () => app.modals.close(dialog) },
        t.span({ className: "txt" }, say("ask.back"))),
      t.button({
        type: "button", className: "btn mdesa-agree " + (asked.danger ? "danger" : ""),
        onclick: async () => {
          app.modals.close(dialog, true);
          try {
            await act();
          } catch (error) {
            app.toasts.error(refusal(error));
          }
        },
      }, t.span({ className: "txt" }, asked.button)),
    ),
  );
  document.body.append(dialog);
  app.modals.open(dialog);
}
