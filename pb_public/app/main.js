// The start of the residents' page, and every address of it. A page, and the
// style only it needs, is loaded when it is first opened.
import { t, speak, language } from "app/i18n.js";
import { loadOffice, office } from "app/office.js";
import { account, checkLogin } from "app/session.js";
import { start, refresh } from "app/router.js";
import { drawShell } from "app/shell.js";
import { keepOffline } from "app/offline.js";

const texts = {
  id: () => import("app/texts/id.js"),
  en: () => import("app/texts/en.js"),
};

// Texts of some pages only.
const sessions = { id: () => import("app/texts/sessions_id.js"), en: () => import("app/texts/sessions_en.js") };
const rights = { id: () => import("app/texts/rights_id.js"), en: () => import("app/texts/rights_en.js") };
const fingerprint = { id: () => import("app/texts/fingerprint_id.js"), en: () => import("app/texts/fingerprint_en.js") };
const joining = { id: () => import("app/texts/joining_id.js"), en: () => import("app/texts/joining_en.js") };
const family = { id: () => import("app/texts/family_id.js"), en: () => import("app/texts/family_en.js") };
const acting = { id: () => import("app/texts/acting_id.js"), en: () => import("app/texts/acting_en.js") };

const routes = [
  { path: "/", load: () => import("pages/home/home.js") },
  { path: "/layanan/{key}", load: () => import("pages/services/service.js") },
  { path: "/ajukan/{key}", load: () => import("pages/filing/filing.js"), styles: ["filing"], texts: [family], private: true },
  { path: "/permohonan", load: () => import("pages/requests/list.js"), styles: ["requests"], private: true },
  { path: "/permohonan/{id}", load: () => import("pages/requests/request.js"), styles: ["requests", "fingerprint"], texts: [fingerprint, family, acting], private: true },
  { path: "/permohonan/{id}/perbaiki", load: () => import("pages/requests/mend.js"), styles: ["filing"], private: true },
  { path: "/permohonan/{id}/bukti", load: () => import("pages/requests/receipt.js"), styles: ["requests", "fingerprint"], texts: [fingerprint, family], private: true },
  { path: "/dokumen", load: () => import("pages/documents/wallet.js"), styles: ["requests"], private: true },
  { path: "/profil", load: () => import("pages/account/profile.js"), styles: ["requests", "sessions"], texts: [rights, sessions, joining, family], private: true },
  { path: "/masuk", load: () => import("pages/account/login.js"), texts: [sessions, joining] },
  { path: "/aktivasi", load: () => import("pages/account/activation.js"), texts: [joining] },
  { path: "/daftar", load: () => import("pages/account/registration.js"), styles: ["joining"], texts: [joining] },
  { path: "/daftar/bukti", load: () => import("pages/account/registration_receipt.js"), styles: ["requests", "joining"], texts: [joining] },
  { path: "/daftar/status", load: () => import("pages/account/registration_status.js"), styles: ["requests"], texts: [joining] },
  { path: "/lupa", load: () => import("pages/account/recovery.js"), styles: ["joining"], texts: [joining] },
  { path: "/cek", load: () => import("pages/status/status.js"), styles: ["requests"], texts: [fingerprint] },
  { path: "/v", load: () => import("pages/verify/verify.js"), styles: ["verify"] },
  { path: "/v/{code}", load: () => import("pages/verify/verify.js"), styles: ["verify"] },
  { path: "/privasi", load: () => import("pages/privacy/privacy.js"), texts: [rights] },
  { path: "/privasi/data", load: () => import("pages/privacy/data.js"), styles: ["rights"], texts: [rights], private: true },
  { path: "/privasi/koreksi", load: () => import("pages/privacy/correct.js"), styles: ["filing", "rights"], texts: [rights], private: true },
  { path: "/privasi/jejak", load: () => import("pages/privacy/trail.js"), styles: ["trail"], texts: [rights], private: true },
  { path: "*", load: () => import("pages/home/missing.js") },
];

// People who are not logged in are sent to the login, and back.
const guard = (route, { pathname, search }) => (route.private && !account.get()
  ? "/masuk?" + new URLSearchParams({ next: pathname + search }) : null);

await speak(texts, account.get()?.language);
drawShell();
let who = account.get()?.id;
account.watch((now) => {
  drawShell();
  if (who && !now) refresh(); // a session that ended by itself: private pages lead to the login
  who = now?.id;
});
office.watch(drawShell);
language.watch(() => { drawShell(); refresh(); });

loadOffice().catch(() => {}); // the page does not wait: names are filled in as they come
checkLogin();
start({
  routes, guard,
  outlet: document.getElementById("main"),
  mine: (path) => !/^\/(petugas|api|_)(\/|$)/.test(path),
  moved: drawShell,
});
keepOffline();
