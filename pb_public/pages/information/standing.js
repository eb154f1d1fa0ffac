// One request for information as its asker reads it: state, clock, answer, and
// the way to object.
import { html, nothing } from "lit-html";
import { language, t } from "app/i18n.js";
import { pb } from "app/api.js";
import { when } from "app/dates.js";
import { readFault } from "app/fault.js";
import { badge } from "ui/badge.js";
import { button } from "ui/button.js";
import { facts } from "ui/facts.js";
import { icon } from "ui/icon.js";
import { notice, toast } from "ui/notice.js";
import { object } from "pages/information/object.js";

const looks = { open: ["info", "hourglass"], granted: ["good", "circle-check"], partly: ["warn", "info"], refused: ["bad", "circle-x"] };

export const stateBadge = ({ state, overdue }) => (overdue ? badge("bad", t("information.overdue"), "triangle-alert") : badge(looks[state][0], t(`information.state.${state}`), looks[state][1]));

// standingCard: by is { own } for who is logged in, { code, proof } for a receipt.
export function standingCard(one, by) {
  return html`<li class="card"><p>${stateBadge(one)} <span class="small soft">${t("information.register_number")} ${one.number}/${one.year}</span></p>
    <h2 class="information-what">${one.information}</h2>
    ${facts([{ label: t("information.receipt"), value: one.code }, { label: t("information.asked_at"), value: when(one.asked_at) },
      { label: t("information.due"), value: one.state === "open" ? when(one.due_at) : "" },
      { label: t("information.extended"), value: one.extended_at ? one.extension_reason : "" },
      { label: t("information.decided_at"), value: one.decided_at ? when(one.decided_at) : "" }, { label: t("information.decided_by"), value: one.decided_title }])}
    ${one.ground ? notice("warn", t(`information.why.${one.ground}`)) : nothing}
    ${one.answer ? html`<blockquote class="information-answer pre">${one.answer}</blockquote>` : nothing}
    <p class="news-reach">${one.has_file ? button({ label: t("information.get_file"), kind: "quiet", name: "download", onclick: () => getFile(one, by) }) : nothing}
      ${one.answer_link ? html`<a class="button quiet" href=${one.answer_link}>${t("information.page")} ${icon("chevron-right")}</a>` : nothing}</p>
    ${one.objection ? objection(one.objection) : one.may_object ? html`<p class="small soft">${t("information.may_object")}</p>
      ${button({ label: t("information.object"), kind: "quiet", name: "flag", onclick: async () => { if (await object(one, by)) by.changed(); } })}` : nothing}</li>`;
}

const objection = (one) => html`<section class="information-objection"><h3>${t("information.objection")}</h3><p>${stateBadge(one)}</p>
  ${facts([{ label: t("information.object_ground"), value: t(`information.object.${one.ground}`) }, { label: t("information.object_words"), value: one.words }, { label: t("information.asked_at"), value: when(one.asked_at) },
    { label: t("information.due"), value: one.state === "open" ? when(one.due_at) : "" }, { label: t("information.decided_at"), value: one.decided_at ? when(one.decided_at) : "" }])}
  ${one.answer ? html`<blockquote class="information-answer pre">${one.answer}</blockquote><p class="small soft">${t("information.commission")}</p>` : nothing}</section>`;

// getFile asks with the login or the receipt in the request itself: neither
// stands in an address that somebody could find later.
async function getFile(one, by) {
  try {
    const headers = { "Accept-Language": language.get(), ...(by.own ? { Authorization: pb.authStore.token } : { "Content-Type": "application/json" }) };
    const answer = by.own ? await fetch(`/api/information/mine/${one.id}/answer`, { headers })
      : await fetch("/api/information/answer", { method: "POST", headers, body: JSON.stringify({ code: by.code, proof: by.proof }) });
    if (!answer.ok) throw { status: answer.status, response: { status: answer.status, ...await answer.json() } };
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await answer.blob()), download: fileName(answer, one) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  } catch (err) {
    toast(readFault(err).message, "bad");
  }
}

const fileName = (answer, one) => /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? `jawaban-${one.number}-${one.year}`;
