// Every address of the staff desk. Who is not logged in finds the login at the
// address they asked for, and the page itself afterwards.
import { more } from "app/i18n.js";
import { officer } from "app/staff_session.js";

const login = { id: () => import("app/texts/staff_login_id.js"), en: () => import("app/texts/staff_login_en.js") };
const sessions = { id: () => import("app/texts/sessions_id.js"), en: () => import("app/texts/sessions_en.js") };

// Before the desk itself: logging in, and a password of one's own.
const before = async (page) => (await Promise.all([page, more(login), more(sessions)]))[0];
const atTheDoor = () => (!officer.get() ? before(import("pages/staff/login.js"))
  : officer.get().change_password ? before(import("pages/staff/new_password.js")) : null);

// What a page needs beside itself: names of styles, and texts of its own.
const desk = (path, load, ...needs) => ({
  path,
  styles: needs.filter((need) => typeof need === "string"),
  texts: needs.filter((need) => typeof need !== "string"),
  load: () => atTheDoor() ?? load(),
});

const trail = { id: () => import("app/texts/staff_trail_id.js"), en: () => import("app/texts/staff_trail_en.js") };

const rights = { id: () => import("app/texts/rights_id.js"), en: () => import("app/texts/rights_en.js") };
const deskRights = { id: () => import("app/texts/staff_rights_id.js"), en: () => import("app/texts/staff_rights_en.js") };
const fingerprint = { id: () => import("app/texts/fingerprint_id.js"), en: () => import("app/texts/fingerprint_en.js") };
const population = { id: () => import("app/texts/staff_population_id.js"), en: () => import("app/texts/staff_population_en.js") };
const register = { id: () => import("app/texts/staff_register_id.js"), en: () => import("app/texts/staff_register_en.js") };
const joining = { id: () => import("app/texts/staff_joining_id.js"), en: () => import("app/texts/staff_joining_en.js") };
const family = { id: () => import("app/texts/family_id.js"), en: () => import("app/texts/family_en.js") };
const acting = { id: () => import("app/texts/acting_id.js"), en: () => import("app/texts/acting_en.js") };
const delegations = { id: () => import("app/texts/staff_delegations_id.js"), en: () => import("app/texts/staff_delegations_en.js") };

export const routes = [
  desk("/petugas", () => import("pages/staff/inbox/desk.js")),
  desk("/petugas/permohonan/{id}", () => import("pages/staff/inbox/desk.js"), acting, delegations, "desk_case", family),
  desk("/petugas/permohonan/{id}/perbaiki", () => import("pages/staff/counter/mend.js"), "filing", "desk_counter"),
  desk("/petugas/loket", () => import("pages/staff/counter/counter.js"), "filing", "desk_counter"),
  desk("/petugas/loket/bukti/{id}", () => import("pages/staff/counter/receipt.js"), "desk_counter", fingerprint),
  desk("/petugas/warga", () => import("pages/staff/residents/search.js"), "desk_counter", "desk_register", register),
  desk("/petugas/warga/periksa", () => import("pages/staff/residents/check.js"), "desk_register", register),
  desk("/petugas/warga/{id}", () => import("pages/staff/residents/card.js"), "desk_counter", "desk_register", register, population),
  desk("/petugas/warga/{id}/perbaiki", () => import("pages/staff/residents/correct.js"), "desk_register", register),
  desk("/petugas/pendaftaran", () => import("pages/staff/joining/list.js"), "desk_joining", joining),
  desk("/petugas/pendaftaran/{id}", () => import("pages/staff/joining/one.js"), "desk_case", "desk_joining", joining),
  desk("/petugas/surat", () => import("pages/staff/register/register.js"), "desk_counter"),
  desk("/petugas/jejak", () => import("pages/staff/trail/trail.js"), "desk_trail", trail),
  desk("/petugas/hak", () => import("pages/staff/rights/rights.js"), "desk_rights", rights, deskRights),
  desk("/petugas/kependudukan", () => import("pages/staff/population/home.js"), "desk_counter", "desk_population", population),
  desk("/petugas/kependudukan/catat", () => import("pages/staff/population/record.js"), "desk_counter", "desk_population", population),
  desk("/petugas/kependudukan/peristiwa/{id}", () => import("pages/staff/population/event.js"), "desk_population", population),
  desk("/petugas/kependudukan/laporan", () => import("pages/staff/population/report.js"), "desk_population", population),
  desk("/petugas/profil", () => import("pages/staff/profile.js"), "sessions", "desk_delegations", delegations, sessions, login),
  desk("/petugas/delegasi", () => import("pages/staff/delegations/delegations.js"), "desk_delegations", delegations),
  desk("/petugas/delegasi/baru", () => import("pages/staff/delegations/make.js"), "desk_delegations", delegations),
  desk("*", () => import("pages/staff/missing.js")),
];
