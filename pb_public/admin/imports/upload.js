// Choosing a file and how to read it. The dry run starts by itself.
import { say } from "../language.js";
import { refusal } from "../record/ask.js";

export function upload(shared) {
  const local = store({ busy: false, fault: "" });

  async function send(event) {
    event.preventDefault();
    const form = event.target;
    local.busy = true;
    local.fault = "";
    try {
      const made = await app.pb.collection("imports").create(new FormData(form), { requestKey: null });
      form.reset();
      await shared.reload(made.id);
    } catch (error) {
      local.fault = refusal(error);
    }
    local.busy = false;
  }

  return t.section(
    { className: "mdesa-section" },
    t.h2(null, say("import.upload")),
    t.p({ className: "txt-hint" }, say("import.upload.hint")),
    t.form({ className: "mdesa-import-form", onsubmit: send },
      t.div({ className: "field" },
        t.label({ htmlFor: "mdesa-import-file" }, t.span({ className: "txt" }, say("import.file"))),
        t.input({ type: "file", id: "mdesa-import-file", name: "file", required: true, accept: ".xlsx,.xlsm,.csv,.tsv,.txt" })),
      choices(shared, "new"),
      () => local.fault ? t.p({ className: "mdesa-fault", role: "alert" }, local.fault) : null,
      t.button({ type: "submit", className: () => "btn" + (local.busy ? " loading" : ""), disabled: () => local.busy },
        t.i({ className: "ri-upload-2-line", ariaHidden: true }), t.span({ className: "txt" }, say("import.send")))),
  );
}

// choices are how rows with an unknown hamlet, or none, are read. of tells one
// form's fields from another's.
export const choices = (shared, of, chosen) => t.div(
  { className: "mdesa-import-choices" },
  t.div({ className: "field" },
    t.input({ type: "checkbox", id: "mdesa-create-" + of, name: "create_hamlets", value: "true", checked: !!chosen?.create_hamlets }),
    t.label({ htmlFor: "mdesa-create-" + of }, () => say("import.create_hamlets", { hamlet: shared.word.toLowerCase() }))),
  t.div({ className: "field" },
    t.label({ htmlFor: "mdesa-hamlet-" + of }, t.span({ className: "txt" }, () => say("import.hamlet", { hamlet: shared.word }))),
    () => t.select({ id: "mdesa-hamlet-" + of, name: "hamlet" },
      t.option({ value: "" }, say("import.hamlet.none")),
      ...shared.hamlets.map(({ id, name }) => t.option({ value: id, selected: chosen?.hamlet === id }, name)))),
);
