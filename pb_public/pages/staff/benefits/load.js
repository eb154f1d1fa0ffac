// What the desk's pages of aid ask the server for, and send. Why somebody looks is
// sent along where they said it; else the list's upkeep is the reason.
import { pb } from "app/api.js";
import { statedPurpose } from "pages/staff/residents/purpose.js";

const why = () => statedPurpose() ?? {};

export const programs = () => pb.send("/api/benefits/programs", {});
export const listOf = (program, query) => pb.send(`/api/benefits/programs/${program}`, { query: { ...query, ...why() } });
export const oneOf = (id) => pb.send(`/api/benefits/one/${id}`, { query: why() });
export const aidOf = (resident) => pb.send(`/api/benefits/residents/${resident}`, { query: why() });
export const doublesOf = (resident, target) => pb.send("/api/benefits/doubles", { query: { resident, target, ...why() } });
// add takes the id too: one whose answer was lost is there already.
export const add = (fields) => pb.collection("beneficiaries").create(fields).catch((err) => oneOf(fields.id).then(() => fields, () => { throw err; }));
export const change = (id, fields) => pb.collection("beneficiaries").update(id, fields);
export const payOne = (fields) => pb.collection("benefit_payments").create(fields);
export const cancelPayment = (id, reason) => pb.collection("benefit_payments").update(id, { cancelled_for: reason });
export const payMany = (program, body) => pb.send(`/api/benefits/programs/${program}/pay`, { method: "POST", body });
export const imports = (program) => pb.send(`/api/benefits/programs/${program}/imports`, {});
export const undoImport = (id) => pb.send(`/api/benefits/imports/${id}/undo`, { method: "POST" });
export const check = (program, made) => pb.send(`/api/benefits/programs/${program}/check`, { method: "POST", body: form(made) });
export const take = (program, made, choice, stop) => pb.send(`/api/benefits/programs/${program}/import`, { method: "POST", body: form({ ...made, choice, stop }) });

function form({ file, ...said }) {
  const body = new FormData();
  for (const [name, value] of Object.entries(said)) body.append(name, value ?? "");
  body.append("file", file, file.name);
  return body;
}

// refusedRows brings the rows that cannot be taken, with the reason in a last column.
export const refusedRows = (program, made) => keep(`/api/benefits/programs/${program}/refused`, { method: "POST", body: form(made) }, "baris-ditolak.csv");

// download brings the list as a file; the purpose was stated.
export const download = (program, format) => keep(`/api/benefits/programs/${program}/export?${new URLSearchParams({ format, ...why() })}`, {}, "penerima-bantuan." + format);

async function keep(address, options, name) {
  const answer = await fetch(address, { ...options, headers: { Authorization: pb.authStore.token } });
  if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
  const file = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement("a"), { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
}
