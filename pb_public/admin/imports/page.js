// Files of residents: upload, look at what would happen, import, take back; and
// the register as a file.
import { say } from "../language.js";
import { hamletWord, office } from "../office.js";
import { batch } from "./batch.js";
import { batches } from "./batches.js";
import { exports } from "./exports.js";
import { follow } from "./progress.js";
import { upload } from "./upload.js";

// Lists leave out the reports, which hold people's data.
const summary = "id,name,state,created,finished,rows,good,refused,created_count,updated_count,by_name";

// imports holds what the parts of the page share: the list of batches, the
// chosen one, and the office's hamlets.
export function imports() {
  app.store.title = say("import.title");
  const shared = store({ list: [], chosen: null, percent: 0, fault: "", hamlets: [], zone: "", word: "", loaded: false });

  const all = app.pb.collection("imports");
  const alive = () => page.isConnected;

  // choose shows a batch and follows the job that is at work on it.
  shared.choose = async (id) => {
    try {
      const found = id ? await all.getOne(id, { requestKey: null }) : null;
      shared.chosen = found;
      shared.list = shared.list.map((one) => one.id === id ? { ...one, ...found } : one); // its job may be over since
      shared.percent = found?.progress ?? 0;
      if (found) follow(shared, found.id, alive);
    } catch (error) {
      shared.fault = error?.response?.message || error?.message;
    }
  };

  shared.reload = async (id = shared.chosen?.id) => {
    try {
      const { items } = await all.getList(1, 50, { sort: "-created", fields: summary, skipTotal: true, requestKey: null });
      shared.list = items;
      shared.fault = "";
      shared.loaded = true;
      const wanted = items.find((one) => one.id === id) ?? items[0];
      await shared.choose(wanted?.id);
    } catch (error) {
      if (!error?.isAbort) shared.fault = error?.response?.message || error?.message;
    }
  };

  async function begin() {
    const [hamlets, own] = await Promise.all([
      app.pb.collection("hamlets").getFullList({ sort: "sort,name", fields: "id,name", requestKey: null }).catch(() => []),
      office().catch(() => ({})),
    ]);
    Object.assign(shared, { hamlets, zone: own.time_zone, word: hamletWord(own) });
    await shared.reload();
  }

  const page = t.div(
    { className: "page", onmount: begin },
    t.div({ className: "page-content full-height mdesa-home mdesa-imports" },
      t.header({ className: "mdesa-head" }, t.h1(null, say("import.title"))),
      () => shared.fault ? t.p({ className: "mdesa-fault", role: "alert" }, shared.fault) : null,
      t.div({ className: "mdesa-import-top" }, upload(shared), exports(shared)),
      batch(shared),
      batches(shared),
      t.footer({ className: "page-footer" }, app.components?.credits?.())),
  );
  return page;
}
