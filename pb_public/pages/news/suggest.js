// A resident suggests their own business; the office looks at it before it is shown.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { keeper } from "app/kept.js";
import { prepare } from "app/photo.js";
import { account } from "app/session.js";
import { backLink, submit } from "ui/button.js";
import { checkbox } from "ui/choices.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input, select, textarea } from "ui/field.js";
import { notice } from "ui/notice.js";
import { allHamlets } from "pages/news/hamlets.js";
import { kinds } from "pages/news/businesses.js";
import { photoField } from "pages/news/photo_field.js";

export function open(view) {
  const one = { id: newId(), kind: "food", name: "", about: "", phone: account.get()?.phone ?? "", whatsapp: true, place: "", hours: "", hamlet: "", photo: null, photo_alt: "", consent: false };
  const state = { one, hamlets: [], errors: {}, busy: false, sent: false };
  const typed = keeper(view, { draw: () => draw(), read: () => ({ ...one, photo: null }), write: (words) => { Object.assign(one, words); state.errors = {}; } });
  const draw = () => view.show(t("business.suggest"), html`<div class="page">${backLink("/usaha", t("business.title"))}<h1>${t("business.suggest")}</h1>
    ${state.sent ? notice("good", t("business.sent"), html`<p>${t("business.sent_text")}</p>`) : html`${typed.line()}${form(state, draw, send)}`}</div>`);
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {} });
    draw();
    try {
      const body = { ...one, photo: one.photo ? await prepare(one.photo) : undefined };
      await pb.collection("businesses").create(body);
      typed.done();
      state.sent = true;
    } catch (err) {
      const fault = err.problem ? { fields: { photo: t("business.photo_wrong") } } : readFault(err);
      state.errors = Object.keys(fault.fields).length ? fault.fields : { name: fault.message };
    }
    state.busy = false;
    draw();
    focusErrors();
  };
  draw();
  typed.begin();
  allHamlets().then((hamlets) => { state.hamlets = hamlets; draw(); }, () => {});
}

function form({ one, hamlets, errors, busy }, draw, send) {
  const put = (name) => (value) => { one[name] = value; };
  const line = (id, more = {}) => input({ id, label: t(`business.${id}`), value: one[id], error: errors[id], oninput: put(id), maxlength: 150, ...more });
  return html`<form novalidate @submit=${send}><p>${t("business.suggest_text")}</p>${errorSummary(errors)}
    ${select({ id: "kind", label: t("business.kind"), value: one.kind, onchange: put("kind"), options: kinds.filter((kind) => kind !== "bumdes").map((kind) => ({ value: kind, label: t(`business.kind.${kind}`) })) })}
    ${line("name")}
    ${textarea({ id: "about", label: t("business.about"), hint: t("business.about_hint"), value: one.about, error: errors.about, oninput: put("about"), maxlength: 1000 })}
    ${line("phone", { type: "tel", inputmode: "tel", width: "medium", maxlength: 20 })}
    ${checkbox({ id: "whatsapp", checked: one.whatsapp, label: t("business.whatsapp"), onchange: (on) => { one.whatsapp = on; } })}
    ${select({ id: "hamlet", label: t("news.hamlet"), value: one.hamlet, onchange: put("hamlet"), options: [{ value: "", label: "–" }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}
    ${line("place", { optional: true })}${line("hours", { optional: true, hint: t("business.hours_hint") })}
    ${photoField({ one, errors, draw })}
    ${checkbox({ id: "consent", checked: one.consent, label: t("business.consent"), error: errors.consent, onchange: (on) => { one.consent = on; } })}
    <div class="actions">${submit(t("business.send"), busy, "send")}</div></form>`;
}
