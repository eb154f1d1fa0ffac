// The question itself: choices, a note where it is needed, and a way past it.
import { say } from "../language.js";

const kinds = ["upkeep", "counter", "phone", "field", "oversight", "other"];

// ask gives { kind, note }, or {} of whoever would not say.
export function ask() {
  return new Promise((resolve) => {
    let answer = {};
    const local = store({ kind: kinds[0] });
    const submit = (event) => {
      event.preventDefault();
      const typed = new FormData(event.target);
      answer = { kind: typed.get("kind"), note: (typed.get("note") ?? "").trim() };
      dialog.close();
    };
    const dialog = t.dialog({ className: "mdesa-purpose", ariaLabel: say("purpose.title"), onclose: () => { dialog.remove(); resolve(answer); } },
      t.form({ id: "mdesa-purpose", onsubmit: submit },
        t.h5(null, say("purpose.title")),
        t.p(null, say("purpose.text")),
        t.div({ className: "field" },
          t.label({ htmlFor: "mdesa-purpose-kind" }, t.span({ className: "txt" }, say("purpose.kind"))),
          t.select({ id: "mdesa-purpose-kind", name: "kind", onchange: (event) => { local.kind = event.target.value; } },
            ...kinds.map((kind) => t.option({ value: kind }, say("purpose." + kind))))),
        t.div({ className: "field" },
          t.label({ htmlFor: "mdesa-purpose-note" }, t.span({ className: "txt" }, () => say(local.kind === "other" ? "purpose.note" : "purpose.note_optional"))),
          t.input({ id: "mdesa-purpose-note", name: "note", type: "text", maxLength: 300, minLength: 5, required: () => local.kind === "other" })),
        t.div({ className: "mdesa-buttons" },
          t.button({ type: "submit", className: "btn" }, t.span({ className: "txt" }, say("purpose.go"))),
          t.button({ type: "button", className: "btn transparent", onclick: () => dialog.close() }, t.span({ className: "txt" }, say("purpose.skip"))))));
    document.body.append(dialog);
    dialog.showModal();
  });
}
