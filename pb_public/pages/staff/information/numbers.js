// Important numbers at the desk.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { badge } from "ui/badge.js";
import { checkbox } from "ui/choices.js";
import { input, select } from "ui/field.js";
import { allHamlets } from "pages/news/hamlets.js";
import { keepRecords, put } from "pages/staff/information/records.js";

const groups = ["emergency", "office", "hamlet", "health", "security", "utility", "other"];
const typed = ["group", "name", "name_en", "phone", "whatsapp", "hours", "hours_en", "note", "note_en", "hamlet", "hidden"];

export const open = (view) => keepRecords(view, {
  collection: "contacts", first: "name", title: () => t("desk.information.tab.numbers"), add: () => t("desk.information.add_number"), nameOf: (one) => one.name,
  fresh: () => ({ group: "health", name: "", name_en: "", phone: "", whatsapp: false, hours: "", hours_en: "", note: "", note_en: "", hamlet: "", hidden: false, sort: 0 }),
  load: async () => {
    const [{ contacts }, hamlets] = await Promise.all([pb.send("/api/news/directory", {}), allHamlets()]);
    return { items: contacts, hamlets };
  },
  body: (one) => ({ ...Object.fromEntries(typed.map((name) => [name, one[name]])), sort: Number(one.sort) || 0 }),
  card: (one) => html`<p class="news-item-top">${badge("info", t(`numbers.group.${one.group}`))} ${one.hidden ? badge("calm", t("desk.information.hidden"), "eye-off") : nothing}</p>
    <h3>${one.name}</h3><p>${one.phone}${one.whatsapp ? " · WhatsApp" : ""}${one.hours ? ` · ${one.hours}` : ""}</p>`,
  fields: (state) => {
    const { one, errors, hamlets } = state;
    const line = (id, more) => input({ id, label: t(`desk.information.${id}`), value: one[id], error: errors[id], maxlength: 120, oninput: put(state, id), ...more });
    return html`${select({ id: "group", label: t("desk.information.group"), value: one.group, onchange: put(state, "group"), options: groups.map((value) => ({ value, label: t(`numbers.group.${value}`) })) })}
      ${line("name")}${line("name_en", { optional: true })}
      ${line("phone", { type: "tel", inputmode: "tel", width: "medium", maxlength: 20 })}
      ${checkbox({ id: "whatsapp", checked: one.whatsapp, label: t("desk.information.whatsapp"), onchange: put(state, "whatsapp") })}
      ${line("hours", { optional: true, maxlength: 100 })}${line("hours_en", { optional: true, maxlength: 100 })}${line("note", { optional: true, maxlength: 300 })}${line("note_en", { optional: true, maxlength: 300 })}
      ${select({ id: "hamlet", label: t("news.hamlet"), value: one.hamlet, onchange: put(state, "hamlet"), options: [{ value: "", label: t("news.whole_village") }, ...hamlets.map(({ id, name }) => ({ value: id, label: name }))] })}
      ${line("sort", { inputmode: "numeric", width: "short", optional: true, hint: t("desk.information.sort_hint") })}
      ${checkbox({ id: "hidden", checked: one.hidden, label: t("desk.information.hide"), onchange: put(state, "hidden") })}`;
  },
});
