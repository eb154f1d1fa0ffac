// How a request for information stands: all of mine for who is logged in, one by
// its receipt for everybody else.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { account } from "app/session.js";
import { backLink, submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input } from "ui/field.js";
import { empty, failed, loading } from "ui/states.js";
import { standingCard } from "pages/information/standing.js";

export function open(view) {
  const me = account.get();
  const state = { me, code: view.query.get("kode") ?? "", proof: "", found: null, items: null, errors: {}, fault: null, busy: false };
  const draw = () => view.show(t("information.status"), page(state, { send, load, ask }));
  async function load() {
    try {
      Object.assign(state, { fault: null, items: (await pb.send("/api/information/mine", {})).items });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  const ask = async () => {
    state.found = await pb.send("/api/information/status", { method: "POST", body: { code: state.code, proof: state.proof } });
  };
  async function send(event) {
    event.preventDefault();
    if (state.busy) return;
    Object.assign(state, { busy: true, errors: {}, found: null });
    draw();
    try {
      await ask();
    } catch (err) {
      state.errors = { code: readFault(err).message };
    }
    state.busy = false;
    draw();
    state.found ? document.getElementById("found").focus() : focusErrors();
  }
  draw();
  if (me) load();
}

function page(state, { send, load, ask }) {
  const { me, found, items, fault, errors, busy } = state;
  const again = (draw) => async () => { await ask(); draw?.(); };
  return html`<div class="page">${backLink("/informasi", t("information.title"))}<h1>${t("information.status")}</h1>
    ${me ? fault ? failed(fault, load) : !items ? loading() : items.length ? html`<ul class="rows">${items.map((one) => standingCard(one, { own: true, changed: load }))}</ul>`
      : empty("message-square", t("information.none_mine"), t("information.none_mine_text"), html`<a class="button" href="/informasi/minta">${t("information.ask")}</a>`) : nothing}
    ${found ? html`<div id="found" tabindex="-1"><ul class="rows">${standingCard(found, { code: state.code, proof: state.proof, changed: again(() => send(new Event("again", { cancelable: true }))) })}</ul></div>` : nothing}
    <form novalidate @submit=${send}>${me ? html`<h2>${t("information.by_receipt")}</h2>` : html`<p>${t("information.status_lead")}</p>`}${errorSummary(errors)}
      ${input({ id: "code", label: t("information.receipt"), hint: t("information.receipt_hint"), value: state.code, error: errors.code, width: "medium code", maxlength: 12, oninput: (value) => { state.code = value; } })}
      ${input({ id: "proof", label: t("information.proof"), hint: t("information.proof_hint"), value: state.proof, width: "medium", maxlength: 150, oninput: (value) => { state.proof = value; } })}
      <div class="actions">${submit(t("information.check"), busy, "search")}</div></form></div>`;
}
