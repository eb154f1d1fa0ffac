// What is not configured yet, each with the way to where it is mended.
import { number, say } from "../language.js";
import { choose, records } from "../links.js";
import { office } from "../office.js";
import { missing } from "./missing.js";
import { section } from "./section.js";

const all = (collection, fields, filter) =>
  app.pb.collection(collection).getFullList({ fields, filter, requestKey: null });

const howMany = async (collection, filter) =>
  (await app.pb.collection(collection).getList(1, 1, { fields: "id", filter, requestKey: null })).totalItems;

async function load() {
  const clock = await app.pb.send("/api/office/now", { requestKey: null });
  const today = clock.now.slice(0, 10);
  const [own, settings, hamlets, officers, services, holidays, residents, numbers, told] = await Promise.all([
    office(),
    app.pb.settings.getAll({ requestKey: null }),
    all("hamlets", "id,name"),
    all("officers", "id,name,role,hamlets,active,resident,lives_elsewhere"),
    all("services", "id,active,steps"),
    all("holidays", "day,kind,closed", `day >= "${today.slice(0, 4)}-01-01" && hamlet = ""`),
    howMany("residents", ""),
    howMany("contacts", "hidden = false"),
    howMany("posts", `state = "published"`),
  ]);
  const facts = { office: own, settings, hamlets, officers, services, holidays, today, residents, numbers, told };
  return { entries: missing(facts), services };
}

function proposeFeasts(year, reload) {
  const local = store({ busy: false });
  return t.button({
    type: "button",
    className: () => "btn sm outline" + (local.busy ? " loading" : ""),
    disabled: () => local.busy,
    onclick: async () => {
      local.busy = true;
      try {
        const { added } = await app.pb.send("/api/office/holidays/propose", { method: "POST", body: { year }, requestKey: null });
        app.toasts.success(say("feasts.proposed", { count: number(added.length), year }));
        await reload();
      } catch (error) {
        app.toasts.error(error?.response?.message || error?.message);
      }
      local.busy = false;
    },
  }, t.span({ className: "txt" }, say("feasts.propose", { year })));
}

const entry = ({ key, values, href, propose }, reload) => t.li(
  null,
  t.a({ href, onclick: choose }, say("missing." + key, values)),
  t.p(null, say("missing." + key + ".why", values)),
  propose ? proposeFeasts(propose, reload) : null,
);

function catalogue(services) {
  const active = services.filter((service) => service.active).length;
  return t.p({ className: "txt-hint" },
    say("services.count", { active: number(active), inactive: number(services.length - active) }), " ",
    t.a({ href: records("services", "", "sort"), onclick: choose }, say("services.open")));
}

export const checklist = () => section(say("home.missing"), load, ({ entries, services }, reload) => [
  entries.length
    ? t.ul({ className: "mdesa-list mdesa-checklist" }, ...entries.map((one) => entry(one, reload)))
    : t.p(null, say("home.nothing_missing")),
  catalogue(services),
]);
