// Why the admin opens residents' data: asked once per session, when the first
// collection with such data is opened, and sent along with every request. It
// stands in the trail that residents can read.
import { ask } from "./ask.js";

const kept = "mdesa-purpose";

// harmless collections say nothing about a resident; the trail has the same list.
const harmless = [
  "office", "hamlets", "holidays", "units", "reference_values", "services", "definitions", "letter_counters", "delegations",
  "audit_cuts", "retention_runs", "population_entries", "population_months", "statistics", "officers",
  "notice_causes", "gateways", "gateway_messages", "satisfaction_plans",
  "benefit_imports", "budgets", "budget_lines", "budget_versions", "programs", "milestones",
  "posts", "post_slugs", "publications", "contacts",
  "_superusers", "_authOrigins", "_mfas", "_otps", "_externalAuths",
];

const records = /\/api\/collections\/([^/]+)\/records/;

let asking;

// state adds what was stated to a request, and asks first where it has to. The
// home page only counts, so it asks nothing.
export async function state(url, options) {
  if (location.hash.startsWith("#/collections") && isPersonal(url) && !sessionStorage.getItem(kept)) {
    asking ??= ask().then((purpose) => sessionStorage.setItem(kept, JSON.stringify(purpose)));
    await asking;
  }
  const { kind, note } = JSON.parse(sessionStorage.getItem(kept) || "{}");
  if (kind) {
    options.headers = { ...options.headers, "X-Purpose": kind, "X-Purpose-Note": encodeURIComponent(note ?? "") };
  }
  return options;
}

function isPersonal(url) {
  const asked = records.exec(url)?.[1];
  if (!asked) return false;
  const name = app.store.collections?.find(({ id }) => id === asked)?.name ?? decodeURIComponent(asked);
  return !harmless.includes(name);
}
