// What went wrong, as a person can be told. The server answers in the caller's
// language; only a lost connection has its text here.
import { t } from "app/i18n.js";

// readFault turns anything thrown into
// { status, key, message, offline, fields: { name: message } }.
export function readFault(err) {
  const answer = err?.response;
  const status = answer?.status || err?.status || 0;
  if (status) {
    return {
      status,
      key: answer?.key || "",
      message: answer?.message || t("fault.unknown"),
      offline: false,
      fields: fieldMessages(answer?.data),
    };
  }
  const offline = /^ClientResponseError/.test(err?.name) || err instanceof TypeError || !navigator.onLine;
  if (!offline) console.error(err);
  return {
    status: 0,
    key: offline ? "fault.offline" : "fault.unknown",
    message: offline ? t("fault.offline") : t("fault.unknown"),
    offline,
    fields: {},
  };
}

function fieldMessages(data = {}) {
  return Object.fromEntries(Object.entries(data).map(([field, fault]) => [field, fault.message]));
}
