package pages_test

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// logsIn types name and password at the desk's door.
func (p visitor) logsIn(username, password string, shared bool) {
	p.t.Helper()
	p.visit("/petugas")
	p.at("Masuk petugas")
	p.fill("Nama pengguna", username)
	p.fill("Kata sandi", password)
	if shared {
		p.press("Ini komputer bersama")
	}
	p.press("Masuk")
}

// kept is what the browser has of a login, and where.
func (p visitor) kept(storage string) bool {
	p.t.Helper()
	return asks[bool](p, storage+`.getItem("mdesa-staff") !== null || `+storage+`.getItem("mdesa-resident") !== null`)
}

// mailCodes sets up the office's mail and gives the code of the latest one.
func (v village) mailCodes() func() string {
	v.t.Helper()
	var mu sync.Mutex
	var latest string
	v.Settings().SMTP.Enabled = true
	v.OnMailerSend().BindFunc(func(e *core.MailerEvent) error {
		mu.Lock()
		defer mu.Unlock()
		latest = e.Message.Text
		return nil
	})
	code := regexp.MustCompile(`(?m)^(\d{6}|[2-9A-Z]{4}-[2-9A-Z]{4})$`)
	return func() string {
		mu.Lock()
		defer mu.Unlock()
		return code.FindString(latest)
	}
}

func TestPageOfTheFirstLoginAsksForAPasswordOfOnesOwn(t *testing.T) {
	v := start(t)
	v.Do("PATCH", "/api/collections/officers/records/"+v.Officer.Id,
		map[string]any{"password": "sementara-saja-dulu", "passwordConfirm": "sementara-saja-dulu"}, v.Admin).Want(200)
	p := v.visitor(apptest.Phone())
	p.logsIn("loket", "sementara-saja-dulu", false)
	p.at("Buat kata sandi Anda sendiri")
	p.sound("/petugas/kata-sandi-pertama")
	p.fill("Kata sandi dari admin", "sementara-saja-dulu")
	p.fill("Kata sandi baru", "petugas1234")
	p.fill("Ulangi kata sandi baru", "petugas1234")
	p.press("Simpan")
	p.sees("mudah ditebak")
	p.sound("/petugas/kata-sandi-pertama/salah")
	apptest.Shot(t, p.tab, "first_password")
	p.fill("Kata sandi baru", "padi-laut-biru")
	p.fill("Ulangi kata sandi baru", "padi-laut-biru")
	p.press("Simpan")
	p.at("Permohonan")
	p.sees("Kata sandi sudah diganti.")
	p.visit("/petugas/profil")
	p.sees("Perangkat ini")
}

func TestPageOfTheSecondStepTakesTheCodeFromTheMail(t *testing.T) {
	v := start(t)
	code := v.mailCodes()
	desk := v.visitor(apptest.Desktop())
	desk.logsIn("sekdes", apptest.Password, false)
	desk.at("Permohonan")
	desk.visit("/petugas/profil")
	desk.press("Daftarkan surel")
	desk.fill("Alamat surel Anda", "sekdes@tamansari.example")
	desk.fill("Kata sandi sekarang", apptest.Password)
	desk.sound("/petugas/profil/surel")
	desk.press("Kirim kode konfirmasi")
	desk.sees("8 huruf dan angka yang kami kirim ke sekdes@tamansari.example.")
	desk.fill("Kode konfirmasi", strings.ToLower(code()))
	desk.press("Konfirmasi surel")
	desk.sees("Kode dikirim ke sekdes@tamansari.example.")
	desk.press("Nyalakan langkah kedua")
	desk.fill("Kata sandi sekarang", apptest.Password)
	desk.press("Nyalakan langkah kedua")
	desk.sees("Mulai sekarang Anda masuk dengan kata sandi dan kode.", "Menyala")
	apptest.Shot(t, desk.tab, "second_factor_on")

	phone := v.visitor(apptest.Phone())
	phone.logsIn("sekdes", apptest.Password, false)
	phone.at("Kode dari surel")
	phone.sees("s***@tamansari.example")
	phone.sound("/petugas/kode")
	first := code()
	phone.fill("Kode masuk", "000000")
	phone.press("Masuk")
	phone.sees("Kode tidak cocok")
	phone.sound("/petugas/kode/salah")
	apptest.Shot(t, phone.tab, "login_code")
	phone.press("Kirim kode baru")
	phone.sees("Kode baru sudah dikirim.")
	if code() == first {
		t.Error("the new code is the old one")
	}
	phone.fill("Kode masuk", code())
	phone.press("Masuk")
	phone.at("Permohonan")
}

