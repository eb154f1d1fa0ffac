// What the pages of programs and proposals ask the server for.
import { pb } from "app/api.js";

const asked = (filters) => new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();

export const programs = (filters) => pb.send(`/api/open/programs?${asked(filters)}`, {});
export const programOf = (id) => pb.send(`/api/open/programs/${encodeURIComponent(id)}`, {});
export const proposals = (filters) => pb.send(`/api/open/proposals?${asked(filters)}`, {});
export const proposalOf = (id) => pb.send(`/api/open/proposals/${encodeURIComponent(id)}`, {});
export const myPrograms = () => pb.send("/api/programs/mine", {});
export const myProposals = () => pb.send("/api/proposals/mine", {});
export const hamlets = () => pb.collection("hamlets").getFullList({ sort: "sort,name", fields: "id,name" });

export const download = (what, format, filters) => `/api/open/${what}/${format}?${asked(filters)}`;
