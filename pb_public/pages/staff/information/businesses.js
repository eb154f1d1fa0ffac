// Businesses at the desk: what residents suggested first.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { prepare } from "app/photo.js";
import { badge } from "ui/badge.js";
import { checkbox } from "ui/choices.js";
import { input, select, textarea } from "ui/field.js";
import { kinds } from "pages/news/businesses.js";
import { allHamlets } from "pages/news/hamlets.js";
import { photoField } from "pages/news/photo_field.js";
import { keepRecords, put } from "pages/staff/information/records.js";

const states = { suggested: ["warn", "hourglass"], published: ["good", "eye"], hidden: ["calm", "eye-off"] };
const typed = ["kind", "name", "about", "about_en", "owner", "phone", "place", "hours", "link", "hamlet", "photo_alt", "consent", "consent_proof", "state"];

export const open = (view) => keepRecords(view, {
  collection: "businesses", first: "name", title: () => t("business.title"), add: () => t("desk.information.add_business"), nameOf: (one) => one.name,
  fresh: () => ({ kind: "food", name: "", about: "", about_en: "", owner: "", phone: "", has_whatsapp: true, place: "", hours: "", link: "", hamlet: "", photo_name: "", photo_alt: "", consent: false, consent_proof: "", state: "published" }),
  load: async () => {
    const [{ businesses }, hamlets] = await Promise.all([pb.send("/api/news/directory", {}), allHamlets()]);
    return { items: businesses.map((one) => ({ ...one, photo: null, consent: true })), hamlets };
  },
  body: async (one) => ({ ...Object.fromEntries(typed.map((name) => [name, one[name]])), whatsapp: one.has_whatsapp, ...(one.photo && { photo: await prepare(one.photo) }) }),
  card: (one) => html`<p class="news-item-top">${badge(states[one.state][0], t(`desk.information.business.${one.state}`), states[one.state][1])} ${badge("calm", t(`business.kind.${one.kind}`))}</p>
    <h3>${one.name}</h3><p class="small soft">${[one.owner, one.hamlet_name, one.phone].filter(Boolean).join(" · ")}</p><p>${one.about}</p><p class="small soft">${t("desk.information.consent_kept", { proof: one.consent_proof })}</p>`,
  fields: (state, draw) => {
    const { one, errors, hamlets } = state;
    const line = (id, more) => input({ id, label: t(`desk.information.${id}`), value: one[id], error: errors[id], maxlength: 150, oninput: put(state, id), ...more });
    return html`${select({ id: "kind", label: t("business.kind"), value: one.kind, onchange: put(state, "kind"), options: kinds.map((value) => ({ value, label: t(`business.kind.${value}`) })) })}
      ${line("name", { maxlength: 120 })}
      ${textarea({ id: "about", label: t("business.about"), value: one.about, error: errors.about, maxlength: 1000, oninput: put(state, "about") })}
      ${textarea({ id: "about_en", label: t("desk.information.about_en"), value: one.about_en, maxlength: 1000, optional: true, rows: 2, oninput: put(state, "about_en") })}
      ${line("owner", { optional: true })}${line("phone", { type: "tel", inputmode: "tel", width: "medium", maxlength: 20, optional: true })}
      ${checkbox({ id: "whatsapp", checked: one.has_whatsapp, label: t("desk.information.whatsapp"), onchange: put(state, "has_whatsapp") })}
      ${select({ id: "hamlet", label: t("news.hamlet"), value: one.hamlet, onchange: put(state, "hamlet"), options: [{ value: "", label: "–" }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}
      ${line("place", { optional: true })}${line("hours", { optional: true, maxlength: 100 })}${line("link", { optional: true, maxlength: 300, hint: t("desk.information.link_hint") })}
      ${photoField({ one, errors, draw, kept: Boolean(one.photo_name) })}
      ${checkbox({ id: "consent", checked: one.consent, label: t("desk.information.consent"), error: errors.consent, onchange: put(state, "consent") })}
      ${line("consent_proof", { maxlength: 300, hint: t("desk.information.consent_hint"), error: errors.consent })}
      ${select({ id: "state", label: t("desk.information.state"), value: one.state, onchange: put(state, "state"), options: Object.keys(states).map((value) => ({ value, label: t(`desk.information.business.${value}`) })) })}`;
  },
});
