// Writing a request for information down for somebody at the counter or on the phone.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { go } from "app/router.js";
import { keeper } from "app/kept.js";
import { backLink, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { errorSummary } from "ui/errors.js";
import { input, textarea } from "ui/field.js";
import { toast } from "ui/notice.js";
import { sending } from "ui/sending.js";

export function open(view) {
  const one = { id: newId(), information: "", purpose: "", wanted_as: "paper", name: "", phone: "", email: "", address: "" };
  const state = { one, errors: {}, busy: false };
  const typed = keeper(view, { draw: () => draw(), read: () => one, write: (words) => { Object.assign(one, words); state.errors = {}; } });
  const put = (name) => (value) => { one[name] = value; };
  const draw = () => view.show(t("desk.information.file_request"), html`<div class="page">${backLink("/petugas/informasi/permintaan", t("desk.information.tab.requests"))}<h1>${t("desk.information.file_request")}</h1>${typed.line()}${form(state, put, send)}</div>`);
  const send = sending({ state, draw: () => draw(), at: "name", send: async () => {
    const { id, code } = await pb.collection("information_requests").create(one);
    typed.done();
    toast(t("desk.information.filed", { code: `${code.slice(0, 4)}-${code.slice(4)}` }));
    await go(`/petugas/informasi/permintaan/${id}`);
  } });
  draw();
  typed.begin();
}

function form({ one, errors, busy }, put, send) {
  const line = (id, more) => input({ id, label: t(`information.${id}`), value: one[id], error: errors[id], oninput: put(id), ...more });
  return html`<form novalidate @submit=${send}>${errorSummary(errors)}
    ${line("name", { maxlength: 150 })}${line("phone", { type: "tel", inputmode: "tel", width: "medium", maxlength: 20 })}${line("email", { type: "email", maxlength: 150, optional: true })}${line("address", { maxlength: 300, optional: true })}
    ${textarea({ id: "information", label: t("information.what"), value: one.information, error: errors.information, maxlength: 2000, oninput: put("information") })}
    ${textarea({ id: "purpose", label: t("desk.information.purpose"), rows: 2, value: one.purpose, error: errors.purpose, maxlength: 1000, oninput: put("purpose") })}
    ${radios({ id: "wanted_as", label: t("information.wanted"), value: one.wanted_as, onchange: put("wanted_as"), options: ["paper", "look", "file"].map((value) => ({ value, label: t(`information.wanted.${value}`) })) })}
    <div class="actions">${submit(t("information.send"), busy, "send")}</div></form>`;
}
