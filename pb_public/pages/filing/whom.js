// For whom: oneself, a child, or somebody one cares for.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { day } from "app/dates.js";
import { account } from "app/session.js";
import { radios } from "ui/choices.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { framed } from "pages/filing/frame.js";
import { errorTitle } from "pages/filing/questions.js";
import { choose } from "pages/filing/session.js";

const self = "self";

export function whomPage(frame) {
  const { view, filing } = frame;
  const { people, draft } = filing;
  // Somebody chosen before and not offered any more is still shown, until another is chosen.
  const offered = draft.person && !people.some(({ id }) => id === draft.person.id) ? [...people, draft.person] : people;
  let chosen = draft.person === undefined ? "" : draft.person?.id ?? self;
  let errors = {};
  const draw = () => view.show(errorTitle(errors, t("family.whom")), framed(frame, form()));
  const send = async (event) => {
    event.preventDefault();
    errors = chosen ? {} : { whom: t("check.required_choice", { label: t("family.whom") }) };
    if (!chosen) { draw(); return focusErrors(); }
    await choose(filing, offered.find(({ id }) => id === chosen) ?? null);
    return frame.next();
  };
  const form = () => html`<form novalidate @submit=${send}>${errorSummary(errors)}
    ${radios({ id: "whom", big: true, label: t("family.whom"), hint: t("family.whom_hint"), value: chosen, error: errors.whom,
      options: [{ value: self, label: t("family.myself"), hint: account.get()?.name },
        ...offered.map((one) => ({ value: one.id, label: one.name, hint: `${t(`family.for.${one.relation}`)} · ${day(one.birth_date)}` }))],
      onchange: (value) => { chosen = value; errors = {}; draw(); } })}
    <div class="actions">${submit(t("action.next"), false)}</div></form>`;
  draw();
}
