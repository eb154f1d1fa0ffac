// Which news reaches me by what way, when not, and in which language. The same
// page for residents and for staff.
import { html, nothing } from "lit-html";
import { t, x, choose, language } from "app/i18n.js";
import { door, pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { backLink, submit } from "ui/button.js";
import { checkbox, checkboxes, radios } from "ui/choices.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { input } from "ui/field.js";
import { notice, toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { home } from "pages/notices/list.js";
import { pushPart } from "pages/notices/push.js";

const channels = ["phone", "mail"];

export function open(view) {
  const state = { choices: null, on: {}, fault: null, wrong: null, busy: false };
  const draw = () => view.show(t("notices.settings_title"), page(state, { draw, load, save, push }));
  const take = (answer) => Object.assign(state, { choices: answer, on: chosen(answer) });
  const load = async () => {
    state.fault = null;
    draw();
    try { push.take(take(await pb.send("/api/notices/choices", {})).choices); } catch (err) { state.fault = readFault(err); }
    draw();
  };
  const save = async (event) => {
    event.preventDefault();
    Object.assign(state, { busy: true, wrong: null });
    draw();
    try {
      take(await pb.send("/api/notices/choices", { method: "PUT", body: sent(state) }));
      if (language.get() !== state.choices.language) await choose(state.choices.language);
      toast(t("notices.saved"));
    } catch (err) {
      state.wrong = readFault(err);
    }
    state.busy = false;
    draw();
    focusErrors();
  };
  const push = pushPart(draw, load);
  load();
}

// chosen lists, by channel, the groups that come that way.
const chosen = ({ groups }) => Object.fromEntries([...channels, "push"].map((channel) =>
  [channel, groups.filter((group) => group.channels[channel]?.on).map((group) => group.key)]));

function sent({ choices, on }) {
  const groups = Object.fromEntries(choices.groups.map((group) => [group.key,
    Object.fromEntries(Object.keys(group.channels).map((channel) => [channel, on[channel].includes(group.key)]))]));
  const { language: lang, quiet_from, quiet_to, no_quiet } = choices;
  return { channels: groups, language: lang, quiet_from, quiet_to, no_quiet };
}

function page(state, acts) {
  return html`<div class="page">${backLink(home, t("notices.title"))}<h1>${t("notices.settings_title")}</h1><p class="lead">${t("notices.settings_lead")}</p>
    ${state.choices ? form(state, acts) : state.fault ? failed(state.fault, acts.load) : loading()}</div>`;
}

function form(state, acts) {
  const { choices, wrong, busy } = state;
  const errors = wrong?.fields ?? {};
  const put = (change) => { Object.assign(choices, change); acts.draw(); };
  return html`<form novalidate @submit=${acts.save}>${problems(wrong)}
    ${channels.map((channel) => way(channel, state, acts))}
    <section class="card"><h2>${t("notices.channel.push")}</h2><p>${t("notices.push_text")}</p>
      ${groupsOf("push", state, acts)}${acts.push.view()}</section>
    <section class="card"><h2>${t("notices.quiet")}</h2><p>${t("notices.quiet_text")}</p>
      <div class="notices-hours">
        ${input({ id: "quiet_from", label: t("notices.quiet_from"), type: "time", width: "short", value: choices.quiet_from, error: errors.quiet_from, oninput: (value) => put({ quiet_from: value }) })}
        ${input({ id: "quiet_to", label: t("notices.quiet_to"), type: "time", width: "short", value: choices.quiet_to, error: errors.quiet_to, oninput: (value) => put({ quiet_to: value }) })}</div>
      ${checkbox({ id: "no_quiet", checked: choices.no_quiet, label: t("notices.no_quiet"), onchange: (yes) => put({ no_quiet: yes }) })}</section>
    <section class="card">${radios({ id: "language", label: t("notices.language"), value: choices.language, onchange: (value) => put({ language: value }),
      options: [{ value: "id", label: "Bahasa Indonesia" }, { value: "en", label: "English" }] })}</section>
    <p class="notices-save">${submit(t("notices.save"), busy, "check")}</p></form>`;
}

const problems = (wrong) => (!wrong ? nothing : Object.keys(wrong.fields).length ? errorSummary(wrong.fields) : notice("bad", wrong.message));

function way(channel, state, acts) {
  const lacks = state.choices.groups.map((group) => group.channels[channel]?.lacks);
  const missing = lacks.includes("office") ? "office" : lacks.includes("address") ? "address" : "";
  return html`<section class="card"><h2>${t("notices.channel." + channel)}</h2>
    ${missing ? html`<p>${t(`notices.lacks.${missing}_${channel}`)}${missing === "address" ? html` <a href=${door === "staff" ? "/petugas/profil" : "/profil"}>${t("notices.to_profile")}</a>` : nothing}</p>`
      : groupsOf(channel, state, acts)}
    ${!missing && lacks.includes("consent") ? notice("info", t("notices.consent"), html`<p>${t("notices.consent_text")}</p>
      <p><a href="/privasi/data">${t("notices.to_consents")}</a></p>`) : renew(channel, state)}</section>`;
}

// renew asks once more those who agreed to older words that named less.
const renew = (channel, { choices }) => (choices.groups.some((group) => group.channels[channel]?.renew)
  ? notice("info", t("notices.renew"), html`<p>${t("notices.renew_text")}</p><p><a href="/privasi/data">${t("notices.to_consents")}</a></p>`) : nothing);

function groupsOf(channel, { choices, on }, { draw }) {
  const groups = choices.groups.filter((group) => group.channels[channel]);
  return checkboxes({
    id: "groups-" + channel, label: t("notices.which"), value: on[channel],
    options: groups.map((group) => ({ value: group.key, label: x(group, "title"),
      hint: group.channels[channel].lacks === "consent" ? t("notices.no_consent") : "" })),
    onchange: (list) => { on[channel] = list; draw(); },
  });
}
