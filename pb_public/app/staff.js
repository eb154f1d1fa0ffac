// The start of the staff desk.
import { speak, language } from "app/i18n.js";
import { loadOffice, office } from "app/office.js";
import { officer, checkLogin } from "app/staff_session.js";
import { routes } from "app/staff_routes.js";
import { listen } from "app/staff_live.js";
import { start, refresh } from "app/router.js";
import { drawShell, ring } from "app/staff_shell.js";
import { addIcons } from "ui/icon.js";
import deskIcons from "ui/icons_desk.js";

addIcons(deskIcons);
await speak(["staff"], officer.get()?.language);
drawShell();

const known = (one) => one && one.id + (one.change_password ? " must choose a password" : "");
let who = known(officer.get());
officer.watch((now) => {
  drawShell();
  if (known(now) === who) return; // a renewed token or a changed setting
  who = known(now);
  if (!now || now.change_password) refresh();
});
office.watch(drawShell);
language.watch(() => { drawShell(); refresh(); });

loadOffice().catch(() => {}); // the page does not wait: names are filled in as they come
checkLogin();
listen();
import("app/notices.js").then((news) => { // after the first page, which does not wait for it
  news.listen();
  news.unread.watch(drawShell);
  ring(() => news.bell("/petugas/kabar"));
}, () => {});
start({
  routes,
  outlet: document.getElementById("main"),
  mine: (path) => path === "/petugas" || path.startsWith("/petugas/"),
  moved: drawShell,
});
