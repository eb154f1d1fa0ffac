// What went wrong in the background: jobs that failed, and answers that the
// server owed. Requests that were merely refused are no news.
import { knows, moment, say } from "../language.js";
import { log } from "../links.js";
import { office } from "../office.js";
import { section } from "./section.js";

const filter = `level >= 8 && data.type != "request"`;

async function load() {
  const [page, own] = await Promise.all([
    app.pb.logs.getList(1, 5, { filter, sort: "-@rowid", skipTotal: true, requestKey: null }),
    office(),
  ]);
  return page.items.map((row) => ({
    id: row.id,
    at: moment(row.created, own.time_zone),
    what: knows("job." + row.message) ? say("job." + row.message) : row.message,
    why: [row.data?.path, row.data?.cause ?? row.data?.error].filter(Boolean).join(": "),
  }));
}

const entry = ({ id, at, what, why }) => t.li(
  null,
  t.a({ href: log(id) }, what),
  t.small(null, at),
  why ? t.p({ className: "mdesa-cause" }, why) : null,
);

export const failures = () => section(say("home.failures"), load, (entries) => entries.length
  ? t.ul({ className: "mdesa-list" }, ...entries.map(entry))
  : t.p({ className: "txt-hint" }, say("home.no_failures")));
