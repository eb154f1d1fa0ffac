// What a service says at this moment, saved or not.
import { say } from "../language.js";

// fieldsOf reads a record as it is typed. JSON fields hold a string while their
// text is no JSON yet; those are named in broken.
export function fieldsOf(collection, record) {
  const fields = {}, broken = [];
  for (const { name, type } of collection.fields) {
    let value = record[name];
    if (type === "json" && typeof value === "string") {
      try {
        value = JSON.parse(value);
      } catch {
        broken.push({ place: name, message: say("preview.broken_json") });
        continue;
      }
    }
    if (value !== null && value !== undefined && value !== "") fields[name] = value;
  }
  return { fields, broken };
}
