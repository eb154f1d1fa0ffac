// Asking the office for information: residents by their login, others with a
// name and a way to be reached. What was typed stays in this tab until it is sent.
import { html, nothing } from "lit-html";
import { language, t } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { backLink, button, submit } from "ui/button.js";
import { radios } from "ui/choices.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { facts } from "ui/facts.js";
import { input, textarea } from "ui/field.js";
import { notice } from "ui/notice.js";

const kept = "mdesa-information";
const blank = () => ({ id: newId(), information: "", purpose: "", wanted_as: "file", name: "", phone: "", email: "", address: "" });

export function open(view) {
  const one = { ...blank(), ...JSON.parse(sessionStorage.getItem(kept) ?? "{}") };
  const state = { one, errors: {}, busy: false, sent: null };
  const draw = () => view.show(t("information.ask"), html`<div class="page">${state.sent ? receipt(state.sent) : form(state, put, send)}</div>`);
  const put = (name) => (value) => { one[name] = value; sessionStorage.setItem(kept, JSON.stringify(one)); };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {} });
    draw();
    try {
      state.sent = await pb.collection("information_requests").create({ ...one, language: language.get() });
      sessionStorage.removeItem(kept);
    } catch (err) {
      const fault = readFault(err);
      if (fault.fields.id) { // it arrived before, with other words: this is another request
        put("id")(newId());
        state.busy = false;
        return send(event);
      }
      state.errors = Object.keys(fault.fields).length ? fault.fields : { information: fault.message };
    }
    state.busy = false;
    draw();
    if (!state.sent) return focusErrors();
    window.scrollTo(0, 0);
    document.getElementById("sent").focus();
  };
  draw();
}

function form({ one, errors, busy }, put, send) {
  const line = (id, more) => input({ id, label: t(`information.${id}`), value: one[id], error: errors[id], oninput: put(id), ...more });
  return html`${backLink("/informasi", t("information.title"))}<h1>${t("information.ask")}</h1><p class="lead">${t("information.ask_lead")}</p>
    <form novalidate @submit=${send}>${errorSummary(errors)}
      ${textarea({ id: "information", label: t("information.what"), hint: t("information.what_hint"), value: one.information, error: errors.information, oninput: put("information"), maxlength: 2000 })}
      ${textarea({ id: "purpose", label: t("information.purpose"), hint: t("information.purpose_hint"), rows: 2, value: one.purpose, error: errors.purpose, oninput: put("purpose"), maxlength: 1000 })}
      ${radios({ id: "wanted_as", label: t("information.wanted"), value: one.wanted_as, onchange: put("wanted_as"),
        options: ["file", "paper", "look"].map((value) => ({ value, label: t(`information.wanted.${value}`) })) })}
      ${account.get() ? html`<p class="small soft">${t("information.as_resident", { name: account.get().name })}</p>` : html`
        <h2>${t("information.who")}</h2><p class="small soft">${t("information.who_text")}</p>
        ${line("name", { autocomplete: "name", maxlength: 150 })}
        ${line("phone", { type: "tel", inputmode: "tel", autocomplete: "tel", width: "medium", maxlength: 20, hint: t("information.phone_hint") })}
        ${line("email", { type: "email", inputmode: "email", autocomplete: "email", maxlength: 150, optional: true })}
        ${line("address", { autocomplete: "street-address", maxlength: 300, optional: true })}`}
      <div class="actions">${submit(t("information.send"), busy, "send")}</div></form>`;
}

const receipt = (sent) => html`<h1 id="sent" tabindex="-1">${t("information.sent")}</h1>
  ${notice("good", t("information.sent_text", { when: when(sent.due_at) }))}
  <section class="card" aria-labelledby="code"><h2 id="code">${t("information.receipt")}</h2>
    <p class="receipt">${sent.code.slice(0, 4)}-${sent.code.slice(4)}</p>
    ${facts([{ label: t("information.register_number"), value: `${sent.number}/${sent.year}` }, { label: t("information.asked_at"), value: when(sent.asked_at) },
      { label: t("information.due"), value: when(sent.due_at) }, { label: t("information.what"), value: sent.information }])}
    ${sent.account ? nothing : html`<p>${t("information.keep")}</p>`}</section>
  <div class="actions no-print">${button({ label: t("information.print"), kind: "quiet", name: "printer", onclick: () => window.print() })}
    <a class="button quiet" href="/informasi/status">${t("information.status")}</a></div>`;
