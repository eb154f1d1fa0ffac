// The files that were read before.
import { moment, number, say } from "../language.js";

export const batches = (shared) => t.section(
  { className: "mdesa-section mdesa-import-history" },
  t.h2(null, say("import.history")),
  () => {
    if (!shared.loaded) return t.div({ className: "skeleton-loader", ariaLabel: say("loading") });
    if (!shared.list.length) return t.p({ className: "txt-hint" }, say("import.no_history"));
    return t.ul({ className: "mdesa-list" }, ...shared.list.map((one) => t.li(
      { className: () => shared.chosen?.id === one.id ? "chosen" : "" },
      t.button({ type: "button", className: "mdesa-import-open", onclick: () => shared.choose(one.id) }, one.name),
      t.small(null, [moment(one.created, shared.zone), say("import.state." + one.state), counts(one)].filter(Boolean).join(" · ")),
    )));
  },
);

const counts = (one) => one.rows ? say("import.counts", { rows: number(one.rows), created: number(one.created_count), updated: number(one.updated_count), refused: number(one.refused) }) : "";
