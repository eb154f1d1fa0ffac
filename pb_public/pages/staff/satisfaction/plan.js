// The follow-up plan of a period, which the report prints.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { readFault } from "app/fault.js";
import { textarea } from "ui/field.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { toast } from "ui/notice.js";
import { periodName } from "pages/satisfaction/words.js";
import { savePlan } from "pages/staff/satisfaction/load.js";

export function planPart({ plan, desk, result }, acts) {
  return html`<section><h2>${t("staff_satisfaction.plan", { period: periodName(result.period) })}</h2>
    ${desk.may_plan ? html`<form novalidate @submit=${(event) => { event.preventDefault(); save(plan, result.period, acts); }}>${errorSummary(plan.errors)}
      ${textarea({ id: "plan", label: t("staff_satisfaction.plan_label"), hint: t("staff_satisfaction.plan_hint"), rows: 6, maxlength: 6000, value: plan.text, error: plan.errors.plan, oninput: (value) => { plan.text = value; } })}
      <div class="actions">${submit(t("staff_satisfaction.plan_save"), plan.busy, "check")}</div></form>`
      : html`<p class="pre">${result.plan?.text || t("staff_satisfaction.no_plan")}</p>`}
    ${result.plan ? html`<p class="small soft">${result.plan.by_name}, ${result.plan.by_title}</p>` : nothing}</section>`;
}

async function save(plan, period, { draw, load }) {
  if (plan.busy) return;
  Object.assign(plan, { busy: true, errors: {} });
  draw();
  try {
    await savePlan(period, plan.text);
    toast(t("staff_satisfaction.plan_saved"));
    plan.busy = false;
    return load();
  } catch (err) {
    const { fields, message } = readFault(err);
    Object.assign(plan, { busy: false, errors: { plan: fields.text ?? message } });
  }
  draw();
  focusErrors();
}
