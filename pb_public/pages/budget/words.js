// How money and lines are written on the budget's pages.
import { t, x } from "app/i18n.js";
import { number, rupiah } from "app/numbers.js";

export const fields = ["01", "02", "03", "04", "05"];

// money writes whole rupiah, "Rp 1.234.567"; less than nothing with its minus in
// front, nothing said with a dash.
export const money = (n) => (n == null ? "–" : n < 0 ? "−" + rupiah(-n) : rupiah(n));

// short writes "Rp 1,2 miliar"; the exact figure stands in the table.
export function short(n) {
  if (n == null) return "–";
  const size = Math.abs(n);
  const [unit, by] = size >= 1e12 ? ["trillion", 1e12] : size >= 1e9 ? ["billion", 1e9] : size >= 1e6 ? ["million", 1e6] : ["", 1];
  if (!unit) return money(n);
  const digits = number(Math.round(((by >= 1e9 ? 100 : 10) * size) / by) / (by >= 1e9 ? 100 : 10));
  return `${n < 0 ? "−" : ""}Rp ${t(`budget.short.${unit}`, { n: digits })}`;
}

// percent of what was decided; nothing decided gives none.
export const share = (part, of) => (of > 0 && part != null ? Math.round((100 * part) / of) : null);
export const percent = (part, of) => (share(part, of) == null ? "–" : `${share(part, of)}%`);

// now is the stage that holds: the revision where there is one.
export const now = (answer) => (answer.stages.includes("revised") ? "revised" : "plan");

// decided is what holds for a line: as revised, also where that says nothing of it.
export const decided = (line, answer) => line[now(answer)];

// doneWord is "received" or "spent": what happened to a part's money.
export const doneWord = (part) => t(["income", "financing_in"].includes(part) ? "budget.received" : "budget.done");

export const lineName = (line) => x(line, "name");
export const stageName = (stage) => t(`budget.stage.${stage}`);
