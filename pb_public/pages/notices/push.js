// Notifications on this device, by Web Push. What is shown says which kind of
// news there is and nothing more: anybody may see a lock screen.
import { html, nothing } from "lit-html";
import { t } from "app/i18n.js";
import { pb } from "app/api.js";
import { shortDate } from "app/dates.js";
import { readFault } from "app/fault.js";
import { keepOffline } from "app/offline.js";
import { button } from "ui/button.js";
import { notice, toast } from "ui/notice.js";

const able = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

// pushPart is the part of the page: take gives it the server's answer.
export function pushPart(draw, reload) {
  const state = { choices: null, here: null, busy: false, fault: null };
  const act = async (deed) => {
    Object.assign(state, { busy: true, fault: null });
    draw();
    try { await deed(); } catch (err) { state.fault = err.name === "NotAllowedError" ? { message: t("notices.push_denied") } : readFault(err); }
    state.busy = false;
    await look();
    reload();
  };
  const look = async () => {
    if (!able()) return;
    const registration = await navigator.serviceWorker.getRegistration("/");
    state.here = await registration?.pushManager.getSubscription() ?? null;
  };
  return {
    take(choices) {
      state.choices = choices;
      look().then(draw, () => {});
    },
    view: () => view(state, {
      turnOn: () => act(() => subscribe(state.choices.push_key)),
      remove: (device) => act(() => pb.send("/api/notices/push/" + device.id, { method: "DELETE" })),
    }),
  };
}

async function subscribe(key) {
  if (await Notification.requestPermission() !== "granted") throw new DOMException("", "NotAllowedError");
  if (!await navigator.serviceWorker.getRegistration("/")) keepOffline();
  const registration = await navigator.serviceWorker.ready;
  await (await registration.pushManager.getSubscription())?.unsubscribe(); // of another login, or another key
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await pb.send("/api/notices/push", { method: "POST", body: subscription.toJSON() });
  toast(t("notices.push_on"));
}

function view({ choices, busy, fault }, acts) {
  return html`${fault ? notice("warn", fault.message) : nothing}
    ${choices?.devices.length ? html`<h3>${t("notices.devices")}</h3><ul class="plain notices-devices">${choices.devices.map((device) => html`<li>
      <div><strong>${device.device || t("notices.device")}</strong><p class="small soft">${t("notices.since", { day: shortDate(device.at) })}</p></div>
      <button type="button" class="button quiet" @click=${() => acts.remove(device)}>${t("notices.push_off")}<span class="unseen"> ${device.device}</span></button></li>`)}</ul>` : nothing}
    ${way(busy, acts)}`;
}

function way(busy, acts) {
  if (!able()) return html`<p class="small soft">${t("notices.push_unable")}</p>`;
  if (pb.authStore.shared) return html`<p class="small soft">${t("notices.push_shared")}</p>`;
  if (Notification.permission === "denied") return html`<p class="small soft">${t("notices.push_denied")}</p>`;
  return html`<p>${button({ label: t("notices.push_here"), kind: "quiet", busy, onclick: acts.turnOn })}</p>`;
}
