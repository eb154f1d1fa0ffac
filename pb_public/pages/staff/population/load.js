// What the population pages ask the server for.
import { pb } from "app/api.js";
import { officer } from "app/staff_session.js";

const recorders = ["officer", "secretary", "village_head"];
export const mayRecord = () => recorders.includes(officer.get()?.role);

// The page itself is the purpose: the register is kept right, or its keeping is
// looked over.
const purpose = () => (mayRecord() ? "upkeep" : "oversight");

export const months = () => pb.send("/api/population/months", {});
export const events = (query = {}) => pb.send("/api/population/events", { query });
export const eventOf = (id) => pb.send(`/api/population/events/${id}`, { query: { purpose: purpose() } });
export const report = (month, hamlet) => pb.send("/api/population/report", { query: { month, ...(hamlet && { hamlet }) } });
export const closeMonth = (month) => pb.send("/api/population/close", { method: "POST", body: { month } });
export const personOf = (id) => pb.send(`/api/population/person/${id}`, {});
export const preview = (body) => pb.send("/api/population/preview", { method: "POST", body });
export const record = (body) => pb.collection("life_events").create(body);

let hamlets;

// hamletList is asked for once a visit.
export const hamletList = () => (hamlets ??= pb.collection("hamlets").getFullList({ sort: "sort,name" }).catch((err) => { hamlets = null; throw err; }));
