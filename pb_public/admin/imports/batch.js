// The chosen batch: what would happen, what became of it, and what may be done.
import { moment, named, number, say } from "../language.js";
import { file } from "../links.js";
import { refusal } from "../record/ask.js";
import { button } from "../record/panel.js";
import { confirmed } from "./confirm.js";
import { problems } from "./problems.js";
import { working } from "./progress.js";
import { choices } from "./upload.js";

export const batch = (shared) => t.div({ className: "mdesa-import-batch" }, () => {
  const one = shared.chosen;
  return one ? view(one, shared) : null;
});

const view = (one, shared) => t.section(
  { className: "mdesa-section", rid: one.id + one.state + one.updated, ariaLabel: one.name },
  t.h2(null, one.name),
  t.p({ className: "mdesa-import-state " + one.state }, say("import.state." + one.state),
    one.finished && !working(one.state) ? t.small(null, " · ", moment(one.finished, shared.zone), one.by_name ? " · " + one.by_name : "") : null),
  one.error ? t.p({ className: "mdesa-fault", role: "alert" }, named(one.error, "text")) : null,
  working(one.state) ? bar(shared) : null,
  one.rows && !working(one.state) ? [tiles(one), ...notes(one.report, shared)] : null,
  working(one.state) ? null : actions(one, shared),
  one.report && ["checked", "done"].includes(one.state) ? problems(one.report) : null,
);

const bar = (shared) => t.div(
  { className: "mdesa-import-bar", role: "status" },
  t.progress({ max: 100, value: () => shared.percent, ariaLabel: say("import.progress") }),
  t.span(null, () => number(shared.percent) + " %"),
);

const tile = (count, label, mood = "") => t.div(
  { className: "mdesa-tile " + (count ? mood : "none") }, t.strong(null, number(count)), t.span(null, label));

const tiles = (one) => t.div(
  { className: "mdesa-tiles" },
  tile(one.rows, say("import.rows")),
  tile(one.created_count, say("import.created")),
  tile(one.updated_count, say("import.updated")),
  tile(one.unchanged_count, say("import.unchanged")),
  tile(one.refused, say("import.refused"), "bad"),
  tile(one.warned, say("import.warned")),
);

function notes(report, shared) {
  if (!report) return [];
  const list = (names) => names.join(", ");
  return [
    report.format && say("import.format." + report.format),
    report.sheets?.some(Boolean) && say("import.sheets", { names: list(report.sheets) }),
    report.skipped?.some(Boolean) && say("import.skipped", { names: list(report.skipped) }),
    report.ignored?.length && say("import.ignored", { names: list(report.ignored.slice(0, 20)) + (report.ignored.length > 20 ? " …" : "") }),
    report.hamlets?.length && say("import.new_hamlets", { hamlet: shared.word, names: list(report.hamlets) }),
  ].filter(Boolean).map((text) => t.p({ className: "txt-hint mdesa-import-note" }, text));
}

function actions(one, shared) {
  const local = store({ fault: "", busy: false });

  async function ask(path, body) {
    if (local.busy) return;
    local.busy = true;
    local.fault = "";
    try {
      await app.pb.send(`/api/imports/${one.id}/${path}`, { method: "POST", body, requestKey: null });
      await shared.reload(one.id);
    } catch (error) {
      local.fault = refusal(error);
    }
    local.busy = false;
  }

  const bring = (choice, count) => confirmed(
    { title: say("import.commit"), text: say("import.commit.sure", { count: number(count) }), button: say("import.commit") },
    () => ask("commit", { choice }));
  const takeBack = () => confirmed(
    { title: say("import.undo"), text: say("import.undo.sure", { count: number(one.created_count + one.updated_count) }), button: say("import.undo"), danger: true },
    () => ask("undo"));
  const remove = () => confirmed(
    { title: say("import.delete"), text: say("import.delete.sure"), button: say("import.delete"), danger: true },
    async () => { await app.pb.collection("imports").delete(one.id, { requestKey: null }); await shared.reload(""); });

  const open = one.state === "checked";
  return t.div(
    null,
    t.div({ className: "mdesa-buttons mdesa-import-actions" },
      open && one.good && !one.refused ? button(say("import.commit.all", { count: number(one.good) }), () => bring("all", one.good), "", "ri-check-line") : null,
      open && one.good && one.refused ? button(say("import.commit.good", { count: number(one.good) }), () => bring("good", one.good), "", "ri-check-line") : null,
      one.refused_file ? refusedFile(one) : null,
      one.state === "done" ? button(say("import.undo"), takeBack, "outline danger", "ri-arrow-go-back-line") : null,
      ["checked", "failed", "undone"].includes(one.state) ? button(say("import.delete"), remove, "transparent", "ri-delete-bin-line") : null),
    () => local.fault ? t.p({ className: "mdesa-fault", role: "alert" }, local.fault) : null,
    one.file && ["checked", "failed"].includes(one.state) ? again(one, shared, ask) : null,
  );
}

const refusedFile = (one) => button(say("import.refused_file"), async () => {
  try {
    window.location.assign(await file(one, one.refused_file) + "&download=1");
  } catch (error) {
    app.toasts.error(refusal(error));
  }
}, "outline", "ri-download-2-line");

// again reads the same file with other choices.
const again = (one, shared, ask) => t.details(
  { className: "mdesa-import-again" },
  t.summary(null, say("import.again")),
  t.form({
    className: "mdesa-import-form",
    onsubmit: (event) => {
      event.preventDefault();
      const typed = new FormData(event.target);
      ask("check", { create_hamlets: typed.get("create_hamlets") === "true", hamlet: typed.get("hamlet") });
    },
  },
  choices(shared, "again", one),
  t.button({ type: "submit", className: "btn sm outline" }, t.span({ className: "txt" }, say("import.again.send")))),
);
