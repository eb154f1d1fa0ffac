// What the budget's pages ask the server for.
import { pb } from "app/api.js";

// years are all published years with their totals, the latest first.
export const years = async () => (await pb.send("/api/open/budgets", {})).items;
export const yearOf = (year) => pb.send(`/api/open/budgets/${year}`, {});
