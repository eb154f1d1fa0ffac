// What the page knows and does about a missing network.
import { store } from "app/store.js";

// online is whether the phone has a network, as far as it knows.
export const online = store(navigator.onLine);
window.addEventListener("online", () => online.set(true));
window.addEventListener("offline", () => online.set(false));

// keepOffline starts the service worker that opens the page without network. Its address must come
// from a Trusted Types policy; it is a constant.
export function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  const policy = window.trustedTypes?.createPolicy("mdesa", { createScriptURL: () => "/sw.js" });
  const address = policy ? policy.createScriptURL("") : "/sw.js";
  window.addEventListener("load", () => navigator.serviceWorker.register(address).catch(() => {}));
  if (document.readyState === "complete") navigator.serviceWorker.register(address).catch(() => {});
}
