// In whose place somebody acts: "Plh. Perbekel", "a.n. Perbekel", "u.b. (a.n. Perbekel)".
import { t } from "app/i18n.js";
import { roleName } from "pages/services/steps.js";

// postName is a post with the form of acting in it. There are many hamlet heads
// and officers, so those go by their own title.
export function postName({ form, post, title }) {
  const name = post === "village_head" || post === "secretary" ? roleName(post) : title || roleName(post);
  return form === "u.b." ? `u.b. (a.n. ${name})` : `${form} ${name}`;
}

// asPost is whether who acts signs as the post itself.
export const asPost = (form) => ["Plh.", "Plt.", "Pj."].includes(form);

// capacity takes what an event or a case says under `acting`; "" for one's own post.
export function capacity(acting) {
  if (!acting) return "";
  return [acting.form && (asPost(acting.form) ? t("acting.as", { as: postName(acting) }) : postName(acting)),
    acting.stepped && t("acting.stepped", { role: roleName(acting.stepped) })].filter(Boolean).join(", ");
}

// notes are what else an event says of rights: to whom a step was opened, and
// that an officer filed for their own household.
export function rightsNotes({ opened_to: roles, own_kin: own } = {}) {
  return [roles?.length && t("acting.opened", { roles: roles.map(roleName).join(", ") }), own && t("acting.own_kin")].filter(Boolean);
}
