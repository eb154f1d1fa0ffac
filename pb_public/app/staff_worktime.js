// Working time as the office counts it, to say how long a promise still runs.
// The server's clock (hooks/office) decides; this only words it.
import { pb } from "app/api.js";
import { hoursOf, office } from "app/office.js";
import { zone } from "app/dates.js";

const most = 120; // days to look ahead or back; beyond that nobody counts hours
let closedDays = new Set();

// loadHolidays fetches the days on which the whole office is closed.
export async function loadHolidays() {
  const list = await pb.collection("holidays").getFullList({ filter: 'closed = true && hamlet = ""', fields: "day", batch: 500 });
  closedDays = new Set(list.map((holiday) => holiday.day));
}

// workingMinutes counts the office's open minutes between two moments (Date),
// negative when `to` lies before `from`; null while the hours are not known.
export function workingMinutes(from, to) {
  if (!office.get()?.hours?.length) return null;
  if (to < from) return -workingMinutes(to, from);
  const start = local(from);
  const end = local(to);
  let sum = 0;
  for (let day = start.day, n = 0; day <= end.day && n < most; day = nextDay(day), n++) {
    sum += openBetween(day, day === start.day ? start.minute : 0, day === end.day ? end.minute : 1440);
  }
  return sum;
}

// dayMinutes is how long this office's working day is, on average.
export function dayMinutes() {
  const days = Object.values(hoursOf(office.get(), local(new Date()).day)).filter((spans) => spans.length);
  return days.length ? days.flat().reduce((sum, span) => sum + length(span), 0) / days.length : 480;
}

const minutes = (hour) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
const length = ([from, until]) => minutes(until) - minutes(from);

function openBetween(day, from, until) {
  if (closedDays.has(day)) return 0;
  const weekday = new Date(day + "T00:00:00Z").getUTCDay() || 7; // 1 = Monday
  return (hoursOf(office.get(), day)[weekday] ?? [])
    .reduce((sum, [open, close]) => sum + Math.max(0, Math.min(until, minutes(close)) - Math.max(from, minutes(open))), 0);
}

const nextDay = (day) => new Date(Date.parse(day + "T00:00:00Z") + 864e5).toISOString().slice(0, 10);

// local is a moment as the office's day and its minute.
function local(moment) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-CA", {
    timeZone: zone(), hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(moment).map((part) => [part.type, part.value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minute: Number(parts.hour) * 60 + Number(parts.minute) };
}
