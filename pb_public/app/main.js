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

const routes = [
  { path: "/", load: () => import("pages/home/home.js") },
  { path: "/layanan/{key}", load: () => import("pages/services/service.js") },
  { path: "/ajukan/{key}", load: () => import("pages/filing/filing.js"), styles: ["filing"], private: true },
  { path: "/permohonan", load: () => import("pages/requests/list.js"), styles: ["requests"], private: true },
  { path: "/permohonan/{id}", load: () => import("pages/requests/request.js"), styles: ["requests"], private: true },
  { path: "/permohonan/{id}/perbaiki", load: () => import("pages/requests/mend.js"), styles: ["filing"], private: true },
  { path: "/permohonan/{id}/bukti", load: () => import("pages/requests/receipt.js"), styles: ["requests"], private: true },
  { path: "/dokumen", load: () => import("pages/documents/wallet.js"), styles: ["requests"], private: true },
  { path: "/profil", load: () => import("pages/account/profile.js"), styles: ["requests"], private: true },
  { path: "/masuk", load: () => import("pages/account/login.js") },
  { path: "/aktivasi", load: () => import("pages/account/activation.js") },
  { path: "/cek", load: () => import("pages/status/status.js"), styles: ["requests"] },
  { path: "/v", load: () => import("pages/verify/verify.js"), styles: ["verify"] },
  { path: "/v/{code}", load: () => import("pages/verify/verify.js"), styles: ["verify"] },
  { path: "/privasi", load: () => import("pages/privacy/privacy.js") },
  { path: "*", load: () => import("pages/home/missing.js") },
];

// People who are not logged in are sent to the login, and back.
const guard = (route, { pathname, search }) => (route.private && !account.get()
  ? "/masuk?" + new URLSearchParams({ next: pathname + search }) : null);

await speak(texts, account.get()?.language);
drawShell();
account.watch(drawShell);
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
