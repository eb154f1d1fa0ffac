// What is open while a service is being filed: its definition, the draft, the
// applicant's household. Kept between the pages of one filing.
import { account, myRegister } from "app/session.js";
import { pb } from "app/api.js";
import { draftFor, keep } from "app/drafts.js";
import { walk, needed } from "app/definition.js";
import { check } from "app/answer_check.js";
import { serviceByKey } from "pages/services/catalogue.js";

let filing = null;

// filingOf opens the filing of a service for the person who is logged in; null
// where there is no such service.
export async function filingOf(key) {
  if (filing?.service.key === key && filing.draft.account === account.get()?.id) return filing;
  const service = await serviceOf(key);
  if (!service) return null;
  const draft = await draftFor(account.get().id, service).catch(() => null);
  const [register, people] = await Promise.all([
    myRegister().catch(() => ({ resident: null, household: [] })),
    service.kind === "report" ? [] : pb.send("/api/requests/applicants", {}).then(({ items }) => items, () => []),
  ]);
  filing = { service, register, people, draft: draft ?? unkept(service), kept: draft !== null, errors: {}, timer: 0,
    // for whom: the person chosen stays in the draft, so that it can be filled in without network
    get household() { return (this.draft.person ?? this.register).household ?? []; } };
  return filing;
}

// closeFiling forgets the open filing; the draft stays where it is.
export function closeFiling() {
  clearTimeout(filing?.timer);
  filing = null;
}

// In private windows nothing can be kept on the device; filing still works.
const unkept = (service) => ({ id: "", account: account.get().id, service: service.key, request: "", answers: {}, files: {}, at: 0 });

async function serviceOf(key) {
  const address = `mdesa-service-${key}`;
  try {
    const service = await serviceByKey(key);
    if (service) localStorage.setItem(address, JSON.stringify(service)); // a form of the office, no personal data
    return service;
  } catch (err) {
    const known = localStorage.getItem(address);
    if (err.status === 0 && known) return JSON.parse(known);
    throw err;
  }
}

// answer notes an answer and saves the draft soon after the last key.
export function answer(open, key, value) {
  open.draft.answers[key] = value;
  if (key === "place") open.near = undefined; // another place, other neighbours
  delete open.errors[key];
  clearTimeout(open.timer);
  open.timer = setTimeout(() => save(open), 300);
}

export async function save(open) {
  if (!open.kept) return;
  clearTimeout(open.timer);
  await keep(open.draft).catch(() => { open.kept = false; });
}

// choose says for whom the request is: one of open.people, or null for oneself.
export function choose(open, person) {
  open.draft.person = person;
  return save(open);
}

// near is the place where reports around are shown, where there are any.
export const near = "serupa";

// The places of a filing, in order: for whom (where there is a choice), the form's
// pages, reports about the same, the documents, the check.
export function places(open) {
  const { pages } = walk(open.service, open.draft.answers);
  const whom = open.people.length || open.draft.person ? [{ key: "untuk" }] : [];
  const list = pages.map(({ page, fields }) => ({ key: page.key, page, fields }));
  if (asksForNear(open)) list.splice(list.findIndex(({ fields }) => fields.some(({ type }) => type === "place")) + 1, 0, { key: near });
  if (needed(open.service, open.draft.answers).length) list.push({ key: "dokumen" });
  return [...whom, ...list, { key: "periksa" }];
}

// asksForNear is true until it is known that there are none around.
function asksForNear({ service, draft, near: found }) {
  const { hamlet, lat } = draft.answers.place ?? {};
  return service.kind === "report" && service.report?.publish !== "never" && (hamlet || lat) && found?.length !== 0;
}

// unfinished is the first place that is not filled in well; null when all are.
export function unfinished(open) {
  for (const place of places(open)) {
    if (place.fields && Object.keys(check(place.fields, open.draft.answers)).length) return place.key;
    if (place.key === "untuk" && open.draft.person === undefined) return place.key;
    if (place.key === "dokumen" && missingFiles(open).length) return place.key;
  }
  return null;
}

export function missingFiles(open) {
  return needed(open.service, open.draft.answers).filter((r) => !r.optional && !open.draft.files[r.key]?.length);
}

export const addressOf = (open, place) => `/ajukan/${open.service.key}?${new URLSearchParams({ hal: place })}`;

