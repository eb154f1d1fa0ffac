// Keeps the page usable without network: its own files, the office, the services
// and the public keys that check letters. Nothing personal is ever kept here.
// A file is taken from the network when it answers, else from the cache, so that
// nobody is left with an old page.
const cacheName = "mdesa-1";

// What the verification page needs, so that it opens offline after any visit.
const shell = [
  "/", "/css/tokens.css", "/css/base.css", "/css/controls.css", "/css/parts.css", "/css/page.css", "/css/verify.css",
  "/app/alarms.js", "/app/main.js", "/app/api.js", "/app/dates.js", "/app/fault.js", "/app/i18n.js", "/app/office.js", "/app/offline.js",
  "/app/router.js", "/app/session.js", "/app/shell.js", "/app/store.js", "/app/texts/id.js", "/app/texts/en.js", "/app/texts/verify_id.js", "/app/texts/verify_en.js",
  "/ui/button.js", "/ui/errors.js", "/ui/facts.js", "/ui/field.js", "/ui/icon.js", "/ui/icons.js", "/ui/notice.js", "/ui/states.js",
  "/pages/verify/verify.js", "/pages/verify/payload.js", "/pages/verify/verdict.js", "/pages/verify/compare.js",
  "/vendor/lit-html-3.3.3/lit-html.js", "/vendor/lit-html-3.3.3/directive.js", "/vendor/lit-html-3.3.3/directive-helpers.js",
  "/vendor/lit-html-3.3.3/directives/live.js", "/vendor/pocketbase-0.28.1.mjs",
  "/api/letters/keys", "/api/open/home",
];

const publicData = /^\/api\/(letters\/keys|open\/(home|contacts)|collections\/services\/records(\/.*)?)$/;
const ownFile = /^\/(app|ui|css|vendor|pages|icons)\/|^\/manifest\.webmanifest$/;

self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(cacheName);
  await Promise.all(shell.map((address) => cache.add(address).catch(() => {}))); // one that fails is kept later
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("mdesa-") && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (!/^\/(petugas|api|_)(\/|$)/.test(pathname)) event.respondWith(page(request));
  } else if (ownFile.test(pathname) || publicData.test(pathname)) {
    event.respondWith(networkFirst(request));
  }
});

// A push message says what kind of news there is, and nothing about anybody: a
// lock screen is read by others too.
self.addEventListener("push", (event) => {
  const { title, body, link, tag } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(title ?? "M-Desa", {
    body, tag, icon: "/icons/mdesa-192.png", data: { link: /^\/[a-z]/.test(link) ? link : "/kabar" },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data.link));
});

// show brings a page that is open already to the front, or opens one.
async function show(link) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find(({ url }) => new URL(url).pathname === link);
  await (open ? open.focus() : self.clients.openWindow(link));
}

// Every address of the page is the same file, kept once under "/"; the address
// itself (a letter's code, a request's id) is not kept.
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    return await caches.match("/") ?? Response.error();
  }
}

async function networkFirst(request) {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return await cache.match(request, { ignoreVary: true }) ?? Response.error();
  }
}
