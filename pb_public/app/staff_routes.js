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
const notices = { id: () => import("app/texts/notices_id.js"), en: () => import("app/texts/notices_en.js") };
const chart = { id: () => import("app/texts/chart_id.js"), en: () => import("app/texts/chart_en.js") };
const benefits = { id: () => import("app/texts/benefits_id.js"), en: () => import("app/texts/benefits_en.js") };
const deskBenefits = { id: () => import("app/texts/staff_benefits_id.js"), en: () => import("app/texts/staff_benefits_en.js") };
const budget = { id: () => import("app/texts/budget_id.js"), en: () => import("app/texts/budget_en.js") };
const deskBudget = { id: () => import("app/texts/staff_budget_id.js"), en: () => import("app/texts/staff_budget_en.js") };
const board = { id: () => import("app/texts/staff_board_id.js"), en: () => import("app/texts/staff_board_en.js") };
const reportFeed = { id: () => import("app/texts/report_feed_id.js"), en: () => import("app/texts/report_feed_en.js") };

const moreTexts = { id: () => import("app/texts/staff_more_id.js"), en: () => import("app/texts/staff_more_en.js") };

const reports = { id: () => import("app/texts/reports_id.js"), en: () => import("app/texts/reports_en.js") };
const deskReports = { id: () => import("app/texts/staff_reports_id.js"), en: () => import("app/texts/staff_reports_en.js") };
const programs = { id: () => import("app/texts/programs_id.js"), en: () => import("app/texts/programs_en.js") };
const deskPrograms = { id: () => import("app/texts/staff_programs_id.js"), en: () => import("app/texts/staff_programs_en.js") };
const satisfaction = { id: () => import("app/texts/satisfaction_id.js"), en: () => import("app/texts/satisfaction_en.js") };
const deskSatisfaction = { id: () => import("app/texts/staff_satisfaction_id.js"), en: () => import("app/texts/staff_satisfaction_en.js") };
const news = { id: () => import("app/texts/news_id.js"), en: () => import("app/texts/news_en.js") };
const information = { id: () => import("app/texts/information_id.js"), en: () => import("app/texts/information_en.js") };
const deskNews = { id: () => import("app/texts/staff_news_id.js"), en: () => import("app/texts/staff_news_en.js") };

