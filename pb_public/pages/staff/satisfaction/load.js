// What the desk's page of satisfaction asks the server for.
import { pb } from "app/api.js";

export const desk = () => pb.send("/api/satisfaction/desk", {});
export const byReceipt = (code) => pb.send("/api/satisfaction/counter", { method: "POST", body: { code } });
export const savePlan = (period, text) => pb.send(`/api/satisfaction/plans/${period}`, { method: "PUT", body: { text } });
