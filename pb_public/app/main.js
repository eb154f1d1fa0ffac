// The start of the residents' page, and the addresses of letters and requests;
// the others stand in more_routes.js. A page, and the style only it needs, is
// loaded when it is first opened.
import { t, speak, language } from "app/i18n.js";
import { loadOffice, office } from "app/office.js";
import { account, checkLogin } from "app/session.js";
import { start, refresh } from "app/router.js";
import { drawShell, ring } from "app/shell.js";
import { keepOffline } from "app/offline.js";

const routes = [
  { path: "/", load: () => import("pages/home/home.js") },
  { path: "/layanan/{key}", load: () => import("pages/services/service.js"), texts: ["service"] },
  { path: "/ajukan/{key}", load: () => import("pages/filing/filing.js"), styles: ["filing", "reports", "map"], texts: ["check", "family", "reports"], private: true },
  { path: "/lapor", load: () => import("pages/reports/choose.js"), styles: ["reports"], texts: ["reports"] },
  { path: "/permohonan", load: () => import("pages/requests/list.js"), styles: ["requests"], texts: ["reports"], private: true },
  { path: "/permohonan/{id}", load: () => import("pages/requests/request.js"), styles: ["requests", "fingerprint", "reports", "satisfaction"], texts: ["story", "fingerprint", "family", "acting", "reports"], private: true },
  { path: "/permohonan/{id}/perbaiki", load: () => import("pages/requests/mend.js"), styles: ["filing", "reports", "map"], texts: ["story", "reports"], private: true },
  { path: "/permohonan/{id}/bukti", load: () => import("pages/requests/receipt.js"), styles: ["requests", "fingerprint"], texts: ["receipt", "fingerprint", "family", "reports"], private: true },
  { path: "/masuk", load: () => import("pages/account/login.js"), texts: ["sessions", "joining"] },
  { path: "/v", load: () => import("pages/verify/verify.js"), styles: ["verify"], texts: ["verify"] },
  { path: "/v/{code}", load: () => import("pages/verify/verify.js"), styles: ["verify"], texts: ["verify"] },
  { path: "*", load: () => import("pages/home/missing.js") },
];

// People who are not logged in are sent to the login, and back.
const guard = (route, { pathname, search }) => (route.private && !account.get()
  ? "/masuk?" + new URLSearchParams({ next: pathname + search }) : null);

await speak([], account.get()?.language);
drawShell();
let who = account.get()?.id;
let told = false; // of the news for who is logged in
account.watch((now) => {
  drawShell();
  tell();
  if (who && !now) refresh(); // a session that ended by itself: private pages lead to the login
  who = now?.id;
});
office.watch(drawShell);
language.watch(() => { drawShell(); refresh(); });

function tell() {
  if (told || !account.get()) return;
  told = true;
  import("app/notices.js").then(({ listen, unread, bell }) => { listen(); unread.watch(drawShell); ring(() => bell("/kabar")); }, () => { told = false; });
}

tell();
loadOffice().catch(() => {}); // the page does not wait: names are filled in as they come
checkLogin();
start({
  routes, guard, rest: () => import("app/more_routes.js"),
  outlet: document.getElementById("main"),
  mine: (path) => !/^\/(petugas|api|_)(\/|$)/.test(path),
  moved: drawShell,
});
keepOffline();
