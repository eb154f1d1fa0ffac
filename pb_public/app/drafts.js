// What a person has filled in and not sent yet, files included, on their own
// device: one draft for each account and service. It survives a reload, an empty
// battery and a lost connection. On a computer that others use nothing is kept.
import { openDB } from "idb";
import { newId, pb } from "app/api.js";

let database;
const open = async () => (pb.authStore.shared ? Promise.reject(new Error("a shared computer keeps nothing")) : database ??= openDB("mdesa", 1, { upgrade: (db) => db.createObjectStore("drafts", { keyPath: "id" }) }));

// A draft: { id, account, service, name, name_en, request, answers, files, at, waiting }.
// request is the id the request will have; files holds, by requirement,
// [{ id, name, title, size, file?, sent }]: id is that of the document to be, title
// its name in the wallet, `file` the picked bytes until they are sent.
export async function draftFor(account, service) {
  const id = `${account}:${service.key}`;
  const kept = await (await open()).get("drafts", id);
  return kept ?? { id, account, service: service.key, name: service.name, name_en: service.name_en,
    request: newId(), answers: {}, files: {}, at: 0, waiting: false };
}

// keep saves a draft; it fails where the browser forbids storage (private mode).
export async function keep(draft) {
  draft.at = Date.now();
  await (await open()).put("drafts", draft);
}

export async function drop(draft) {
  await (await open()).delete("drafts", draft.id);
}

// draftsOf lists what an account has begun, the newest first.
export async function draftsOf(account) {
  const all = await (await open()).getAll("drafts");
  return all.filter((draft) => draft.account === account && draft.at).sort((a, b) => b.at - a.at);
}

// forget removes everything of an account from the device.
export async function forget(account) {
  for (const draft of await draftsOf(account)) await drop(draft);
}

