// When an event is, in one line; a day of an event ends where the next begins.
import { t } from "app/i18n.js";
import { date, moment, time, zone } from "app/dates.js";

const dayOf = (text) => new Intl.DateTimeFormat("en-CA", { timeZone: zone() }).format(moment(text));

export function eventTime({ starts_at: from, ends_at: to, all_day: whole }) {
  const oneDay = !to || dayOf(from) === dayOf(to);
  if (whole) return oneDay ? date(from) : t("news.from_to", { from: date(from), to: date(to) });
  if (!to) return t("news.at", { day: date(from), time: time(from) });
  if (oneDay) return t("news.at_between", { day: date(from), from: time(from).replace(/ \S+$/, ""), to: time(to) });
  return t("news.from_to", { from: t("news.at", { day: date(from), time: time(from) }), to: t("news.at", { day: date(to), time: time(to) }) });
}
