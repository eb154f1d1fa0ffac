// How the desk speaks of delegations.
import { t, x } from "app/i18n.js";
import { day } from "app/dates.js";
import { asPost, postName } from "pages/requests/capacity.js";

export const forms = ["a.n.", "u.b.", "Plh.", "Plt.", "Pj."];

export const formName = (form) => ({
  "a.n.": t("delegations.form.an"), "u.b.": t("delegations.form.ub"), "Plh.": t("delegations.form.plh"),
  "Plt.": t("delegations.form.plt"), "Pj.": t("delegations.form.pj"),
})[form];

export const formHint = (form) => ({
  "a.n.": t("delegations.form.an_text"), "u.b.": t("delegations.form.ub_text"), "Plh.": t("delegations.form.plh_text"),
  "Plt.": t("delegations.form.plt_text"), "Pj.": t("delegations.form.pj_text"),
})[form];

// actsAs is the post with its form: of a delegation { form, post, from_title }.
export const actsAs = ({ form, post, from_title: title }) => postName({ form, post, title });

export const span = ({ starts_on: from, ends_on: to }) => (from === to ? day(from) : t("delegations.span", { from: day(from), to: day(to) }));

// servicesText names the services of a delegation, from the catalogue's records.
export const servicesText = (ids, services) => (ids?.length
  ? ids.map((id) => x(services.find((service) => service.id === id) ?? {}, "name") || "…").join(", ") : t("delegations.all_services"));

// sentence says in plain words what a delegation will do.
export function sentence(made, who, services) {
  const params = { from: day(made.starts_on), to: day(made.ends_on), name: who, as: actsAs(made), services: servicesText(made.services, services) };
  if (made.starts_on === made.ends_on) return asPost(made.form) ? t("delegations.one_day_as", params) : t("delegations.one_day_for", params);
  return asPost(made.form) ? t("delegations.days_as", params) : t("delegations.days_for", params);
}
