package pages_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// wasteReport files a report about waste in front of the hall of Kaja.
func (v village) wasteReport(actor *core.Record) string {
	v.t.Helper()
	return v.Do("POST", "/api/collections/requests/records", map[string]any{"service": v.Service("report-waste").Id,
		"answers": map[string]any{"what": "Sampah menumpuk di depan balai", "identity": "hidden",
			"place": map[string]any{"words": "Depan balai banjar", "hamlet": v.Kaja.Id}}}, actor).Want(200).JSON()["id"].(string)
}

// From the big pictures to the answer and the last word, in the browser.
func TestAReportIsFiledAnsweredAndConfirmedOnThePages(t *testing.T) {
	v := start(t)
	first := v.wasteReport(v.Neighbour)
	p := v.visitor(apptest.Phone())
	p.opens("/lapor", "Melapor perlu masuk dulu")
	p = p.as(v.Resident)
	p.opens("/lapor", "Sampah")
	p.visit("/ajukan/report-waste")
	p.sees("Apa yang terjadi?")
	p.fill("Ceritakan singkat", "Sampah menumpuk tiga hari")
	p.press("Lanjutkan")
	p.sees("Dengan kata-kata")
	p.sees("Pilih banjar")
	p.press("Lanjutkan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/ajukan/report-waste/tempat")
	p.fill("Dengan kata-kata", "Depan balai banjar")
	p.pick("Banjar", v.Kaja.GetString("name"))
	p.press("Lanjutkan")
	p.sees("Apakah ini sudah dilaporkan?")
	p.sound("/ajukan/report-waste/serupa")
	p.press("Laporan saya berbeda, lanjutkan")
	p.sees("Hari terjadi atau terlihat")
	p.press("Lanjutkan")
	p.sees("Siapa yang boleh tahu nama Anda?")
	p.press("Nama saya tidak ditampilkan; hanya kantor desa yang tahu")
	p.press("Lanjutkan")
	p.sees("Foto dikecilkan")
	p.press("Lanjutkan")
	p.sees("Periksa jawaban Anda")
	p.sound("/ajukan/report-waste/periksa")
	p.press("Saya menyatakan isian dan dokumen ini benar.")
	p.press("Kirim laporan")
	p.sees("Laporan terkirim")
	p.sound("/permohonan/bukti-laporan")

	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.opens("/petugas/permohonan/"+first, "Yang dilihat umum")
	desk.press("Tanggapi")
	desk.fill("Untuk pelapor", "Kami angkut hari ini.")
	desk.press("Tanggapi")
	desk.sees("Tampilkan laporan ini untuk umum")
	desk.sound("/petugas/permohonan/umum")
	desk.press("Simpan")
	desk.sees("Jawab dan selesaikan")
	desk.press("Teruskan")
	desk.sees("Teruskan ke instansi lain")
	desk.sound("/petugas/permohonan/teruskan")
	v.Do("POST", "/api/collections/request_events/records", map[string]any{"request": first, "action": "resolve", "note": "Sudah diangkut.",
		"data": map[string]any{"no_photo": "Hujan"}}, v.Officer).Want(200)
	p = p.as(v.Neighbour)
	p.opens("/permohonan/"+first, "Kantor desa sudah menjawab")
	p.press("Sudah cukup, tutup laporan")
	p.sees("Laporan selesai")
	p = p.speaksEnglish()
	p.opens("/lapor", "Report a problem")
	p.opens("/permohonan/"+first, "The report is closed")
}

// A resident without a phone is offered the same, by the officer at the counter.
func TestAtTheCounterADuplicateBecomesASupport(t *testing.T) {
	v := start(t)
	first := v.wasteReport(v.Neighbour)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.opens("/petugas/loket?warga="+v.Wayan.Id+"&layanan=report-waste", "Apa yang terjadi?")
	desk.fill("Ceritakan singkat", "Sampah menumpuk tiga hari")
	desk.fill("Dengan kata-kata", "Depan balai banjar")
	desk.pick("Banjar", v.Kaja.GetString("name"))
	desk.press("Nama saya tidak ditampilkan; hanya kantor desa yang tahu")
	desk.press("Ajukan dan cetak tanda terima")
	desk.sees("Apakah ini sudah dilaporkan?")
	desk.sound("/petugas/loket/serupa")
	desk.press("Sama, catat dukungan warga ini")
	desk.sees("Dukungan warga ini tercatat.")
	report, err := v.FindFirstRecordByData("reports", "request", first)
	if err != nil || report.GetInt("supports") != 1 {
		t.Errorf("%d support the first one, %v", report.GetInt("supports"), err)
	}
}

func TestAReporterSaysWhomOfTheOfficeItIsAbout(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/ajukan/report-officials")
	p.fill("Ceritakan singkat", "Sekretaris meminta uang untuk surat")
	for range 3 {
		p.press("Lanjutkan")
	}
	p.sees("Apakah laporan ini tentang orang kantor sendiri?")
	p.sound("/ajukan/report-officials/kerahasiaan")
	p.press("Sekretaris")
	p.press("Nama saya tidak ditampilkan; hanya kantor desa yang tahu")
	p.press("Lanjutkan")
	p.sees("Foto dikecilkan")
	photo := filepath.Join(t.TempDir(), "IMG_0001.HEIC") // Chromium cannot read it, as most phones cannot
	if err := os.WriteFile(photo, []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"+strings.Repeat("\x00", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	p.attach("attachments.photos-file", photo)
	p.sees("Terkirim")
	p.sees("tidak dapat ditampilkan untuk umum")
	p.sound("/ajukan/report-officials/dokumen")
	p.press("Lanjutkan")
	p.sees("Periksa jawaban Anda")
	p.press("Saya menyatakan isian dan dokumen ini benar.")
	p.press("Kirim laporan")
	p.sees("Laporan terkirim")
	filed, err := v.FindFirstRecordByFilter("requests", "account = {:me}", map[string]any{"me": v.Resident.Id})
	if err != nil {
		t.Fatal(err)
	}
	p.opens("/permohonan/"+filed.Id, "Laporan rahasia")
	desk := v.visitor(apptest.Desktop()).as(v.VillageHead)
	desk.opens("/petugas/permohonan/"+filed.Id, "Laporan rahasia")
	desk.sound("/petugas/permohonan/rahasia")
}
