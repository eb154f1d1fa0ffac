// The letter of a service while its template is written: a button in the form's
// footer opens it beside the form, and it follows what is typed. Where there is
// no room beside the form it opens in a tab, and problems show in the form.
import { say } from "../language.js";
import { draw } from "./draw.js";
import { fieldsOf } from "./fields.js";

const pause = 700; // milliseconds without typing
const narrowest = 360; // CSS pixels in which a page can still be read

export function enter(slot, props) {
  const modal = slot.closest(".modal");
  const footer = modal?.querySelector(".modal-footer");
  if (!footer) return undefined;

  const local = store({ open: false, busy: false, message: "", places: [], address: "" });
  let watcher, timer, running, drawn = "";

  async function run() {
    const { fields, broken } = fieldsOf(props.collection, props.record);
    const text = JSON.stringify([fields, broken]);
    if (text === drawn) return;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    local.busy = true;
    try {
      const answer = broken.length ? { message: say("preview.broken"), places: broken } : await draw(fields, signal);
      if (signal.aborted) return;
      drawn = text;
      local.message = answer.message ?? "";
      local.places = answer.places ?? [];
      if (answer.pdf) show(answer.pdf);
    } catch (error) {
      if (signal.aborted) return;
      local.message = error.message;
      local.places = [];
    }
    local.busy = false;
  }

  function show(pdf) {
    const old = local.address;
    local.address = URL.createObjectURL(pdf);
    if (old) setTimeout(() => URL.revokeObjectURL(old), 10_000); // the frame may still be reading it
    if (!pane.isConnected && local.open) window.open(local.address, "_blank");
  }

  function toggle() {
    local.open ? close() : open();
  }

  function open() {
    local.open = true;
    drawn = "";
    if (roomBeside(modal)) modal.append(pane);
    else slot.prepend(problems);
    const follow = pane.isConnected;
    watcher = follow && watch(() => JSON.stringify(props.record), () => {
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    });
    run();
    if (!follow) local.open = false; // a tab does not follow: the next click draws again
  }

  function close() {
    local.open = false;
    watcher?.unwatch?.();
    clearTimeout(timer);
    running?.abort();
    pane.remove();
    problems.remove();
  }

  const problems = problemsOf(local);
  const pane = paneOf(local, problems, close);
  const button = t.button(
    { type: "button", className: () => "btn outline" + (local.busy ? " loading" : ""), ariaPressed: () => String(local.open), onclick: toggle },
    t.i({ className: "ri-file-search-line", ariaHidden: true }),
    t.span({ className: "txt" }, () => say(local.open ? "preview.close" : "preview.open")),
  );
  footer.children[0]?.after(button);

  return () => {
    close();
    button.remove();
    URL.revokeObjectURL(local.address);
  };
}

const roomBeside = (modal) => modal.getBoundingClientRect().left >= narrowest;

function paneOf(local, problems, close) {
  return t.aside(
    { className: "mdesa-letter", ariaLabel: say("preview.title") },
    t.header(null,
      t.strong(null, say("preview.title")),
      () => local.busy && t.span({ className: "loader sm", title: say("preview.drawing") }),
      () => local.address && t.a({ className: "btn sm transparent", href: local.address, target: "_blank", rel: "noopener" },
        t.span({ className: "txt" }, say("preview.tab"))),
      t.button({ type: "button", className: "btn sm transparent secondary circle", ariaLabel: say("preview.close"), onclick: close },
        t.i({ className: "ri-close-line", ariaHidden: true }))),
    problems,
    () => local.address && t.iframe({ title: say("preview.title"), src: () => local.address + "#toolbar=0&navpanes=0&view=FitH" }),
  );
}

function problemsOf(local) {
  return t.div({ role: "status" }, () => local.message && t.div(
    { className: "mdesa-problems" },
    t.strong(null, local.message),
    t.ul(null, () => local.places.map(({ place, message }) => t.li(null, message.includes(place) ? message : place + ": " + message)))));
}
