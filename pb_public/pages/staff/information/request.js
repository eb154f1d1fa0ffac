// One request for information: who asks, what is due when, and the answer.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { backLink, button } from "ui/button.js";
import { facts } from "ui/facts.js";
import { toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { stateBadge } from "pages/information/standing.js";
import { answerForm, extendForm, objectionForm } from "pages/staff/information/answer.js";

export function open(view) {
  const { id } = view.params;
  const state = { one: null, fault: null };
  const draw = () => view.show(t("desk.information.request"), html`<div class="page">${backLink("/petugas/informasi/permintaan", t("desk.information.tab.requests"))}
    ${state.fault ? failed(state.fault, load, "h1") : state.one ? page(state.one, load) : loading()}</div>`);
  async function load() {
    try {
      Object.assign(state, { fault: null, one: await pb.send(`/api/information/requests/${id}`, {}) });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  }
  draw();
  load();
}

const then = (form, load) => async () => { if (await form) load(); };

function page(one, load) {
  return html`<h1>${t("desk.information.request")} ${one.number}/${one.year}</h1><p>${stateBadge(one)}</p>
    <section class="card"><p class="pre information-what">${one.information}</p>
      ${facts([{ label: t("desk.information.purpose"), value: one.purpose }, { label: t("information.wanted"), value: one.wanted_as ? t(`information.wanted.${one.wanted_as}`) : "" },
        { label: t("desk.information.name_asker"), value: one.name }, { label: t("information.phone"), value: one.phone }, { label: t("information.email"), value: one.email }, { label: t("information.address"), value: one.address },
        { label: t("information.receipt"), value: one.code }, { label: t("information.asked_at"), value: when(one.asked_at) }, { label: t("information.due"), value: when(one.due_at) },
        { label: t("information.extended"), value: one.extension_reason }])}</section>
    ${one.decide ? html`<div class="actions">${button({ label: t("desk.information.answer"), name: "send", onclick: () => then(answerForm(one), load)() })}
      ${one.extend ? button({ label: t("desk.information.extend"), kind: "quiet", name: "clock", onclick: () => then(extendForm(one), load)() }) : nothing}</div>` : nothing}
    ${one.state === "open" ? nothing : html`<h2>${t("desk.information.the_answer")}</h2><section class="card">
      ${one.ground ? html`<p><strong>${t(`information.why.${one.ground}`)}</strong></p>` : nothing}<p class="pre">${one.answer}</p>
      ${one.answer_link ? html`<p><a href=${one.answer_link}>${one.answer_link}</a></p>` : nothing}
      ${one.has_file ? button({ label: t("information.get_file"), kind: "quiet", name: "download", onclick: () => getFile(one) }) : nothing}
      <p class="small soft">${[one.decided_name, one.decided_title].filter(Boolean).join(", ")} · ${when(one.decided_at)}</p></section>`}
    ${one.objection ? objection(one.objection, load) : nothing}`;
}

const objection = (one, load) => html`<h2>${t("desk.information.objection")}</h2><section class="card"><p>${stateBadge(one)}</p>
  ${facts([{ label: t("information.object_ground"), value: t(`information.object.${one.ground}`) }, { label: t("information.object_words"), value: one.words }, { label: t("information.asked_at"), value: when(one.asked_at) }, { label: t("information.due"), value: when(one.due_at) }])}
  ${one.answer ? html`<blockquote class="information-answer pre">${one.answer}</blockquote><p class="small soft">${one.decided_title} · ${when(one.decided_at)}</p>` : nothing}
  ${one.decide ? button({ label: t("desk.information.answer_objection"), name: "send", onclick: () => then(objectionForm(one), load)() }) : one.state === "open" ? html`<p class="small soft">${t("desk.information.for_head")}</p>` : nothing}</section>`;

async function getFile(one) {
  const answer = await fetch(`/api/information/requests/${one.id}/answer`, { headers: { Authorization: pb.authStore.token } });
  if (!answer.ok) return toast(t("fault.unknown"), "bad");
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await answer.blob()), download: `jawaban-${one.number}-${one.year}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
