package pages_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestPageOfConsentsGivesAndWithdrawsWithOneTap(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/privasi", "Persetujuan dan salinan data saya")
	p.press("Persetujuan dan salinan data saya")
	p.at("Persetujuan dan salinan data")
	p.press("Saya setuju Foto saya di berita desa")
	p.sees("Persetujuan dicatat.", "Disetujui")
	p.sound("/privasi/data")
	p.press("Cabut persetujuan Foto saya di berita desa")
	p.sees("Persetujuan dicabut dan langsung berlaku.", "Tidak disetujui sejak")
	if n, _ := v.CountRecords("consents", dbx.HashExp{"account": v.Resident.Id, "purpose": "photo_news"}); n != 2 {
		t.Errorf("%d rows", n)
	}
}

func TestPageAtTheCounterWritesDownWhatWasSignedOnPaper(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.opens("/petugas/warga/"+v.Made.Id, "Untuk apa Anda membuka data warga?")
	desk.press("Warga datang ke loket")
	desk.sees("Persetujuan di luar layanan")
	desk.press("Lihat dan catat persetujuan")
	desk.at("Persetujuan warga")
	desk.sees("Bacakan kalimatnya dulu", "Belum disetujui")
	desk.sound("/petugas/warga/persetujuan")
	desk.press("Catat persetujuan Foto saya di berita desa")
	desk.sees("Di mana bukti disimpan?")
	desk.press("Catat persetujuan")
	desk.sees("Tulis di mana bukti disimpan, paling sedikit 5 huruf.")
	desk.sound("/petugas/warga/persetujuan/isian")
	desk.fill("Di mana bukti disimpan?", "Formulir, map Persetujuan nomor 12")
	desk.press("Catat persetujuan")
	desk.sees("Persetujuan dicatat.", "dicatat di loket", "Bukti: Formulir, map Persetujuan nomor 12")
	desk.press("Catat pencabutan Foto saya di berita desa")
	desk.sees("Pencabutan langsung berlaku.")
	desk.press("Catat pencabutan")
	desk.sees("Pencabutan dicatat dan langsung berlaku.", "Tidak disetujui sejak")

	made := v.visitor(apptest.Phone()).as(v.Neighbour)
	made.opens("/privasi/data", "dicatat di loket")
	made.opens("/privasi/jejak", "Persetujuan: Foto saya di berita desa")
}

func TestPageOfCorrectionsGoesFromTheResidentToTheDeskAndBack(t *testing.T) {
	v := start(t)
	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.opens("/privasi/koreksi", "Data siapa yang salah?")
	wayan.press("Kirim permintaan")
	wayan.sees("Ada yang perlu diperbaiki", "Pilih paling sedikit satu data yang salah.")
	wayan.sound("/privasi/koreksi/salah")
	wayan.press("I Putu Gede Sukarta")
	wayan.press("Tempat lahir")
	wayan.fill("Tempat lahir yang benar", "Singaraja")
	wayan.fill("Mengapa?", "Di akta kelahiran tertulis Singaraja.")
	wayan.sound("/privasi/koreksi/isian")
	wayan.press("Kirim permintaan")
	wayan.sees("Permintaan terkirim.", "Sedang diperiksa", "Denpasar menjadi Singaraja")
	wayan.sound("/privasi/koreksi/terkirim")

	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.opens("/petugas/hak", "diminta oleh I Wayan Sukarta")
	desk.press("Tolak")
	desk.sees("Mengapa ditolak?")
	desk.press("Tolak")
	desk.sees("Tulis alasannya, paling sedikit 5 huruf.")
	desk.sound("/petugas/hak/tolak")
	desk.press("Batal")
	desk.press("Terima dan perbaiki")
	desk.sees("Register langsung berubah")
	desk.press("Terima dan perbaiki")
	desk.sees("Data sudah diperbaiki.", "Tidak ada yang menunggu")
	desk.press("Sudah dijawab")
	desk.sees("Diperbaiki", "I Putu Gede Sukarta")

	wayan.opens("/privasi/koreksi", "Sudah diperbaiki")
	if place := v.Found("residents", v.Putu.Id).GetString("birth_place"); place != "Singaraja" {
		t.Errorf("the register says %s", place)
	}
}

func TestPageOfRightsAnswersAQuestionAboutWhoSawWhat(t *testing.T) {
	v := start(t)
	audit.Seen(v, v.Officer, audit.Purpose{Kind: audit.Other, Note: "Pemeriksaan bantuan sosial"}, audit.Revealed, v.Wayan.Id)
	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.opens("/privasi/jejak", "Pemeriksaan bantuan sosial")
	wayan.press("Tanyakan")
	wayan.fill("Apa yang ingin Anda ketahui?", "Bantuan apa yang diperiksa?")
	wayan.press("Kirim")
	wayan.sees("Pertanyaan terkirim.")

	head := v.visitor(apptest.Phone()).as(v.VillageHead)
	head.opens("/petugas/hak", "Bantuan apa yang diperiksa?")
	head.press("Jawab")
	head.fill("Jawaban untuk warga", "Bantuan pangan bulan ini; Anda terdaftar.")
	head.press("Jawab")
	head.sees("Jawaban terkirim.", "Tidak ada yang menunggu")

	wayan.opens("/privasi/jejak", "Bantuan pangan bulan ini")
}

func TestPageOfAReceiptShowsAFingerprintThatCanBeChecked(t *testing.T) {
	v := start(t)
	request := v.Found("requests", v.File())
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/permohonan/"+request.Id+"/bukti", "Sidik riwayat")
	p.press("Tampilkan lengkap")
	p.sees(request.GetString("last_hash"))
	p.press("Periksa sekarang")
	p.at("Cek status permohonan")
	p.press("Periksa")
	p.sees("Riwayat utuh")
	p.sound("/cek/sidik")
	p.fill("Sidik riwayat", "0000 0000 0000 0000")
	p.press("Periksa")
	p.sees("Tidak cocok")
	p.sound("/cek/sidik/tidak")
}

func TestPageOfMyDataDownloadsTheExport(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/privasi/data", "Unduh data saya")
	p.press("Unduh data saya")
	p.sees("Data Anda sudah diunduh.")
}
