// The documents of a request: a photo, a file, or one from the wallet.
import { html } from "lit-html";
import { t } from "app/i18n.js";
import { needed } from "app/definition.js";
import { submit } from "ui/button.js";
import { errorSummary, focusErrors } from "ui/errors.js";
import { paperPicker } from "ui/paper_picker.js";
import { framed } from "pages/filing/frame.js";
import { errorTitle } from "pages/filing/questions.js";
import { missingFiles, save } from "pages/filing/session.js";
import { papersOf } from "pages/documents/papers.js";

export function documentsPage(frame) {
  const { view, filing } = frame;
  let errors = Object.fromEntries(Object.entries(filing.errors).filter(([key]) => key.startsWith("attachments.")));
  const papers = papersOf(filing.draft.files, { resident: filing.draft.person?.id, changed: () => {
    for (const key of Object.keys(errors)) if (papers.list(key.replace("attachments.", "")).length) delete errors[key];
    save(filing);
    draw();
  } });
  const draw = () => view.show(errorTitle(errors, t("papers.title")), framed(frame, form()));
  const send = async (event) => {
    event.preventDefault();
    errors = Object.fromEntries(missingFiles(filing).map((r) => [`attachments.${r.key}`, t("papers.missing", { name: papers.name(r) })]));
    if (Object.keys(errors).length) { draw(); return focusErrors(); }
    await save(filing);
    return frame.next();
  };
  const form = () => html`<form novalidate @submit=${send}>${errorSummary(errors)}
    <h1>${t("papers.title")}</h1><p class="soft">${t("papers.limits")}</p>
    ${needed(filing.service, filing.draft.answers).map((requirement) => paperPicker({
      requirement, papers, error: papers.problem(requirement.key) || errors[`attachments.${requirement.key}`] }))}
    <div class="actions">${submit(t("action.next"), false)}</div></form>`;
  draw();
  papers.sendAll();
  return () => save(filing);
}
