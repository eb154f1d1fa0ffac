// A list in groups, in the order in which they come: [[name, items], …].
export function grouped(list, nameOf) {
  const groups = new Map();
  for (const one of list) {
    const name = nameOf(one);
    groups.set(name, [...groups.get(name) ?? [], one]);
  }
  return [...groups];
}
