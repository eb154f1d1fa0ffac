package hooks_test

import (
	"testing"

	"mdesa/hooks/apptest"
)

func TestAxeAtTheDesk(t *testing.T) {
	v := start(t)
	open := v.file()
	first, second, letter := v.toSign(), v.toSign(), v.signed()

	p := v.visitor(apptest.Phone())
	p.opens("/petugas", "Masuk petugas")
	p.as(v.HeadOfKaja).opens("/petugas", "I Wayan Sukarta")
	p.opens("/petugas?tab=overdue", "Semua tepat waktu")
	p.opens("/petugas/permohonan/"+open, "Kembalikan")
	p.press("Kembalikan")
	p.sees("Penjelasan untuk pemohon")
	p.sound("/petugas/kembalikan")
	p.press("Kembalikan")
	p.sees("Pilih salah satu alasan.")
	p.sound("/petugas/kembalikan/salah")
	p.visit("/petugas/permohonan/" + open)
	p.press("Tolak")
	p.sees("Penjelasan untuk pemohon")
	p.sound("/petugas/tolak")

	p.as(v.VillageHead).opens("/petugas/permohonan/"+first, "Tanda tangani")
	p.press("Tanda tangani")
	p.sees("surat ini mendapat nomor")
	p.sound("/petugas/tandatangan")
	p.opens("/petugas/permohonan/"+letter.GetString("request"), letter.GetString("number"))
	p.opens("/petugas/permohonan/"+second, "Milik sendiri")
	p.opens("/petugas", "Pilih semua")
	p.press("Pilih semua")
	p.press("Tanda tangani bersama")
	p.sees("Periksa sebelum menandatangani", "Tanda tangani 2 surat")
	p.sound("/petugas/bersama")
	p.visit("/petugas")
	p = p.speaksEnglish()
	p.opens("/petugas", "Certificate of domicile")
	p.opens("/petugas/permohonan/"+first, "My own")
}

func TestAxeAtTheCounterAndTheRegisters(t *testing.T) {
	v := start(t)
	letter, revoked := v.signed(), v.signed()
	v.revoke(v.VillageHead, revoked, "revoked").Want(200)

	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas", "Meja Anda bersih")
	p.opens("/petugas/loket", "Cari warga")
	p.fill("Cari warga", "Nyoman")
	p.sees("Ni Nyoman Sariasih")
	p.sound("/petugas/loket/cari")
	p.press("Ni Nyoman Sariasih")
	p.sees("Layanan apa?")
	p.sound("/petugas/loket/layanan")
	p.press("Surat Keterangan Domisili")
	p.sees("Ajukan dan cetak tanda terima")
	p.sound("/petugas/loket/isian")
	p.press("Ajukan dan cetak tanda terima")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/petugas/loket/salah")
	p.opens("/petugas/loket/bukti/"+letter.GetString("request"), "Nomor tanda terima")
	p.opens("/petugas/warga", "Cari warga")
	p.opens("/petugas/warga/"+v.Nyoman.Id, "Buka akun")
	p.press("Buka akun")
	p.sees("Kode sekali pakai")
	p.sound("/petugas/warga/kode")
	p.opens("/petugas/surat", letter.GetString("number"))
	p.press("Cabut")
	p.sees("Cabut atau ganti surat")
	p.sound("/petugas/surat/cabut")
	p.opens("/petugas/profil", "Peran di meja ini")
	p.opens("/petugas/tidak/ada", "Halaman tidak ditemukan")
}
