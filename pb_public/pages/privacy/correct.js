// My data are wrong: what I asked to have corrected, and a form to ask.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { backLink } from "ui/button.js";
import { toast } from "ui/notice.js";
import { failed, loading } from "ui/states.js";
import { askedList } from "pages/privacy/correct_list.js";
import { correctionForm } from "pages/privacy/correct_form.js";

export function open(view) {
  const state = { asked: null, about: null, form: null, fault: null };
  const draw = () => view.show(t("rights.correct_title"), page(state, load));
  const load = async () => {
    state.fault = null;
    try {
      const [asked, about, tables] = await Promise.all([
        pb.collection("corrections").getFullList({ sort: "-asked_at" }),
        pb.send("/api/me/correctable", {}),
        pb.send("/api/residents/reference", {}),
      ]);
      Object.assign(state, { asked, about: { ...about, tables } });
      state.form = correctionForm(state.about, asked, draw, view, async () => { toast(t("rights.sent")); await load(); window.scrollTo(0, 0); });
    } catch (err) {
      state.fault = readFault(err);
    }
    draw();
  };
  draw();
  load();
}

function page({ asked, about, form, fault }, load) {
  return html`<div class="page">${backLink("/privasi", t("privacy.title"))}<h1>${t("rights.correct_title")}</h1><p class="lead">${t("rights.correct_lead")}</p>
    ${fault ? failed(fault, load) : !form ? loading() : html`
      ${asked.length ? html`<h2>${t("rights.mine")}</h2>${askedList(asked, about)}<h2>${t("rights.new")}</h2>` : nothing}
      ${form()}
      <section class="card"><h2>${t("rights.events")}</h2><p>${t("rights.events_text")}</p></section>`}</div>`;
}
