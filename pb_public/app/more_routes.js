// The addresses that a first visit does not need: what belongs to one's login and
// data, and the open village. The router asks for them when it does not know an
// address.
const sessions = { id: () => import("app/texts/sessions_id.js"), en: () => import("app/texts/sessions_en.js") };
const rights = { id: () => import("app/texts/rights_id.js"), en: () => import("app/texts/rights_en.js") };
const fingerprint = { id: () => import("app/texts/fingerprint_id.js"), en: () => import("app/texts/fingerprint_en.js") };
const joining = { id: () => import("app/texts/joining_id.js"), en: () => import("app/texts/joining_en.js") };
const family = { id: () => import("app/texts/family_id.js"), en: () => import("app/texts/family_en.js") };
const notices = { id: () => import("app/texts/notices_id.js"), en: () => import("app/texts/notices_en.js") };
const chart = { id: () => import("app/texts/chart_id.js"), en: () => import("app/texts/chart_en.js") };
const benefits = { id: () => import("app/texts/benefits_id.js"), en: () => import("app/texts/benefits_en.js") };
const budget = { id: () => import("app/texts/budget_id.js"), en: () => import("app/texts/budget_en.js") };
const reportFeed = { id: () => import("app/texts/report_feed_id.js"), en: () => import("app/texts/report_feed_en.js") };
const programs = { id: () => import("app/texts/programs_id.js"), en: () => import("app/texts/programs_en.js") };
const satisfaction = { id: () => import("app/texts/satisfaction_id.js"), en: () => import("app/texts/satisfaction_en.js") };
const news = { id: () => import("app/texts/news_id.js"), en: () => import("app/texts/news_en.js") };
const information = { id: () => import("app/texts/information_id.js"), en: () => import("app/texts/information_en.js") };
const statistics = { id: () => import("app/texts/statistics_id.js"), en: () => import("app/texts/statistics_en.js") };

export const routes = [
  { path: "/dokumen", load: () => import("pages/documents/wallet.js"), styles: ["requests"], private: true },
  { path: "/profil", load: () => import("pages/account/profile.js"), styles: ["requests", "sessions"], texts: [rights, sessions, joining, family], private: true },
  { path: "/profil/kabar", load: () => import("pages/notices/settings.js"), styles: ["notices"], texts: [notices], private: true },
  { path: "/kabar", load: () => import("pages/notices/list.js"), styles: ["notices"], texts: [notices], private: true },
  { path: "/aktivasi", load: () => import("pages/account/activation.js"), texts: [joining] },
  { path: "/daftar", load: () => import("pages/account/registration.js"), styles: ["joining"], texts: [joining] },
  { path: "/daftar/bukti", load: () => import("pages/account/registration_receipt.js"), styles: ["requests", "joining"], texts: [joining] },
  { path: "/daftar/status", load: () => import("pages/account/registration_status.js"), styles: ["requests"], texts: [joining] },
  { path: "/lupa", load: () => import("pages/account/recovery.js"), styles: ["joining"], texts: [joining] },
  { path: "/cek", load: () => import("pages/status/status.js"), styles: ["requests"], texts: [fingerprint] },
  { path: "/privasi", load: () => import("pages/privacy/privacy.js"), texts: [rights] },
  { path: "/privasi/data", load: () => import("pages/privacy/data.js"), styles: ["rights"], texts: [rights], private: true },
  { path: "/privasi/koreksi", load: () => import("pages/privacy/correct.js"), styles: ["filing", "rights"], texts: [rights], private: true },
  { path: "/privasi/jejak", load: () => import("pages/privacy/trail.js"), styles: ["trail"], texts: [rights], private: true },
  { path: "/bantuan", load: () => import("pages/benefits/mine.js"), styles: ["benefits"], texts: [benefits], private: true },
  { path: "/anggaran", load: () => import("pages/budget/years.js"), styles: ["budget"], texts: [chart, budget] },
  { path: "/anggaran/{year}", load: () => import("pages/budget/year.js"), styles: ["budget"], texts: [chart, budget] },
  { path: "/anggaran/{year}/baliho", load: () => import("pages/budget/poster.js"), styles: ["budget"], texts: [chart, budget] },
  { path: "/laporan", load: () => import("pages/reports/feed.js"), styles: ["report_feed"], texts: [reportFeed] },
  { path: "/laporan/{code}", load: () => import("pages/reports/report.js"), styles: ["report_feed", "requests"], texts: [reportFeed] },
  { path: "/program", load: () => import("pages/programs/list.js"), styles: ["programs", "map"], texts: [programs] },
  { path: "/program/{id}", load: () => import("pages/programs/one.js"), styles: ["programs", "map", "budget"], texts: [programs, benefits, chart] },
  { path: "/statistik", load: () => import("pages/statistics/statistics.js"), styles: ["budget", "statistics"], texts: [chart, statistics] },
  { path: "/usulan", load: () => import("pages/proposals/list.js"), styles: ["programs"], texts: [programs] },
  { path: "/usulan/baru", load: () => import("pages/proposals/make.js"), styles: ["programs", "map"], texts: [programs], private: true },
  { path: "/usulan/{id}", load: () => import("pages/proposals/one.js"), styles: ["programs", "map"], texts: [programs] },
  { path: "/kepuasan", load: () => import("pages/satisfaction/results.js"), styles: ["budget", "satisfaction"], texts: [chart, satisfaction] },
  { path: "/kepuasan/laporan", load: () => import("pages/satisfaction/report.js"), styles: ["budget", "satisfaction"], texts: [chart, satisfaction] },
  { path: "/janji", load: () => import("pages/satisfaction/promises.js"), styles: ["budget", "satisfaction"], texts: [chart, satisfaction] },
  { path: "/janji/maklumat", load: () => import("pages/satisfaction/pledge.js"), styles: ["satisfaction"], texts: [satisfaction] },
  { path: "/standar", load: () => import("pages/satisfaction/standards.js"), styles: ["satisfaction"], texts: [satisfaction] },
  { path: "/standar/{key}", load: () => import("pages/satisfaction/standard.js"), styles: ["satisfaction"], texts: [satisfaction] },
  { path: "/permohonan/{id}/nilai", load: () => import("pages/satisfaction/rate.js"), styles: ["satisfaction"], texts: [satisfaction], private: true },
  { path: "/berita", load: () => import("pages/news/list.js"), styles: ["news"], texts: [news] },
  { path: "/berita/{slug}", load: () => import("pages/news/post.js"), styles: ["news"], texts: [news] },
  { path: "/agenda", load: () => import("pages/news/agenda.js"), styles: ["news"], texts: [news] },
  { path: "/nomor-penting", load: () => import("pages/news/numbers.js"), styles: ["news"], texts: [news] },
  { path: "/usaha", load: () => import("pages/news/businesses.js"), styles: ["news"], texts: [news] },
  { path: "/usaha/usul", load: () => import("pages/news/suggest.js"), styles: ["news", "filing"], texts: [news], private: true },
  { path: "/informasi", load: () => import("pages/information/shelves.js"), styles: ["news"], texts: [news, information] },
  { path: "/informasi/minta", load: () => import("pages/information/ask.js"), styles: ["news"], texts: [information] },
  { path: "/informasi/status", load: () => import("pages/information/status.js"), styles: ["news"], texts: [information] },
];