func TestPageKeepsWhatWasTypedWhenTheSecondStepTakesTooLong(t *testing.T) {
	v := start(t)
	v.mailCodes()
	v.Secretary.SetEmail("sekdes@tamansari.example")
	v.Secretary.SetVerified(true)
	v.Secretary.Set("second_factor", true)
	if err := v.Save(v.Secretary); err != nil {
		t.Fatal(err)
	}
	p := v.visitor(apptest.Phone())
	p.logsIn("sekdes", apptest.Password, false)
	p.sees("s***@tamansari.example")
	if _, err := v.NonconcurrentDB().NewQuery("DELETE FROM _mfas").Execute(); err != nil {
		t.Fatal(err)
	}
	p.press("Kirim kode baru")
	p.sees("Langkah kedua sudah lewat waktu.")
	p.press("Masuk")
	p.at("Kode dari surel")
	p.sees("s***@tamansari.example")
}

// finds goes to the profile and is told something instead; a page that listens
// may have told it before.
func (p visitor) finds(told string) {
	p.t.Helper()
	p.until(told, func() bool {
		asks[string](p, finder+`("a[href]", "Profil")?.click() ?? ""`)
		return strings.Contains(p.shown(), told)
	})
}

func TestPageEndsTheSessionOfALostPhone(t *testing.T) {
	v := start(t)
	lost := v.visitor(apptest.Phone())
	lost.logsIn("kelian.kaja", apptest.Password, false)
	lost.at("Permohonan")
	desk := v.visitor(apptest.Desktop())
	desk.logsIn("kelian.kaja", apptest.Password, false)
	desk.at("Permohonan")
	desk.visit("/petugas/profil")
	desk.sees("Perangkat ini")
	desk.sound("/petugas/profil/sesi")
	apptest.Shot(t, desk.tab, "sessions_desk")
	desk.press("Akhiri sesi")
	desk.sees("Sesi itu sudah diakhiri.")
	lost.finds("Sesi Anda sudah berakhir.")
	lost.at("Masuk petugas")
}

func TestPageOfAResidentShowsWhereTheyAreLoggedIn(t *testing.T) {
	v := start(t)
	phone := v.visitor(apptest.Phone()).as(v.Resident)
	other := v.visitor(apptest.Desktop())
	other.visit("/masuk")
	other.sound("/masuk")
	other.fill("NIK", v.Wayan.GetString("nik"))
	other.fill("Kata sandi", apptest.Password)
	other.press("Ini komputer bersama")
	other.press("Masuk")
	other.at("Selamat datang, I Wayan Sukarta")
	if other.kept("localStorage") || !other.kept("sessionStorage") {
		t.Error("the login stays on the shared computer")
	}
	phone.visit("/profil")
	phone.sees("Perangkat ini", "Komputer bersama")
	phone.sound("/profil/sesi")
	apptest.Shot(t, phone.tab, "sessions_phone")
	phone.press("Akhiri sesi")
	phone.sees("Sesi itu sudah diakhiri.")
	other.finds("Sesi Anda sudah berakhir.")
	other.at("Masuk")
	if other.kept("sessionStorage") {
		t.Error("the login is still kept")
	}
}

// elapse moves the page's clock on; the page looks at it whenever it is shown.
func (p visitor) elapse(minutes string) {
	p.t.Helper()
	p.eval(`{ const now = Date.now; const ahead = ` + minutes + ` * 60_000; Date.now = () => now.call(Date) + ahead; document.dispatchEvent(new Event("visibilitychange")); }`)
}

func TestPageLeavesASharedComputerAfterAWarning(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Desktop())
	p.logsIn("loket", apptest.Password, true)
	p.at("Permohonan")
	if p.kept("localStorage") || !p.kept("sessionStorage") {
		t.Error("the login stays on the shared computer")
	}
	p.visit("/petugas/profil") // a reload keeps it
	p.at("Profil petugas")
	p.sees("Perangkat ini", "Komputer bersama")
	p.until("the watch", func() bool {
		p.elapse("13.5")
		return strings.Contains(p.shown(), "Masih di sini?")
	})
	p.sound("/petugas/bersama/peringatan")
	apptest.Shot(t, p.tab, "shared_warning")
	p.press("Tetap masuk")
	p.elapse("0.5")
	if strings.Contains(p.shown(), "Masih di sini?") {
		t.Error("it asks again at once")
	}
	p.elapse("14.5")
	p.at("Masuk petugas")
	p.sees("Tidak ada yang tertinggal di sini.")
	if p.kept("localStorage") || p.kept("sessionStorage") {
		t.Error("the login is still kept")
	}
	p.until("the session to end on the server", func() bool {
		open, err := v.FindRecordsByFilter("sessions", "login = {:id} && ended_at = ''", "", 1, 0, map[string]any{"id": v.Officer.Id})
		return err == nil && len(open) == 0
	})
}
