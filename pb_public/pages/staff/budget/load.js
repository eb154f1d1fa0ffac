// What the budget's page at the desk asks the server for, and sends.
import { pb } from "app/api.js";

export const years = () => pb.send("/api/budget", {});
export const yearOf = (year) => pb.send(`/api/budget/${year}`, {});
export const publish = (id, published) => pb.collection("budgets").update(id, { published });
export const withdraw = (year, stage) => pb.send(`/api/budget/${year}/withdraw`, { method: "POST", body: { stage } });
export const correct = (year, body) => pb.send(`/api/budget/${year}/lines`, { method: "POST", body });

// check is the dry run of a file, take imports it; both answer with a report.
export const check = (made) => pb.send("/api/budget/check", { method: "POST", body: form(made) });
export const take = (made, draft) => pb.send("/api/budget/import", { method: "POST", body: form(made, draft) });

function form({ file, year, stage, decree, decree_on: on, as_of: until }, draft = false) {
  const body = new FormData();
  const said = { year, stage, ...stage === "realised" ? { as_of: until } : { decree, decree_on: on }, ...draft && { draft: "true" } };
  for (const [name, value] of Object.entries(said)) body.append(name, value ?? "");
  body.append("file", file, file.name);
  return body;
}

// download brings a year as a file; the address wants the login.
export async function download(year, format) {
  const answer = await fetch(`/api/budget/${year}/export?format=${format}`, { headers: { Authorization: pb.authStore.token } });
  if (!answer.ok) throw { status: answer.status, response: await answer.json().catch(() => ({})) };
  const address = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement("a"), { href: address, download: `apbdes-${year}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
