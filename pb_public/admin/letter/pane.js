// How a drawing looks: the page, and what keeps it from being drawn.
import { say } from "../language.js";

export const pane = (local, close) => t.aside(
  { className: "mdesa-letter", ariaLabel: say("preview.title") },
  t.header(null,
    t.strong(null, say("preview.title")),
    () => local.address ? t.a({ className: "btn sm transparent", href: local.address, target: "_blank", rel: "noopener" },
      t.span({ className: "txt" }, say("preview.tab"))) : null,
    t.button({ type: "button", className: "btn sm transparent secondary circle", ariaLabel: say("preview.close"), onclick: close },
      t.i({ className: "ri-close-line", ariaHidden: true }))),
  problems(local),
  () => local.address ? frame(local.address) : null,
);

// frame leaves out the PDF viewer's own bars, and gives back the focus that the
// viewer takes, so that one can go on typing.
function frame(address) {
  const focused = document.activeElement;
  return t.iframe({
    title: say("preview.title"), src: address + "#toolbar=0&navpanes=0&view=FitH",
    onload: ({ target }) => {
      if (document.activeElement === target) focused?.focus();
    },
  });
}

export const problems = (local) => t.div({ role: "status" }, () => local.message ? t.div(
  { className: "mdesa-problems" },
  t.strong(null, local.places.length ? say("preview.problems", { count: local.places.length }) : local.message),
  t.ul(null, ...local.places.map(({ place, message }) => t.li(null, message.includes(place) ? message : place + ": " + message))),
) : null);
