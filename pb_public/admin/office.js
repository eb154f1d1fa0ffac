// The office in its own words, read once per visit and again when it is saved.
import { say } from "./language.js";

let asked;

document.addEventListener("record:save", ({ detail }) => {
  if (detail?.collectionName === "office") asked = undefined;
});

export function office() {
  asked ??= app.pb.collection("office").getOne("mdesa0000office", { requestKey: null })
    .catch((error) => { asked = undefined; throw error; });
  return asked;
}

// roleName is what this office calls a role: "Perbekel", "Kelian Banjar Dinas".
export function roleName(role, office) {
  const own = { village_head: office?.head_title, secretary: office?.secretary_title, hamlet_head: office?.hamlet_title };
  return own[role] || say("role." + role);
}

export const hamletWord = (office) => office?.hamlet_word || say("hamlet");
