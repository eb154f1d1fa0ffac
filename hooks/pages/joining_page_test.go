package pages_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

const ketutsPassword = "padi-laut-biru"

// registers fills in the page as Ketut, who has no login, all but the photo.
func (p visitor) registers() {
	p.t.Helper()
	p.fill("NIK", p.Ketut.GetString("nik"))
	p.fill("Nomor KK", "5171 0412 0208 0001")
	p.fill("Nama lengkap", "Ni Ketut Rasmini")
	p.fillDay("3", "Agustus", "1992")
	p.fill("Nomor HP (boleh dikosongkan)", "0812-3450-0022")
	p.fill("Kata sandi baru", ketutsPassword)
	p.fill("Ulangi kata sandi baru", ketutsPassword)
}

// A mother registers on her phone, the hamlet head opens her login, and she files
// for her child.
func TestAMotherRegistersAndFilesForHerChild(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.visit("/masuk")
	p.press("Daftar akun")
	p.at("Daftar akun")
	p.registers()
	p.press("Kirim pendaftaran")
	p.sees("Ambil foto KTP Anda.")
	p.attach("photo-file", photo(t, "ktp.jpg"))
	p.sees("ktp.jpg")
	p.network(false)
	p.press("Kirim pendaftaran")
	p.sees("Belum terkirim: tidak ada jaringan")
	p.network(true)
	p.sees("Belum terkirim. Silakan kirim lagi")
	p.press("Kirim lagi")
	p.at("Pendaftaran terkirim")
	p.press("Cek status pendaftaran")
	p.fill("4 angka terakhir NIK atau nomor HP", "0002")
	p.press("Cek status")
	p.sees("Pendaftaran sedang diperiksa", "Menunggu")

	desk := v.visitor(apptest.Desktop()).as(v.HeadOfKaja)
	desk.visit("/petugas/pendaftaran")
	desk.press("Ni Ketut Rasmini")
	desk.at("Ni Ketut Rasmini")
	desk.sees("•••• •••• •••• 0002", "Cocok", "3 Agustus 1992")
	desk.until("the photo", func() bool { return asks[bool](desk, `document.querySelector(".viewer img")?.naturalWidth > 0`) })
	desk.press("Terima dan buka akun")
	desk.sees("Akun dibuka.", "Tidak ada yang menunggu")

	p.press("Cek status")
	p.sees("Akun Anda sudah dibuka")
	p.press("Masuk")
	p.at("Masuk")
	p.fill("NIK", v.Ketut.GetString("nik"))
	p.fill("Kata sandi", ketutsPassword)
	p.press("Masuk")
	p.sees("Selamat datang, Ni Ketut Rasmini")
	p.filesForHerChild()
	p.press("Lihat permohonan")
	p.sees("Diajukan oleh Ni Ketut Rasmini (ibu) untuk I Putu Gede Sukarta")

	desk.visit("/petugas/permohonan/" + v.requestOf(v.Putu.Id))
	desk.sees("Diajukan oleh Ni Ketut Rasmini (ibu) untuk I Putu Gede Sukarta")
}

func (p visitor) filesForHerChild() {
	p.t.Helper()
	p.visit("/ajukan/domicile")
	p.at("Untuk siapa permohonan ini?")
	p.press("I Putu Gede Sukarta")
	p.press("Lanjutkan")
	p.at("Tempat tinggal Anda")
	p.press("Milik sendiri")
	p.fillDay("1", "Januari", "2016")
	p.press("Lanjutkan")
	p.press("Pembukaan rekening atau urusan bank")
	p.press("Lanjutkan")
	p.at("Dokumen")
	p.attachesPapers()
	p.press("Lanjutkan")
	p.at("Periksa jawaban Anda")
	p.sees("I Putu Gede Sukarta", "•••• •••• •••• 0003", "Ni Ketut Rasmini (ibu)")
	p.agreesAndSends("Kirim permohonan")
	p.at("Permohonan terkirim")
	p.sees("Ni Ketut Rasmini (ibu)")
}

func (v village) requestOf(resident string) string {
	v.t.Helper()
	request, err := v.FindFirstRecordByData("requests", "resident", resident)
	if err != nil {
		v.t.Fatal(err)
	}
	return request.Id
}

