// The dashboard's first page: what waits, what is missing, what failed.
import { say } from "../language.js";
import { outside } from "../links.js";
import { office } from "../office.js";
import { backup } from "./backup.js";
import { checklist } from "./checklist.js";
import { failures } from "./failures.js";
import { queues } from "./queues.js";
import { retention } from "./retention.js";

export function home() {
  app.store.title = say("home.title");
  const local = store({ name: "", round: 1 });
  office().then((own) => { local.name = say("kind." + own.kind) + " " + own.name; }).catch(() => {});

  return t.div(
    { className: "page" },
    t.div(
      { className: "page-content full-height mdesa-home" },
      t.header({ className: "mdesa-head" },
        t.h1(null, () => local.name || say("home.title")),
        app.components?.refreshButton?.({ tooltip: say("home.refresh"), className: "btn sm transparent secondary circle", onclick: () => local.round++ }),
        t.nav({ className: "mdesa-doors", ariaLabel: say("home.doors") },
          t.a({ href: outside("/"), target: "_blank", rel: "noopener" }, say("home.residents_page")),
          t.a({ href: outside("/petugas"), target: "_blank", rel: "noopener" }, say("home.staff_desk")))),
      () => t.div({ className: "mdesa-sections", rid: local.round },
        queues(), checklist(), t.div({ className: "mdesa-aside" }, failures(), backup(), retention())),
      t.footer({ className: "page-footer" }, app.components?.credits?.()),
    ),
  );
}
