// Carers: those who asked, those who are, and one set at the counter.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { day } from "app/dates.js";
import { readFault } from "app/fault.js";
import { icon } from "ui/icon.js";
import { badge } from "ui/badge.js";
import { button, submit } from "ui/button.js";
import { input } from "ui/field.js";
import { dayField } from "ui/day_field.js";
import { radios } from "ui/choices.js";
import { ask } from "ui/dialog.js";
import { toast } from "ui/notice.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { normalise } from "app/answer_check.js";
import { loading } from "ui/states.js";

const path = "/api/accounts/representations";
const fresh = () => ({ carer_nik: "", nik: "", ground: "elder", until: "", errors: {}, busy: false });

// inOrder brings what the server says of the fields into the order of the form.
const inOrder = (fields) => (Object.keys(fields).length ? Object.fromEntries(["carer_nik", "nik", "ground", "until"].filter((name) => fields[name]).map((name) => [name, fields[name]])) : null);

const whose = (one) => ({ carer: one.carer_name, name: one.name || one.typed });

export function carersPart(draw) {
  const state = { asked: null, active: [], form: fresh() };
  const load = async () => {
    const [asked, active] = await Promise.all(["asked", "active"].map((one) => pb.send(path, { query: { state: one } })));
    Object.assign(state, { asked: asked.items, active: active.items });
  };
  const act = async (one, what, question) => {
    if (!await ask(question)) return;
    try {
      await pb.send(`${path}/${one.id}/${what}`, { method: "POST", body: {} });
      toast(t("profile.saved"));
      await load();
    } catch (err) {
      toast(readFault(err).message, "bad");
    }
    draw();
  };
  const acts = {
    confirm: (one) => act(one, "confirm", { title: t("carers.confirm"), body: html`<p>${t("carers.confirm_text", { carer: one.carer_name, name: one.name })}</p>`, confirm: t("carers.confirm") }),
    end: (one) => act(one, "end", { title: one.state === "asked" ? t("carers.refuse") : t("carers.end"), danger: true,
      body: html`<p>${one.state === "asked" ? t("carers.end_text", whose(one)) : t("carers.end_active", whose(one))}</p>`, confirm: one.state === "asked" ? t("carers.refuse") : t("carers.end") }),
    async send(event) {
      event.preventDefault();
      const { form } = state;
      if (form.busy) return;
      Object.assign(form, { busy: true, errors: {} });
      draw();
      try {
        const until = normalise({ type: "date" }, form.until) ?? "";
        await pb.send(path, { method: "POST", body: { carer_nik: form.carer_nik, nik: form.nik, ground: form.ground, until } });
        state.form = fresh();
        toast(t("profile.saved"));
        await load();
      } catch (err) {
        const { fields, message } = readFault(err);
        Object.assign(form, { busy: false, errors: inOrder(fields) ?? { carer_nik: message } });
      }
      draw();
      focusErrors();
    },
  };
  return { load, view: () => (state.asked ? view(state, acts, draw) : loading()) };
}

function view({ asked, active, form }, acts, draw) {
  return html`<section><h2>${t("carers.asked")}</h2>${asked.length ? html`<ul class="rows">${asked.map((one) => line(one, acts))}</ul>` : html`<p class="soft">${t("carers.none_asked")}</p>`}</section>
    <section><h2>${t("carers.active")}</h2>${active.length ? html`<ul class="rows">${active.map((one) => line(one, acts))}</ul>` : html`<p class="soft">${t("carers.none_active")}</p>`}</section>
    ${counter(form, acts, draw)}`;
}

function line(one, acts) {
  const name = one.name || one.typed;
  const known = one.resident !== "";
  return html`<li class="card carer"><p><strong>${one.carer_name}</strong> <span class="small soft">${t("desk.find.nik", { last4: one.carer_last4 })}</span><br>
      ${icon("arrow-right")} ${t("carers.for", { name })} ${known ? html`<span class="small soft">${[day(one.birth_date), one.disability, one.hamlet_name].filter(Boolean).join(" · ")}</span>` : nothing}</p>
    <p>${badge("calm", t(`carers.ground.${one.ground}`))} ${one.same_card ? badge("info", t("carers.same_card"), "users") : nothing}
      ${one.state === "active" ? badge("good", one.until ? t("carers.until", { day: day(one.until) }) : t("carers.no_end"), "clock") : known ? one.entitled ? badge("good", t("carers.entitled"), "check") : badge("bad", t("carers.not_entitled"), "x") : badge("bad", t("carers.not_on_record", { last4: one.typed_last4 }), "x")}</p>
    ${one.state === "active" ? html`<p class="small soft">${t("carers.confirmed_by", { name: one.confirmed_by })}</p>` : nothing}
    <div class="actions">${one.state === "asked" && one.entitled ? button({ label: t("carers.confirm"), name: "check", onclick: () => acts.confirm(one) }) : nothing}
      ${button({ label: one.state === "asked" ? t("carers.refuse") : t("carers.end"), kind: "quiet danger", name: "x", onclick: () => acts.end(one) })}</div></li>`;
}

function counter(form, acts, draw) {
  const nik = (id, label) => input({ id, label, hint: t("hint.nik"), value: form[id], error: form.errors[id], inputmode: "numeric", maxlength: 22, width: "medium", oninput: (value) => { form[id] = value; } });
  return html`<details class="card fold" ?open=${Object.keys(form.errors).length > 0}><summary>${icon("user-plus")} ${t("carers.set")}</summary>
    <form novalidate @submit=${acts.send}>${errorSummary(form.errors)}<p>${t("carers.set_text")}</p>
      ${nik("carer_nik", t("carers.carer_nik"))}${nik("nik", t("carers.person_nik"))}
      ${radios({ id: "ground", label: t("carers.ground"), value: form.ground, error: form.errors.ground, options: ["elder", "disability"].map((value) => ({ value, label: t(`carers.ground.${value}`) })),
        onchange: (value) => { form.ground = value; draw(); } })}
      ${dayField({ id: "until", label: t("carers.until_day"), hint: t("carers.until_hint"), optional: true, value: form.until, error: form.errors.until, oninput: (value) => { form.until = value; draw(); } })}
      <div class="actions">${submit(t("carers.set"), form.busy, "check")}</div></form></details>`;
}
