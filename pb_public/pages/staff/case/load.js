// All that the desk knows of one request, from two answers of the server.
import { pb } from "app/api.js";
import { today } from "app/dates.js";
import { t } from "app/i18n.js";

// loadCase returns { request, definition, documents, events, actions, version,
// letter, resident, household, masked, warnings }. warnings are texts to look at before
// deciding: those of the register and documents that have expired.
export async function loadCase(id) {
  const file = await pb.send(`/api/requests/${id}/case`, {});
  const card = file.request.confidential ? null // the register is not asked who reports in confidence
    : await pb.send(`/api/residents/${file.request.resident}/card`, { query: { request: id } }).catch(() => null);
  return {
    ...file,
    resident: card?.resident ?? { ...file.resident, kk: file.kk, hamlet_name: file.hamlet_name },
    household: card?.household ?? [],
    masked: card?.masked ?? file.masked,
    warnings: [...(card?.warnings ?? []).map((warning) => warning.text), ...expired(file.documents)],
  };
}

const expired = (documents) => documents.filter((document) => document.expires_on && document.expires_on < today())
  .map((document) => t("desk.case.expired", { name: document.name }));

// colourOf is the colour of a request's promise, as the inbox has it.
export function colourOf({ waiting_for, submitted_at, due_at }, now = Date.now()) {
  if (!waiting_for || waiting_for === "applicant" || !due_at) return "grey";
  const [from, due] = [submitted_at, due_at].map((text) => Date.parse(text.replace(" ", "T")));
  if (now >= due) return "red";
  return (now - from) / (due - from) >= 0.7 ? "yellow" : "green";
}
