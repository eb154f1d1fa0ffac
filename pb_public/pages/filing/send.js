// The draft becomes a request. The id was chosen when the draft was begun, so
// that sending twice, after a lost answer, files once.
import { pb } from "app/api.js";
import { drop } from "app/drafts.js";
import { needed, walk } from "app/definition.js";
import { normalise } from "app/answer_check.js";
import { papersOf } from "pages/documents/papers.js";

// sendRequest sends what is left of the files, then the request, and drops the
// draft. It rejects with what readFault reads and leaves the draft as it was.
export async function sendRequest({ service, draft, kept }) {
  const papers = papersOf(draft.files, { resident: draft.person?.id, changed() {} });
  await papers.sendAll();
  const keys = needed(service, draft.answers).map((requirement) => requirement.key);
  if (keys.some((key) => papers.list(key).some((paper) => !paper.sent))) throw new TypeError("connection lost");
  const body = { service: service.id, ...(draft.person && { resident: draft.person.id }), answers: asked(service, draft.answers), attachments: papers.ids(keys) };
  const request = await pb.collection("requests").create(draft.request ? { id: draft.request, ...body } : body);
  if (kept) await drop(draft).catch(() => {});
  return request;
}

// asked are the answers to the questions that were asked, in their normal form.
export function asked(definition, answers) {
  return Object.fromEntries(walk(definition, answers).pages.flatMap(({ fields }) => fields)
    .map((field) => [field.key, normalise(field, answers[field.key])]).filter(([, value]) => value !== undefined));
}
