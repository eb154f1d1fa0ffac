// Every address of the staff desk. Who is not logged in finds the login at the
// address they asked for, and the page itself afterwards.
import { officer } from "app/staff_session.js";

// What a page needs beside itself: names of styles, and texts of its own.
const desk = (path, load, ...needs) => ({
  path,
  styles: needs.filter((need) => typeof need === "string"),
  texts: needs.filter((need) => typeof need !== "string"),
  load: () => (officer.get() ? load() : import("pages/staff/login.js")),
});

export const routes = [
  desk("/petugas", () => import("pages/staff/inbox/desk.js")),
  desk("/petugas/permohonan/{id}", () => import("pages/staff/inbox/desk.js"), "desk_case"),
  desk("/petugas/permohonan/{id}/perbaiki", () => import("pages/staff/counter/mend.js"), "filing", "desk_counter"),
  desk("/petugas/loket", () => import("pages/staff/counter/counter.js"), "filing", "desk_counter"),
  desk("/petugas/loket/bukti/{id}", () => import("pages/staff/counter/receipt.js"), "desk_counter"),
  desk("/petugas/warga", () => import("pages/staff/residents/search.js"), "desk_counter"),
  desk("/petugas/warga/{id}", () => import("pages/staff/residents/card.js"), "desk_counter"),
  desk("/petugas/surat", () => import("pages/staff/register/register.js"), "desk_counter"),
  desk("/petugas/profil", () => import("pages/staff/profile.js")),
  desk("*", () => import("pages/staff/missing.js")),
];
