// What is wrong in which cell, with a filter by kind and by words.
import { named, number, say } from "../language.js";

// shown is how many rows the table has at once; the filter finds the others.
const shown = 200;

export function problems(report) {
  if (!report.problems?.length) return t.p({ className: "mdesa-import-fine" }, say("import.no_problems"));
  const local = store({ level: "", reason: "", words: "" });
  const told = report.errors + report.warnings;

  const fitting = () => report.problems.filter((one) =>
    (!local.level || one.level === local.level) &&
    (!local.reason || reasonOf(one) === local.reason) &&
    (!local.words || text(one).includes(local.words.toLowerCase())));

  return t.div(
    { className: "mdesa-problems-report" },
    t.h3(null, say("import.problems")),
    told > report.problems.length ? t.p({ className: "txt-hint" }, say("import.first", { count: number(report.problems.length), all: number(told) })) : null,
    t.div({ className: "mdesa-import-filter" },
      picker("mdesa-level", say("import.level"), (value) => { local.level = value; }, [
        ["", say("import.level.all", { count: number(told) })],
        ["error", say("import.level.error", { count: number(report.errors) })],
        ["warning", say("import.level.warning", { count: number(report.warnings) })],
      ]),
      picker("mdesa-reason", say("import.reason"), (value) => { local.reason = value; }, [
        ["", say("import.reason.all")],
        ...report.reasons.map((one) => [reasonOf(one), `${number(one.count)} × ${[named(one, "label"), named(one, "text")].filter(Boolean).join(": ")}`]),
      ]),
      t.div({ className: "field" },
        t.label({ htmlFor: "mdesa-words" }, t.span({ className: "txt" }, say("import.words"))),
        t.input({ type: "search", id: "mdesa-words", oninput: (event) => { local.words = event.target.value; } }))),
    () => table(fitting()),
  );
}

const reasonOf = (one) => one.key + " " + one.label;

const text = (one) => [one.sheet, one.row, one.column, one.field, one.value, named(one, "label"), named(one, "text"), one.suggestion].join(" ").toLowerCase();

const picker = (id, label, choose, options) => t.div(
  { className: "field" },
  t.label({ htmlFor: id }, t.span({ className: "txt" }, label)),
  t.select({ id, onchange: (event) => choose(event.target.value) }, ...options.map(([value, name]) => t.option({ value }, name))));

function table(found) {
  if (!found.length) return t.p({ className: "txt-hint" }, say("import.none_fit"));
  const severalSheets = new Set(found.map((one) => one.sheet)).size > 1;
  return t.div({ className: "mdesa-import-table", tabIndex: 0, role: "region", ariaLabel: say("import.problems") },
    t.table(null,
      t.thead(null, t.tr(null,
        ...[say("import.row"), say("import.column"), say("import.value"), say("import.why"), say("import.suggestion")].map((name) => t.th({ scope: "col" }, name)))),
      t.tbody(null, ...found.slice(0, shown).map((one) => row(one, severalSheets)))),
    found.length > shown ? t.p({ className: "txt-hint" }, say("import.more", { count: number(found.length - shown) })) : null);
}

const row = (one, severalSheets) => t.tr(
  { className: one.level },
  t.td(null, severalSheets && one.sheet ? one.sheet + " " : "", number(one.row)),
  t.td(null, one.column ? t.strong(null, one.column, " ") : null, named(one, "label")),
  t.td({ className: "mdesa-import-value" }, one.value),
  t.td(null, t.span({ className: "mdesa-import-level" }, one.level === "error" ? say("import.is_error") : say("import.is_warning")), " ", named(one, "text")),
  t.td(null, one.suggestion),
);
