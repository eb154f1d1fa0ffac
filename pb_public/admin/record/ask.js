// A small dialog that asks for what a decision needs, and shows the server's
// refusal without losing what was typed.
import { say } from "../language.js";

// ask opens it. wanted: {title, hint, button, danger, reasons: [key], note:
// "none" | "optional" | "required", parts: [{key, label, group}]}. send gets
// {reason, note, parts: [{key, group}]} and closes the dialog unless it throws.
export function ask(wanted, send) {
  const local = store({ busy: false, fault: "" });

  async function submit(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const marked = new Set(typed.getAll("part"));
    local.busy = true;
    try {
      await send({
        reason: typed.get("reason") ?? "",
        note: (typed.get("note") ?? "").trim(),
        parts: (wanted.parts ?? []).filter((part) => marked.has(part.group + "." + part.key)),
      });
      app.modals.close(dialog, true);
    } catch (error) {
      local.fault = refusal(error);
    }
    local.busy = false;
  }

  const dialog = t.div(
    { className: "modal popup sm manual mdesa-ask", role: "dialog", ariaLabel: wanted.title, onafterclose: (el) => el.remove() },
    t.header({ className: "modal-header" }, t.h5({ className: "m-auto" }, wanted.title)),
    t.form(
      { id: "mdesa-ask", className: "modal-content", onsubmit: submit },
      t.p({ className: "m-0" }, wanted.hint),
      () => local.fault ? t.div({ className: "alert danger", role: "alert" }, local.fault) : null,
      reasonField(wanted.reasons),
      wanted.note === "none" ? null : noteField(wanted.note),
      partsField(wanted.parts),
    ),
    t.footer(
      { className: "modal-footer" },
      t.button({ type: "button", className: "btn transparent m-r-auto", onclick: () => app.modals.close(dialog) },
        t.span({ className: "txt" }, say("ask.back"))),
      t.button({
        "html-form": "mdesa-ask", type: "submit",
        className: () => `btn ${wanted.danger ? "danger" : ""} ${local.busy ? "loading" : ""}`,
        disabled: () => local.busy,
      }, t.span({ className: "txt" }, wanted.button)),
    ),
  );
  document.body.append(dialog);
  app.modals.open(dialog);
}

const reasonField = (reasons) => reasons?.length ? t.div({ className: "field" },
  t.label({ htmlFor: "mdesa-reason" }, t.span({ className: "txt" }, say("ask.reason"))),
  t.select({ id: "mdesa-reason", name: "reason", required: true },
    ...reasons.map((key) => t.option({ value: key }, say("reason." + key))))) : null;

const noteField = (need) => t.div({ className: "field" },
  t.label({ htmlFor: "mdesa-note" }, t.span({ className: "txt" }, say(need === "required" ? "ask.note" : "ask.note_optional"))),
  t.textarea({ id: "mdesa-note", name: "note", rows: 4, required: need === "required" }));

const partsField = (parts) => parts?.length ? t.fieldset(null,
  t.legend(null, say("ask.parts")),
  ...parts.map((part) => {
    const id = "mdesa-" + part.group + "-" + part.key;
    return t.div({ className: "field m-b-5" },
      t.input({ type: "checkbox", id, name: "part", value: part.group + "." + part.key }),
      t.label({ htmlFor: id }, part.label));
  })) : null;

// refusal is the server's text, with what it says about single fields.
export function refusal(error) {
  const answer = error?.response ?? {};
  const fields = Object.values(answer.data ?? {}).map((field) => field?.message).filter(Boolean);
  return [answer.message || error?.message, ...fields].join(" ");
}
