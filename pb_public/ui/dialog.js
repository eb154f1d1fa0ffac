// Modal dialogs on the browser's own <dialog>: focus is kept inside, Escape
// closes, and the focus returns to where it was.
import { html, nothing, render } from "lit-html";
import { t } from "app/i18n.js";
import { button } from "ui/button.js";

// openDialog shows content(close) and resolves with what close was called with,
// or undefined when the person dismissed it. content is drawn again by calling
// the `redraw` it gets: content(close, redraw).
export function openDialog(title, content, kind = "") {
  return new Promise((resolve) => {
    const dialog = document.createElement("dialog");
    dialog.className = `dialog ${kind}`;
    dialog.setAttribute("aria-labelledby", "dialog-title");
    let answer;
    const close = (value) => { answer = value; dialog.close(); };
    const redraw = () => render(html`<h2 id="dialog-title" tabindex="-1" autofocus>${title}</h2>${content(close, redraw)}`, dialog);
    dialog.addEventListener("close", () => { dialog.remove(); resolve(answer); });
    document.body.append(dialog);
    redraw();
    dialog.showModal();
  });
}

// ask is a question before something that cannot be undone; resolves to true or false.
export async function ask({ title, body = nothing, confirm, danger, cancel = t("action.cancel") }) {
  const answer = await openDialog(title, (close) => html`<div class="dialog-body">${body}</div>
    <div class="actions">${button({ label: confirm, kind: danger ? "danger" : "", onclick: () => close(true) })}
      ${button({ label: cancel, kind: "quiet", onclick: () => close(false) })}</div>`);
  return answer === true;
}