func TestARegistrationSurvivesAReloadButForItsPassword(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.visit("/daftar")
	p.registers()
	p.attach("photo-file", photo(t, "ktp.jpg"))
	p.sees("ktp.jpg")
	p.do(chromedp.Reload())
	p.sees("ktp.jpg")
	if got := asks[string](p, `document.getElementById("name").value`); got != "Ni Ketut Rasmini" {
		t.Errorf("name %q", got)
	}
	kept := asks[string](p, `new Promise((done) => { const open = indexedDB.open("mdesa"); open.onsuccess = () => {
		const all = open.result.transaction("drafts").objectStore("drafts").getAll(); all.onsuccess = () => done(JSON.stringify(all.result)); }; })`)
	if strings.Contains(kept, ketutsPassword) || asks[string](p, `document.getElementById("password").value`) != "" {
		t.Error("the password stays on the device")
	}
}

// The code has done its work, and the phone does not know.
func TestAnActivationWhoseAnswerWasLostIsFinishedByTheNextTry(t *testing.T) {
	v := start(t)
	code := v.Do("POST", "/api/accounts/open", map[string]any{"resident": v.Ketut.Id}, v.Officer).Want(200).JSON()["code"].(string)
	p := v.visitor(apptest.Phone())
	p.visit("/aktivasi")
	p.at("Aktifkan akun")
	p.fill("NIK", v.Ketut.GetString("nik"))
	p.fill("Kode sekali pakai", code)
	p.fill("Kata sandi baru", ketutsPassword)
	p.fill("Ulangi kata sandi baru", ketutsPassword)
	p.eval(`const send = window.fetch; window.fetch = async (...asked) => { window.fetch = send; await send(...asked); throw new TypeError("lost"); }`)
	p.press("Aktifkan")
	p.sees("Jaringan terputus")
	p.press("Aktifkan")
	p.sees("Selamat datang, Ni Ketut Rasmini")
}

func TestAxeOnTheWayToALogin(t *testing.T) {
	v := start(t)
	v.Settings().SMTP.Enabled = true
	p := v.visitor(apptest.Phone())
	p.opens("/daftar", "Daftar akun")
	p.press("Kirim pendaftaran")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/daftar/salah")
	p.attach("photo-file", photo(t, "ktp.jpg"))
	p.registers()
	p.sees("ktp.jpg")
	p.sound("/daftar/terisi")
	p.press("Kirim pendaftaran")
	p.at("Pendaftaran terkirim")
	p.sound("/daftar/bukti")
	p.opens("/daftar/status", "Status pendaftaran")
	p.opens("/lupa", "Lewat e-mail")
	p.fill("NIK", v.Ketut.GetString("nik"))
	p.press("Kirim kode")
	p.sees("Permintaan diterima")
	p.sound("/lupa/terkirim")

	v.Do("POST", "/api/me/representations", map[string]any{"nik": v.Nyoman.GetString("nik"), "name": "Ni Nyoman Sariasih", "ground": "elder"}, v.Resident).Want(200)
	p = p.as(v.Resident)
	p.opens("/profil", "Menunggu kantor")
	p.press("Mendampingi lansia atau penyandang disabilitas")
	p.press("Pasang e-mail")
	p.sound("/profil/pendamping")

	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.opens("/petugas/pendaftaran", "Ni Ketut Rasmini")
	desk.opens("/petugas/pendaftaran?tab=doubtful", "Tidak ada yang menunggu")
	desk.opens("/petugas/pendaftaran?tab=carers", "Belum 60 tahun dan tidak tercatat disabilitas")
	desk.press("Catat pendamping")
	desk.sound("/petugas/pendamping/catat")
	desk.visit("/petugas/pendaftaran")
	desk.press("Ni Ketut Rasmini")
	desk.sees("Yang diisi dan register")
	desk.sound("/petugas/pendaftaran/satu")
	desk.press("Tolak")
	desk.sees("Catatan untuk pendaftar")
	desk.sound("/petugas/pendaftaran/tolak")
	desk.pick("Alasan", "Data berbeda dari register")
	desk.press("Tolak")
	desk.sees("Pendaftaran ditolak.")
	desk.visit("/petugas/pendaftaran?tab=decided")
	desk.press("Ni Ketut Rasmini")
	desk.sees("Foto dan kata sandinya sudah dihapus")
	desk.sound("/petugas/pendaftaran/diputuskan")
}
