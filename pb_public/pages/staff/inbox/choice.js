// Which requests of "mine" are chosen to be decided together. All chosen ones
// wait for the same action; `resolve` is left out, as it wants words of its own.
// On a report the approval is an answer, in words too.
const together = ({ step_action, kind }) => ["approve", "sign"].includes(step_action) && kind !== "report";

const chosen = new Map(); // id -> item

export const actionOf = () => chosen.values().next().value?.step_action ?? null;
export const chosenItems = () => [...chosen.values()];
export const clearChoice = () => chosen.clear();
export const unchoose = (id) => chosen.delete(id);

// choiceOver lets rows be ticked; changed is called after each tick.
export function choiceOver(items, changed) {
  const able = (item) => together(item) && (actionOf() === null || actionOf() === item.step_action);
  const there = new Set(items.map((item) => item.id));
  for (const id of chosen.keys()) if (!there.has(id)) chosen.delete(id); // decided meanwhile
  return {
    able,
    has: (id) => chosen.has(id),
    toggle(item) {
      if (!chosen.delete(item.id)) chosen.set(item.id, item);
      changed();
    },
    all() {
      const first = actionOf() ?? items.find(able)?.step_action;
      for (const item of items) if (together(item) && item.step_action === first) chosen.set(item.id, item);
      changed();
    },
    none() {
      chosen.clear();
      changed();
    },
    // some says whether there is anything to tick at all
    some: () => items.filter(together).length > 1,
  };
}
