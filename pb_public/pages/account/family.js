// For whom I may file, who may file for me, and asking to be somebody's carer.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { input } from "ui/field.js";
import { radios } from "ui/choices.js";
import { submit } from "ui/button.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { failed, loading } from "ui/states.js";

const fresh = () => ({ nik: "", name: "", ground: "", errors: {}, busy: false });

export function familyPart(redraw) {
  const state = { minors: null, carers: null, fault: null, form: fresh() };
  const load = async () => {
    state.fault = null;
    try {
      const [{ items }, own] = await Promise.all([pb.send("/api/requests/applicants", {}), pb.send("/api/me/representations", {})]);
      state.minors = items.filter(({ relation }) => relation !== "carer");
      state.carers = own.items.filter(({ state: at, ended_by }) => at !== "ended" || ended_by === "office");
    } catch (err) {
      state.fault = readFault(err);
    }
    redraw();
  };
  const end = async (one) => {
    if (!await ask({ title: t("carer.end"), body: html`<p>${one.side === "carer" ? t("carer.end_own", { name: one.name }) : t("carer.end_theirs", { name: one.name })}</p>`, confirm: t("carer.end"), danger: true })) return;
    try {
      await pb.send(`/api/me/representations/${one.id}/end`, { method: "POST" });
      toast(t("profile.saved"));
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    load();
  };
  const send = async (event) => {
    event.preventDefault();
    const { form } = state;
    if (form.busy) return;
    Object.assign(form, { busy: true, errors: {} });
    redraw();
    try {
      await pb.send("/api/me/representations", { method: "POST", body: { nik: form.nik, name: form.name, ground: form.ground } });
      state.form = fresh();
      toast(t("carer.asked_now"));
      load();
    } catch (err) {
      const { fields, message } = readFault(err);
      const placed = Object.fromEntries(["nik", "name", "ground"].filter((name) => fields[name]).map((name) => [`carer-${name}`, fields[name]]));
      Object.assign(form, { busy: false, errors: Object.keys(placed).length ? placed : { "carer-nik": message } });
    }
    redraw();
    focusErrors();
  };
  load();
  return () => (state.fault ? failed(state.fault, load) : state.minors ? part(state, end, send, redraw) : loading());
}

function part({ minors, carers, form }, end, send, redraw) {
  const mine = carers.filter(({ side }) => side === "carer");
  const forMe = carers.filter(({ side }) => side === "represented");
  return html`${minors.length ? html`<p>${t("family.may_file")}</p><ul class="plain people">${minors.map((one) => html`<li><strong>${one.name}</strong>
      <span class="small soft">${t(`family.for.${one.relation}`)} · ${day(one.birth_date)}</span></li>`)}</ul>` : mine.length ? nothing : html`<p class="soft">${t("family.nobody")}</p>`}
    ${mine.length ? html`<h3>${t("carer.mine")}</h3><ul class="plain people">${mine.map((one) => line(one, end))}</ul>` : nothing}
    ${forMe.length ? html`<h3>${t("carer.for_me")}</h3><p class="small soft">${t("carer.for_me_text")}</p><ul class="plain people">${forMe.map((one) => line(one, end))}</ul>` : nothing}
    ${question(form, send, redraw)}`;
}

const looks = { asked: ["info", "hourglass"], active: ["good", "circle-check"], ended: ["calm", "ban"] };

function line(one, end) {
  const [kind, name] = looks[one.state];
  return html`<li><strong>${one.name}</strong> <span>${badge(kind, t(`carer.state.${one.state}`), name)}</span>
    ${one.until && one.state === "active" ? html`<span class="small soft">${t("carer.until", { day: day(one.until) })}</span>` : nothing}
    ${one.reason ? html`<span class="small">${one.reason}</span>` : nothing}
    ${one.state === "ended" ? nothing : html`<span><button type="button" class="link" @click=${() => end(one)}>${icon("x")} ${t("carer.end")}<span class="unseen"> ${one.name}</span></button></span>`}</li>`;
}

function question(form, send, redraw) {
  const keep = (name) => (value) => { form[name] = value; };
  return html`<details class="add" ?open=${Object.keys(form.errors).length > 0}><summary>${t("carer.ask")}</summary>
    <form novalidate @submit=${send}>${errorSummary(form.errors)}<p>${t("carer.ask_text")}</p>
      ${input({ id: "carer-nik", label: t("carer.nik"), hint: t("hint.nik"), value: form.nik, error: form.errors["carer-nik"], inputmode: "numeric", maxlength: 22, width: "medium", oninput: keep("nik") })}
      ${input({ id: "carer-name", label: t("carer.name"), value: form.name, error: form.errors["carer-name"], maxlength: 150, oninput: keep("name") })}
      ${radios({ id: "carer-ground", label: t("carer.ground"), value: form.ground, error: form.errors["carer-ground"],
        options: [{ value: "elder", label: t("carer.ground.elder") }, { value: "disability", label: t("carer.ground.disability") }],
        onchange: (value) => { form.ground = value; redraw(); } })}
      ${submit(t("carer.send"), form.busy, "send")}</form></details>`;
}
