// Confirming or refusing a registration.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { go } from "app/router.js";
import { button } from "ui/button.js";
import { select, textarea } from "ui/field.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";

export function decisions(id, draw, reload) {
  const state = { refusing: false, reason: "", note: "", errors: {}, busy: false };
  const send = async (what, body) => {
    Object.assign(state, { busy: true, errors: {} });
    draw();
    try {
      await pb.send(`/api/accounts/registrations/${id}/${what}`, { method: "POST", body });
      toast(what === "confirm" ? t("joining.confirmed") : t("joining.refused"));
      return go("/petugas/pendaftaran", { replace: true });
    } catch (err) {
      const fault = readFault(err);
      if (fault.key === "registration.decided") { toast(fault.message, "bad"); reload(); }
      state.errors = Object.keys(fault.fields).length ? fault.fields : { decision: fault.message };
    }
    state.busy = false;
    draw();
    return focusErrors();
  };
  const confirm = async (it) => {
    const replace = it.account === "active";
    const agreed = it.lines.every(({ same }) => same);
    if ((replace || !agreed) && !await ask({ title: replace ? t("joining.replace") : t("joining.confirm_anyway"), danger: true,
      body: html`<p>${replace ? t("joining.replace_sure") : t("joining.confirm_sure")}</p>`, confirm: replace ? t("joining.replace") : t("joining.confirm") })) return;
    send("confirm", { replace });
  };
  const refuse = (event) => {
    event.preventDefault();
    if (state.busy) return;
    send("refuse", { reason: state.reason, note: state.note });
  };
  return { view: (it) => view(it, state, draw, confirm, refuse) };
}

function view(it, state, draw, confirm, refuse) {
  const turn = (refusing) => { state.refusing = refusing; state.errors = {}; draw(); document.getElementById(refusing ? "reason" : "decision")?.focus(); };
  const can = it.on_record && it.life_status === "hidup" && it.account !== "off" && (it.account !== "active" || it.may_replace);
  return html`<section class="card" aria-labelledby="decide"><h2 id="decide">${t("joining.decide")}</h2>${errorSummary(state.errors)}
    ${state.refusing ? form(it, state, refuse, () => turn(false)) : html`<div class="actions" id="decision" tabindex="-1">
      ${can ? button({ label: it.account === "active" ? t("joining.replace") : t("joining.confirm"), name: "user-check", busy: state.busy, onclick: () => confirm(it) }) : nothing}
      ${button({ label: t("joining.refuse"), kind: "quiet danger", name: "x", onclick: () => turn(true) })}</div>`}</section>`;
}

function form(it, state, refuse, back) {
  return html`<form novalidate @submit=${refuse}>
    ${select({ id: "reason", label: t("joining.reason"), value: state.reason, error: state.errors.reason,
      options: [{ value: "", label: "" }, ...it.reasons.map((value) => ({ value, label: t(`joining.reason.${value}`) }))], onchange: (value) => { state.reason = value; } })}
    ${textarea({ id: "note", label: t("joining.note"), hint: t("joining.note_hint"), rows: 3, maxlength: 1000, optional: true, value: state.note, error: state.errors.note,
      oninput: (value) => { state.note = value; } })}
    <div class="actions">${button({ label: t("joining.refuse"), kind: "danger", name: "x", type: "submit", busy: state.busy })}${button({ label: t("action.cancel"), kind: "quiet", onclick: back })}</div></form>`;
}
