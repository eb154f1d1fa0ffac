// How many requests wait, and for whom.
import { number, say } from "../language.js";
import { choose, records } from "../links.js";
import { office, roleName } from "../office.js";
import { section } from "./section.js";

const roles = ["hamlet_head", "officer", "secretary", "village_head"];

async function total(collection, filter) {
  const { totalItems } = await app.pb.collection(collection).getList(1, 1, { filter, fields: "id", skipTotal: false, requestKey: null });
  return totalItems;
}

async function count(label, collection, filter, mood = "", sort = "") {
  return { label, mood, count: await total(collection, filter), href: records(collection, filter, sort) };
}

async function load() {
  const [own, clock] = await Promise.all([office(), app.pb.send("/api/office/now", { requestKey: null })]);
  const monthBegan = clock.now.slice(0, 8) + "01"; // on the office's wall
  return Promise.all([
    ...roles.map((role) => count(roleName(role, own), "requests", `waiting_for = "${role}"`, "", "due_at")),
    count(say("role.applicant"), "requests", `waiting_for = "applicant"`, "", "-updated"),
    count(say("home.overdue"), "requests", `waiting_for != "" && due_at != "" && due_at < @now`, "bad", "due_at"),
    count(say("home.signed"), "letters", `issued_on >= "${monthBegan}"`, "", "-created"),
  ]);
}

const tile = ({ label, count, href, mood }) => t.a(
  { href, onclick: choose, className: "mdesa-tile " + (count ? mood : "none") },
  t.strong(null, number(count)),
  t.span(null, label),
);

export const queues = () => section(say("home.queues"), load,
  (tiles) => t.div({ className: "mdesa-tiles" }, ...tiles.map(tile)), "wide");
