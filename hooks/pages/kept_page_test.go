package pages_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

const stillThere = "Isian Anda tadi masih tersimpan."

func TestPageKeepsAnEventThatIsBeingRecordedThroughAReload(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	birth := "/petugas/kependudukan/catat?warga=" + v.Ketut.Id + "&jenis=birth"
	desk.visit(birth)
	desk.fill("Nama lengkap", "Ni Luh Ayu Sukarta")
	desk.press("Perempuan")
	desk.press("Lanjutkan")
	desk.fill("Nama pelapor", "I Wayan Sukarta")
	desk.do(chromedp.Reload())
	desk.sees(stillThere)
	desk.holds("data.people.0.name", "Ni Luh Ayu Sukarta")
	desk.fill("Tempat lahir", "Denpasar")
	desk.press("Read this page in English") // draws the page anew as well
	desk.sees("We kept what you typed.")
	desk.holds("data.people.0.birth_place", "Denpasar")
	desk.press("Continue")
	desk.holds("reported_by", "I Wayan Sukarta")
	desk.press("Continue")
	desk.press("Record it now")
	desk.sees("The event is recorded")
	desk.keepsNothing()
	desk.visit(birth)
	desk.sees("The newborn child")
	desk.holds("data.people.0.name", "")
}

func TestPageRecordsAnEventOnceWhenTheAnswerIsLost(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/kependudukan/catat?warga=" + v.Made.Id + "&jenis=death")
	desk.press("Lanjutkan")
	desk.sees("Kapan, dan siapa yang melapor?")
	desk.press("Lanjutkan")
	desk.sees("Periksa: ini yang akan berubah")
	desk.losesOneAnswer("*/api/collections/life_events/records*")
	desk.press("Catat sekarang")
	desk.sees("Peristiwa tercatat")
	desk.keepsNothing()
	if n, err := v.CountRecords("life_events"); err != nil || n != 1 {
		t.Errorf("%d events: %v", n, err)
	}
}

func TestPageOfTheCounterKeepsAFormUntilItIsDiscarded(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/loket?warga=" + v.Wayan.Id + "&layanan=domicile")
	desk.fill("Tahun", "2015")
	desk.attach("attachments.ktp-file", photo(t, "ktp.jpg"))
	desk.sees("ktp.jpg", "Terkirim")
	desk.do(chromedp.Reload())
	desk.sees(stillThere, "ktp.jpg", "Terkirim")
	desk.holds("since-0", "2015")
	desk.sound("/petugas/loket")
	desk.press("Hapus dan isi dari awal")
	desk.holds("since-0", "")
	if text := desk.shown(); strings.Contains(text, "ktp.jpg") || strings.Contains(text, stillThere) {
		t.Errorf("still there: %s", text)
	}
	desk.keepsNothing()
}

func TestPageForgetsWhatWasTypedAtLogout(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/berita/baru")
	desk.fill("Judul", "Posyandu dibuka")
	desk.do(chromedp.Reload())
	desk.sees(stillThere)
	desk.visit("/petugas/profil")
	desk.press("Keluar")
	desk.sees("Masuk")
	desk.keepsNothing()
}

func TestPageKeepsAnOfficersWordsFromTheNextOne(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/berita/baru")
	desk.fill("Judul", "Posyandu dibuka")
	desk.as(v.Secretary).visit("/petugas/berita/baru")
	desk.holds("title", "")
}

// holds waits for a field to hold a text.
func (p visitor) holds(id, text string) {
	p.t.Helper()
	value := fmt.Sprintf(`document.getElementById(%s)?.value ?? "no such field"`, quoted(id))
	p.until(fmt.Sprintf("%q in %s", text, id), func() bool { return asks[string](p, value) == text })
}

// keepsNothing: the tab holds nothing that was typed.
func (p visitor) keepsNothing() {
	p.t.Helper()
	const kept = `Object.keys(sessionStorage).filter((key) => /^mdesa-(staff|resident) /.test(key)).join()`
	p.until("nothing to be kept", func() bool { return asks[string](p, kept) == "" })
}

func TestPageSpeaksTheLanguageChosenRightBeforeLeaving(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/lainnya")
	desk.at("Lainnya")
	desk.eval(`document.querySelector("button.language").click(); location.href = "/petugas/profil"`)
	desk.at("Staff profile")
	desk.until("the officer's language", func() bool { return v.Found("officers", v.Officer.Id).GetString("language") == "en" })
}

func TestPageShowsTheChosenTabOnAPhone(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/informasi/usaha")
	desk.sees("Tambah usaha")
	const right = `document.querySelector("main nav [aria-current]").getBoundingClientRect().right <= innerWidth`
	desk.until("the chosen tab in view", func() bool { return asks[bool](desk, right) })
	if current := asks[string](desk, `document.querySelector("#tabs [aria-current]")?.textContent.trim()`); current != "Lainnya" {
		t.Errorf("the tab below is %q", current)
	}
}
