// Objecting to an answer, or to none. Resolves to true once it was sent.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { button } from "ui/button.js";
import { openDialog } from "ui/dialog.js";
import { select, textarea } from "ui/field.js";
import { toast } from "ui/notice.js";

const grounds = ["refused", "not_published", "no_answer", "not_as_asked", "not_given", "fee", "late"];

export function object(one, by) {
  const state = { ground: { open: "no_answer", refused: "refused" }[one.state] ?? "not_as_asked", words: "", error: "", busy: false };
  return openDialog(t("information.object"), (close, redraw) => {
    const onsubmit = async (event) => {
      event.preventDefault();
      if (state.busy) return;
      Object.assign(state, { busy: true, error: "" });
      redraw();
      try {
        const body = { ground: state.ground, words: state.words };
        await (by.own ? pb.collection("objections").create({ request: one.id, ...body })
          : pb.send("/api/information/object", { method: "POST", body: { code: by.code, proof: by.proof, ...body } }));
        toast(t("information.objected"));
        return close(true);
      } catch (err) {
        const { fields, message } = readFault(err);
        state.error = fields.words || fields.ground || message;
      }
      state.busy = false;
      redraw();
      document.getElementById("object-words")?.focus();
    };
    return html`<form novalidate @submit=${onsubmit}><p>${t("information.object_text")}</p>
      ${select({ id: "object-ground", label: t("information.object_ground"), value: state.ground, onchange: (value) => { state.ground = value; }, options: grounds.map((value) => ({ value, label: t(`information.object.${value}`) })) })}
      ${textarea({ id: "object-words", label: t("information.object_words"), value: state.words, error: state.error, maxlength: 2000, oninput: (value) => { state.words = value; } })}
      <div class="actions">${button({ label: t("information.object_send"), type: "submit", busy: state.busy })}${button({ label: t("action.cancel"), kind: "quiet", onclick: () => close() })}</div></form>`;
  });
}
