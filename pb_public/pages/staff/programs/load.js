// What the desk's pages of programs and proposals ask the server for.
import { pb } from "app/api.js";

const asked = (filters) => new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();

export const allPrograms = (filters) => pb.send(`/api/programs?${asked(filters)}`, {});
export const deskProgram = (id) => pb.send(`/api/programs/${id}`, {});
export const linesOf = async (year) => (await pb.send(`/api/programs/lines?year=${year}`, {})).items;
export const inbox = (filters) => pb.send(`/api/proposals?${asked(filters)}`, {});
export const deskProposal = (id) => pb.send(`/api/proposals/${id}`, {});
export const fileToken = () => pb.files.getToken();

// takeCSV brings the list for the musdes as a file; the login goes along.
export async function takeCSV(filters) {
  const answer = await fetch(`/api/proposals/csv?${asked(filters)}`, { headers: { Authorization: pb.authStore.token } });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await answer.blob()), download: "usulan-musdes.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// programFrom is the draft that comes of proposals, with what they say carried over.
export function programFrom(proposals) {
  const [first] = proposals;
  const same = (name) => (proposals.every((one) => one[name] === first[name]) ? first[name] : "");
  return {
    title: first.title, goal: proposals.map(({ need }) => need).join("\n\n").slice(0, 2000), kind: "works",
    year: Math.max(...proposals.map(({ year }) => year)), hamlet: same("hamlet"), field: same("field"),
    place: [...new Set(proposals.map(({ place }) => place).filter(Boolean))].join("; ").slice(0, 300),
    point: proposals.length === 1 ? { lat: first.lat, lon: first.lon } : { lat: 0, lon: 0 },
    cost: proposals.reduce((sum, { cost }) => sum + cost, 0), proposals: proposals.map(({ id }) => id), state: "planned", published: false,
  };
}
