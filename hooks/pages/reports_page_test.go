package pages_test

import (
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
