// One request with everything its page shows.
import { pb } from "app/api.js";

// loadRequest returns { request, definition, events, actions, letter, report }.
export async function loadRequest(id) {
  const request = await pb.collection("requests").getOne(id, { expand: "definition" });
  const [events, open, letters, report] = await Promise.all([
    pb.collection("request_events").getFullList({ filter: pb.filter("request={:id}", { id }), sort: "seq" }),
    pb.send(`/api/requests/${id}/actions`, {}),
    request.status === "completed"
      ? pb.collection("letters").getFullList({ filter: pb.filter("request={:id}", { id }), sort: "-created" }) : [],
    request.kind === "report" ? pb.send(`/api/requests/${id}/report`, {}) : null,
  ]);
  const definition = request.expand?.definition?.body ?? { steps: [] };
  return { request, definition: { ...definition, steps: definition.steps.map((step, i) => ({ ...step, role: open.roles[i] ?? step.role })) }, events, actions: open.actions, letter: letters[0] ?? null, report };
}

// act does something to a request the person is looking at: `after` is the
// version they saw, so that nothing is decided twice.
export function act(request, action, more = {}) {
  return pb.collection("request_events").create({ request: request.id, action, after: request.version, ...more });
}

// askedToMend is what the last return asks for: { note, reason, fields, attachments }.
export function askedToMend(events) {
  const last = events.filter((event) => event.action === "return").at(-1);
  return { note: last?.note ?? "", reason: last?.reason ?? "", by: last, fields: last?.data?.fields ?? [], attachments: last?.data?.attachments ?? [] };
}