export const routes = [
  desk("/petugas", () => import("pages/staff/inbox/desk.js")),
  desk("/petugas/permohonan/{id}", () => import("pages/staff/inbox/desk.js"), acting, delegations, "desk_case", family, "filing", "reports", reports, deskReports),
  desk("/petugas/permohonan/{id}/perbaiki", () => import("pages/staff/counter/mend.js"), "filing", "desk_counter", "reports", "map", reports),
  desk("/petugas/loket", () => import("pages/staff/counter/counter.js"), "filing", "desk_counter", "reports", "map", reports),
  desk("/petugas/loket/bukti/{id}", () => import("pages/staff/counter/receipt.js"), "desk_counter", fingerprint),
  desk("/petugas/warga", () => import("pages/staff/residents/search.js"), "desk_counter", "desk_register", register),
  desk("/petugas/warga/periksa", () => import("pages/staff/residents/check.js"), "desk_register", register),
  desk("/petugas/warga/{id}", () => import("pages/staff/residents/card.js"), "desk_counter", "desk_register", register, population, benefits, deskBenefits),
  desk("/petugas/warga/{id}/perbaiki", () => import("pages/staff/residents/correct.js"), "desk_register", register),
  desk("/petugas/warga/{id}/persetujuan", () => import("pages/staff/rights/consents.js"), "desk_rights", register, rights, deskRights),
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
  desk("/petugas/profil/kabar", () => import("pages/notices/settings.js"), "notices", notices),
  desk("/petugas/kabar", () => import("pages/notices/list.js"), "notices", notices),
  desk("/petugas/delegasi", () => import("pages/staff/delegations/delegations.js"), "desk_delegations", delegations),
  desk("/petugas/delegasi/baru", () => import("pages/staff/delegations/make.js"), "desk_delegations", delegations),
  desk("/petugas/anggaran", () => import("pages/staff/budget/budget.js"), "budget", "desk_delegations", chart, budget, deskBudget),
  desk("/petugas/pantau", () => import("pages/staff/board/board.js"), "desk_board", board, reportFeed),
  desk("/petugas/lainnya", () => import("pages/staff/more/more.js"), "desk_more", moreTexts),
  desk("/petugas/program", () => import("pages/staff/programs/list.js"), "programs", programs, deskPrograms),
  desk("/petugas/program/baru", () => import("pages/staff/programs/edit.js"), "programs", "map", programs, deskPrograms),
  desk("/petugas/program/{id}", () => import("pages/staff/programs/one.js"), "programs", programs, deskPrograms),
  desk("/petugas/program/{id}/ubah", () => import("pages/staff/programs/edit.js"), "programs", "map", programs, deskPrograms),
  desk("/petugas/program/{id}/tahap", () => import("pages/staff/programs/milestone.js"), "programs", programs, deskPrograms),
  desk("/petugas/usulan", () => import("pages/staff/proposals/inbox.js"), "programs", "desk_programs", programs, deskPrograms),
  desk("/petugas/usulan/baru", () => import("pages/staff/proposals/make.js"), "programs", programs, deskPrograms),
  desk("/petugas/usulan/{id}", () => import("pages/staff/proposals/one.js"), "programs", programs, deskPrograms),
  desk("/petugas/bantuan", () => import("pages/staff/benefits/programs.js"), "benefits", "desk_benefits", benefits, deskBenefits),
  desk("/petugas/bantuan/{program}", () => import("pages/staff/benefits/program.js"), "benefits", "desk_benefits", "desk_register", register, benefits, deskBenefits),
  desk("/petugas/bantuan/{program}/baru", () => import("pages/staff/benefits/add.js"), "benefits", "desk_benefits", benefits, deskBenefits),
  desk("/petugas/bantuan/{program}/bayar", () => import("pages/staff/benefits/pay.js"), "benefits", "desk_benefits", benefits, deskBenefits),
  desk("/petugas/bantuan/{program}/impor", () => import("pages/staff/benefits/import.js"), "benefits", "desk_benefits", benefits, deskBenefits),
  desk("/petugas/bantuan/{program}/{id}", () => import("pages/staff/benefits/one.js"), "benefits", "desk_benefits", benefits, deskBenefits),
  desk("/petugas/kepuasan", () => import("pages/staff/satisfaction/satisfaction.js"), "budget", "satisfaction", chart, satisfaction, deskSatisfaction),
  desk("/petugas/kepuasan/standar", () => import("pages/staff/satisfaction/annex.js"), "budget", "satisfaction", chart, satisfaction, deskSatisfaction),
  desk("/petugas/berita", () => import("pages/staff/news/list.js"), "news", "desk_news", news, deskNews),
  desk("/petugas/berita/{id}", () => import("pages/staff/news/edit.js"), "news", "desk_news", news, deskNews),
  desk("/petugas/informasi", () => import("pages/staff/information/publications.js"), "news", "desk_news", news, information, deskNews),
  desk("/petugas/informasi/permintaan", () => import("pages/staff/information/requests.js"), "news", "desk_news", news, information, deskNews),
  desk("/petugas/informasi/permintaan/baru", () => import("pages/staff/information/file.js"), "news", "desk_news", information, deskNews),
  desk("/petugas/informasi/permintaan/{id}", () => import("pages/staff/information/request.js"), "news", "desk_news", information, deskNews),
  desk("/petugas/informasi/register", () => import("pages/staff/information/register.js"), "news", "desk_news", information, deskNews),
  desk("/petugas/informasi/nomor", () => import("pages/staff/information/numbers.js"), "news", "desk_news", news, deskNews),
  desk("/petugas/informasi/usaha", () => import("pages/staff/information/businesses.js"), "news", "desk_news", news, deskNews),
  desk("*", () => import("pages/staff/missing.js")),
];
