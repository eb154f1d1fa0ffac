// What an office still has to fill in, as far as the data shows it. Each entry
// is a text's key, values for it, and where to mend it.
import { hamletWord, roleName } from "../office.js";
import { record, records } from "../links.js";

const officeRecord = record("office", "mdesa0000office");

// missing looks through the office's facts: see load in checklist.js.
export function missing(facts) {
  return [
    ...ofOffice(facts.office),
    ...ofPeople(facts),
    ...ofCatalogue(facts.services),
    ...ofCalendar(facts),
    ...ofOpenVillage(facts),
    ...ofServer(facts.settings),
  ];
}

function ofOffice(office) {
  const empty = {
    office_name: office.name === "Baru",
    office_logo: !office.logo && !office.letterhead,
    office_address: !office.address,
    office_code: !office.area_code,
    public_url: !office.public_url,
  };
  return Object.keys(empty).filter((key) => empty[key]).map((key) => ({ key, href: officeRecord }));
}

function ofPeople({ office, hamlets, officers, residents, services }) {
  const found = [];
  const hamlet = hamletWord(office), head = roleName("hamlet_head", office);
  if (!hamlets.length) found.push({ key: "hamlets", values: { hamlet }, href: records("hamlets") });
  if (!residents) found.push({ key: "residents", href: "#/impor" });

  const active = officers.filter((officer) => officer.active);
  const used = rolesInUse(services);
  for (const role of used) {
    if (role === "hamlet_head" || active.some((officer) => fills(officer.role, role))) continue;
    found.push({ key: "role", values: { role: roleName(role, office) }, href: records("officers") });
  }
  const heads = active.filter((officer) => officer.role === "hamlet_head");
  const led = new Set(heads.flatMap((one) => one.hamlets));
  const unled = hamlets.filter(({ id }) => !led.has(id)).map(({ name }) => name);
  if (used.has("hamlet_head") && unled.length) {
    found.push({ key: "unled", values: { hamlet, head, names: unled.join(", ") }, href: records("officers", `role = "hamlet_head"`) });
  }
  for (const { id, name } of heads.filter((one) => !one.hamlets.length)) {
    found.push({ key: "leads_nothing", values: { hamlet, name }, href: record("officers", id) });
  }
  return [...found, ...unlinked(active)];
}

// Who decides is to be known in the register: only then can the program keep
// them from their own household's requests. Living elsewhere is an answer too.
function unlinked(active) {
  const unknown = active.filter((one) => one.role !== "auditor" && !one.resident && !one.lives_elsewhere);
  if (!unknown.length) return [];
  const href = records("officers", `active = true && role != "auditor" && resident = "" && lives_elsewhere = false`, "name");
  return [{ key: "unlinked", values: { count: unknown.length, names: shortList(unknown.map(({ name }) => name)) },
    href: unknown.length === 1 ? record("officers", unknown[0].id) : href }];
}

const namesShown = 4;

const shortList = (names) => names.slice(0, namesShown).join("; ") + (names.length > namesShown ? "; …" : "");

// The secretary also fills in for the desk officers.
const fills = (role, step) => role === step || (role === "secretary" && step === "officer");

const rolesInUse = (services) => new Set(services
  .filter((service) => service.active)
  .flatMap((service) => (service.steps ?? []).map((step) => step.role)));

function ofCatalogue(services) {
  return services.some((service) => service.active) ? [] : [{ key: "services", href: records("services") }];
}

// The government's decree with the next year's holidays comes around September.
const decreeMonth = "09";

function ofCalendar({ office, holidays, today }) {
  const year = Number(today.slice(0, 4));
  const years = today.slice(5, 7) >= decreeMonth ? [year, year + 1] : [year];
  const balinese = office.province.trim().toLowerCase() === "bali";
  const inYear = (kind, year) => holidays.filter((h) => h.kind === kind && h.day.startsWith(String(year)));
  return years.flatMap((year) => {
    const found = [];
    const days = records("holidays", `day >= "${year}-01-01" && day <= "${year}-12-31"`, "day");
    if (!inYear("nasional", year).length) found.push({ key: "holidays", values: { year }, href: days });
    const feasts = inYear("bali_fakultatif", year);
    const open = feasts.filter((h) => !h.closed && h.day >= today);
    if (balinese && !feasts.length) found.push({ key: "feasts", values: { year }, href: days, propose: year });
    if (open.length) {
      const href = records("holidays", `kind = "bali_fakultatif" && closed = false && day >= "${year}-01-01" && day <= "${year}-12-31"`, "day");
      found.push({ key: "feasts_open", values: { year, count: open.length }, href });
    }
    return found;
  });
}

// What everybody reads would be empty pages without these.
function ofOpenVillage({ office, numbers, told }) {
  const empty = [
    ["numbers", !numbers, records("contacts")],
    ["told", !told, records("posts")],
    ["pledge", !office.pledge || !office.pledge_on, officeRecord],
    ["tiles", !office.tiles, officeRecord],
  ];
  return empty.filter(([, isEmpty]) => isEmpty).map(([key, , href]) => ({ key, href }));
}

function ofServer(settings) {
  const found = [];
  if (!settings.backups?.cron) found.push({ key: "backups", href: "#/settings/backups" });
  if (!settings.smtp?.enabled) found.push({ key: "mail", href: "#/settings/mail" });
  return found;
}
