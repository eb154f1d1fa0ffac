// What the pages of satisfaction and promises ask the server for.
import { pb } from "app/api.js";

export const resultOf = (period) => pb.send("/api/open/satisfaction", { query: period ? { period } : {} });
export const promises = () => pb.send("/api/open/promises", {});
export const formOf = (request) => pb.send(`/api/satisfaction/requests/${request}`, {});
export const sendRating = (request, answer) => pb.send(`/api/satisfaction/requests/${request}`, { method: "POST", body: answer });
