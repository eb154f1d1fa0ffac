// The files picked for the requirements of a request, and their way to the
// server. A file is kept until it is sent; without network it waits.
import { t, x } from "app/i18n.js";
import { newId, pb } from "app/api.js";
import { readFault } from "app/fault.js";
import { isHEIC, prepare } from "app/photo.js";
import { upload } from "app/upload.js";

// papersOf works on files: { requirementKey: [{ id, name, title, size, heic?, file?, sent }] }.
// `changed` is called after every change, to keep and to draw.
export function papersOf(files, { changed, resident }) {
  const problems = {}; // requirement key -> message
  const progress = {}; // paper id -> 0…1
  const list = (key) => files[key] ?? [];

  async function add(requirement, picked) {
    delete problems[requirement.key];
    for (const one of picked) {
      try {
        const file = await prepare(one);
        files[requirement.key] = [...list(requirement.key), { id: newId(), name: one.name, title: requirement.name, size: file.size, heic: isHEIC(file), file, sent: false }];
      } catch (err) {
        problems[requirement.key] = t(`papers.${err.problem ?? "type"}`, { name: one.name });
      }
      changed();
    }
    await sendAll();
  }

  async function send(key, paper) {
    if (paper.sent || !paper.file || paper.id in progress) return;
    progress[paper.id] = 0;
    try {
      const fields = { id: paper.id, name: paper.title, kind: key, resident };
      await upload(paper.file, fields, (part) => { progress[paper.id] = part; changed(); }).catch((err) => alreadyThere(paper, err));
      paper.sent = true;
      delete paper.file; // the server has it now
    } catch (err) {
      const fault = readFault(err);
      if (!fault.offline) {
        problems[key] = fault.fields.file || fault.message;
        files[key] = list(key).filter((other) => other !== paper);
      }
    } finally {
      delete progress[paper.id];
      changed();
    }
  }

  async function sendAll() {
    for (const key of Object.keys(files)) for (const paper of [...list(key)]) await send(key, paper);
  }

  return {
    list, add, sendAll,
    name: (requirement) => x(requirement, "name"),
    problem: (key) => problems[key],
    progress: (paper) => progress[paper.id],
    remove(key, paper) { files[key] = list(key).filter((other) => other !== paper); delete problems[key]; changed(); },
    reuse(key, document) {
      if (!list(key).some((paper) => paper.id === document.id)) files[key] = [...list(key), { id: document.id, name: document.name, size: document.size, sent: true }];
      delete problems[key];
      changed();
    },
    unsent: () => Object.values(files).flat().filter((paper) => !paper.sent).length,
    // ids by requirement, for those that are still asked for
    ids: (keys) => Object.fromEntries(keys.map((key) => [key, list(key).map((paper) => paper.id)]).filter(([, ids]) => ids.length)),
  };
}

// An upload whose answer was lost is there already under the same id.
async function alreadyThere(paper, err) {
  if (err.status !== 400 || !err.response?.data?.id) throw err;
  await pb.collection("documents").getOne(paper.id);
}
