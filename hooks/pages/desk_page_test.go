package pages_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

func TestPageOfTheCounterPrintsAReceiptThatItsHolderCanCheck(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/loket")
	desk.fill("Cari warga", "Nyoman")
	desk.press("Ni Nyoman Sariasih")
	desk.press("Surat Keterangan Domisili")
	desk.press("Milik sendiri")
	desk.fillDay("1", "Januari", "2015")
	desk.press("Pembukaan rekening atau urusan bank")
	desk.attachesPapers()
	desk.press("Ajukan dan cetak tanda terima")
	desk.at("Permohonan tercatat")
	desk.sees("Ni Nyoman Sariasih", "tamansari.example/cek", "Cetak")

	filed, err := v.FindFirstRecordByData("requests", "resident", v.Nyoman.Id)
	if err != nil || filed.GetString("channel") != "counter" {
		t.Fatal("filed at the counter: ", err)
	}
	code := asks[string](desk, `document.querySelector(".receipt").textContent`)
	if strings.ReplaceAll(code, "-", "") != filed.GetString("code") {
		t.Errorf("the receipt shows %s, the request has %s", code, filed.GetString("code"))
	}
	nyoman := v.visitor(apptest.Phone())
	nyoman.visit("/cek")
	nyoman.fill("Nomor tanda terima", strings.ToLower(code))
	nyoman.fill("4 angka terakhir", "0005")
	nyoman.press("Cek status")
	nyoman.sees("Diterima kantor", "Persetujuan kepala wilayah")
}

func TestPageOfActivationTakesTheCodeFromTheSlip(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/warga")
	desk.press("Warga datang ke loket")
	desk.fill("Cari warga", "Nyoman")
	desk.press("Ni Nyoman Sariasih")
	desk.press("Buka akun")
	desk.sees("Kode ini hanya tampil sekali.", "tamansari.example/aktivasi")
	code := asks[string](desk, `document.querySelector(".receipt").textContent`)
	sent := asks[string](desk, `decodeURIComponent(document.querySelector('a[href^="https://wa.me/"]').href)`)
	if !strings.Contains(sent, code) || !strings.Contains(sent, "tamansari.example/aktivasi") || strings.Contains(sent, "Nyoman") {
		t.Errorf("the message reads %s", sent)
	}

	nyoman := v.visitor(apptest.Phone())
	nyoman.visit("/masuk")
	nyoman.press("Aktifkan akun")
	nyoman.at("Aktifkan akun")
	nyoman.fill("NIK", v.Nyoman.GetString("nik"))
	nyoman.fill("Kode sekali pakai", strings.ToLower(code))
	nyoman.fill("Kata sandi baru", "cempaka-nomor-2")
	nyoman.fill("Ulangi kata sandi baru", "cempaka-nomor-2")
	nyoman.press("Aktifkan")
	nyoman.at("Selamat datang, Ni Nyoman Sariasih")
}

func TestPageForSigningTogetherIssuesEveryLetter(t *testing.T) {
	v := start(t)
	papers := v.Papers()
	ids := []string{v.ToSignAtCounter(papers), v.ToSignAtCounter(papers)}
	head := v.visitor(apptest.Desktop()).as(v.VillageHead)
	head.visit("/petugas")
	head.press("Pilih semua")
	head.press("Tanda tangani bersama")
	head.sees("Periksa sebelum menandatangani")
	head.press("Tanda tangani 2 surat")
	head.sees("2 dari 2 berhasil.")
	head.press("Tutup")
	head.sees("Meja Anda bersih")
	for _, id := range ids {
		v.Letter(id)
	}
}

func TestPageKeepsTheNoteWhenSomebodyElseDecidedMeanwhile(t *testing.T) {
	v := start(t)
	id := v.File()
	head := v.visitor(apptest.Phone()).as(v.HeadOfKaja)
	head.visit("/petugas/permohonan/" + id)
	head.press("Kembalikan")
	head.sees("Penjelasan untuk pemohon")
	head.pick("Alasan", "Dokumen tidak terbaca")
	head.fill("Penjelasan untuk pemohon", "Foto KK terpotong, tolong ambil lagi.")

	v.decide(v.HeadOfKaja, id, "return", map[string]any{"reason": "wrong_data", "note": "Dari HP lain."})
	v.decide(v.Resident, id, "resubmit", map[string]any{"data": map[string]any{
		"attachments": v.Papers(), "answers": map[string]any{"home_status": "family", "since": "2015-01-01", "purpose": "bank"},
	}})
	head.press("Kembalikan")
	head.sees("lebih dulu diputuskan orang lain", "Milik keluarga")
	if n, err := v.CountRecords("request_events", dbx.HashExp{"request": id}); err != nil || n != 3 {
		t.Fatalf("%d events: %v", n, err)
	}
	head.press("Kembalikan")
	head.until("the note", func() bool {
		return asks[string](head, `document.getElementById("note")?.value ?? ""`) == "Foto KK terpotong, tolong ambil lagi."
	})
	head.press("Kembalikan")
	head.sees("Dikembalikan ke I Wayan Sukarta.")
	if got := v.Found("requests", id).GetString("status"); got != "returned" {
		t.Error("the request is ", got)
	}
}

func TestPageForSigningTogetherLeavesOutWhatIsNotTicked(t *testing.T) {
	v := start(t)
	papers := v.Papers()
	first, second := v.ToSignAtCounter(papers), v.ToSign()
	head := v.visitor(apptest.Phone()).as(v.VillageHead)
	head.visit("/petugas")
	head.press("Pilih semua")
	head.press("Tanda tangani bersama")
	head.sees("Tanda tangani 2 surat")
	head.do(chromedp.Click(chromedp.ID("batch-" + first)))
	head.press("Tanda tangani 1 surat")
	head.sees("1 dari 1 berhasil.")
	v.Letter(second)
	if got := v.Found("requests", first).GetString("status"); got != "in_progress" {
		t.Error("the request that was left out is ", got)
	}
}
