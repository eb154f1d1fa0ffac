// The letter of a service while its template is written. A button in the form's
// footer opens it beside the form, where it follows what is typed; where there
// is no room it opens in a tab, drawn anew at each click, with the problems
// above the template.
import { say } from "../language.js";
import { drawing } from "./drawing.js";
import { pane, problems } from "./pane.js";

const pause = 700; // milliseconds without typing
const narrowest = 360; // CSS pixels in which a page can still be read

export function enter(slot, props) {
  const modal = slot.closest(".modal");
  const footer = modal?.querySelector(".modal-footer");
  if (!footer) return undefined;

  const letter = drawing(props);
  const shown = store({ beside: false });
  const aside = pane(letter.local, close);
  const notes = problems(letter.local);
  let watcher, timer;

  function open() {
    if (modal.getBoundingClientRect().left < narrowest) return openTab();
    shown.beside = true;
    notes.remove();
    modal.append(aside);
    letter.run();
    watcher = watch(() => JSON.stringify(props.record), () => {
      clearTimeout(timer);
      timer = setTimeout(letter.run, pause);
    });
  }

  async function openTab() {
    letter.forget();
    slot.prepend(notes);
    if (await letter.run()) window.open(letter.local.address, "_blank");
    else notes.scrollIntoView({ block: "center" });
  }

  function close() {
    shown.beside = false;
    watcher?.unwatch();
    clearTimeout(timer);
    aside.remove();
    letter.forget();
  }

  const button = t.button(
    {
      type: "button",
      className: () => "btn outline" + (letter.local.busy ? " loading" : ""),
      onclick: () => (shown.beside ? close() : open()),
    },
    t.i({ className: "ri-file-search-line", ariaHidden: true }),
    t.span({ className: "txt" }, () => say(shown.beside ? "preview.close" : "preview.open")),
  );
  footer.firstElementChild.after(button);

  return () => {
    close();
    notes.remove();
    button.remove();
  };
}
