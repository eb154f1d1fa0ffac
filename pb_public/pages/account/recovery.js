// A lost password: a code by e-mail where the office can send one and the login
// has an address, and the counter for everybody else.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { office, officeName } from "app/office.js";
import { go } from "app/router.js";
import { icon } from "ui/icon.js";
import { input } from "ui/field.js";
import { submit, backLink } from "ui/button.js";
import { notice } from "ui/notice.js";
import { loading, failed } from "ui/states.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { beginWith } from "pages/account/activation.js";

const haveCode = (nik) => { beginWith(nik); go("/aktivasi"); };

export function open(view) {
  const state = { nik: "", mail: null, sent: false, errors: {}, busy: false, fault: null };
  const draw = () => view.show(t("recovery.title"), page(state, send, load));
  const load = async () => {
    state.fault = null;
    try { state.mail = (await pb.send("/api/accounts/recover", {})).mail; } catch (err) { state.fault = readFault(err); }
    draw();
  };
  const send = async (event) => {
    event.preventDefault();
    if (state.busy) return;
    const count = state.nik.replace(/\D/g, "").length;
    state.errors = count === 16 ? {} : { nik: t("check.nik", { label: t("login.nik"), count }) };
    if (count === 16) {
      state.busy = true;
      draw();
      try {
        await pb.send("/api/accounts/recover", { method: "POST", body: { nik: state.nik } });
        state.sent = true;
      } catch (err) {
        state.errors = { nik: readFault(err).message };
      }
      state.busy = false;
    }
    draw();
    state.sent ? document.getElementById("sent").focus() : focusErrors();
  };
  draw();
  load();
  return office.watch(draw);
}

function page(state, send, load) {
  return html`<div class="page">${backLink("/masuk")}<h1>${t("recovery.title")}</h1>
    ${state.fault ? failed(state.fault, load) : state.mail === null ? loading() : state.sent ? sent(state.nik) : state.mail ? form(state, send) : nothing}
    ${state.mail === null ? nothing : counter(state.mail)}</div>`;
}

const form = (state, send) => html`<section class="card"><h2>${t("recovery.by_mail")}</h2><p>${t("recovery.by_mail_text")}</p>
  <form novalidate @submit=${send}>${errorSummary(state.errors)}
    ${input({ id: "nik", label: t("login.nik"), hint: t("hint.nik"), value: state.nik, error: state.errors.nik, inputmode: "numeric",
      autocomplete: "username", maxlength: 20, width: "medium", oninput: (value) => { state.nik = value; } })}
    <div class="actions">${submit(t("recovery.send"), state.busy, "mail")}</div></form></section>`;

const sent = (nik) => html`<div id="sent" tabindex="-1" role="status">${notice("good", t("recovery.sent"), html`<p>${t("recovery.sent_text")}</p>
  <p><button type="button" class="button" @click=${() => haveCode(nik)}>${icon("key-round")} ${t("recovery.have_code")}</button></p>`)}</div>`;

function counter(mail) {
  const record = office.get();
  return html`<section class="card after-form"><h2>${t("recovery.counter")}</h2>
    <p>${mail ? "" : t("recovery.no_mail")} ${t("recovery.counter_text", { office: officeName() })}</p>
    ${record?.address ? html`<p>${icon("map-pin")} ${record.address}</p>` : nothing}</section>`;
}
