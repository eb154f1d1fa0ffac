package pages_test

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func TestAxeOnThePagesForEverybody(t *testing.T) {
	v := start(t)
	valid, revoked, replaced := v.Signed(), v.Signed(), v.Signed()
	v.Revoke(v.VillageHead, revoked, "revoked").Want(200)
	v.Revoke(v.Secretary, replaced, "replaced").Want(200)
	code := func(letter *core.Record) string { return "/v/" + letter.GetString("code") }

	p := v.visitor(apptest.Phone())
	p.opens("/", "Surat Keterangan Domisili")
	p.opens("/?cari=usaha", "layanan ditemukan")
	p.opens("/layanan/domicile", "Masuk dan ajukan")
	p.opens("/masuk", "Baru pertama kali?")
	p.press("Masuk")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/masuk/salah")
	p.opens("/aktivasi", "Kode sekali pakai")
	p.opens("/cek", "Nomor tanda terima")
	p.fill("Nomor tanda terima", v.Found("requests", valid.GetString("request")).GetString("code"))
	p.fill("4 angka terakhir", "0001")
	p.press("Cek status")
	p.sees("Surat sudah jadi")
	p.sound("/cek/jadi")
	p.opens("/v", "Kode surat")
	p.opens(code(valid)+"#"+valid.GetString("payload"), "Asli dan berlaku")
	p.opens(code(revoked), "Dicabut")
	p.opens(code(replaced), "Lihat surat penggantinya")
	p.opens(code(v.outdated()), "Asli, tetapi masa berlakunya habis")
	p.opens(code(valid)+"#AQAA", "Kode QR tidak asli")
	p.opens("/v/aaaaaaaaaaaa", "Tidak diterbitkan di sini")
	p.opens("/privasi", "Hak Anda")
	p.opens("/tidak/ada", "Halaman tidak ditemukan")

	p = p.speaksEnglish()
	p.opens("/", "Certificate of domicile")
	p.opens("/layanan/domicile", "Log in and apply")
}

func TestAxeOnTheWayToARequest(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/", "Selamat datang, I Wayan Sukarta")
	p.opens("/dokumen", "Belum ada dokumen")
	p.opens("/permohonan", "Belum ada permohonan")
	p.opens("/profil", "Data saya di register desa")
	p.opens("/ajukan/domicile?hal=home", "Tempat tinggal Anda")
	p.press("Lanjutkan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/ajukan/domicile/salah")
	p.opens("/ajukan/domicile", "Untuk siapa permohonan ini?")
	p.press("Lanjutkan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/ajukan/domicile/untuk-salah")
	p.answersDomicile()
	p.sound("/ajukan/domicile/dokumen")
	p.press("Lanjutkan")
	p.sees("Lampirkan")
	p.sound("/ajukan/domicile/dokumen/salah")
	p.attachesPapers()
	p.sound("/ajukan/domicile/dokumen/ada")
	p.press("Lanjutkan")
	p.at("Periksa jawaban Anda")
	p.sound("/ajukan/domicile/periksa")
	p.opens("/permohonan", "Belum terkirim")
	p.opens("/dokumen", "Hapus")
	p.press("Hapus")
	p.sees("tidak dapat dikembalikan")
	p.sound("/dokumen/hapus")

	p.visit("/")
	p = p.speaksEnglish()
	p.opens("/", "Welcome, I Wayan Sukarta")
	p.opens("/ajukan/domicile?hal=home", "Your home")
	p.opens("/ajukan/domicile?hal=periksa", "Check your answers")
}

func TestAxeOnRequestsInEveryState(t *testing.T) {
	v := start(t)
	expired := v.returned()
	if err := requests.Deadline(v, time.Now().AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	open, returned, rejected, cancelled := v.File(), v.returned(), v.File(), v.File()
	v.decide(v.HeadOfKaja, rejected, "reject", map[string]any{"reason": "not_resident", "note": "Sudah pindah ke desa lain."})
	v.Act(v.Resident, cancelled, "cancel").Want(200)
	letter := v.Signed()

	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/", "Perlu Anda perbaiki")
	p.opens("/permohonan", "Menunggu Anda")
	p.opens("/permohonan/"+returned, "Ada yang perlu Anda perbaiki")
	p.opens("/permohonan/"+returned+"/perbaiki", "Foto KTP buram.")
	p.opens("/permohonan/"+rejected, "Sudah pindah ke desa lain.")
	p.opens("/permohonan/"+cancelled, "Anda dapat mengajukan permohonan baru kapan saja.")
	p.opens("/permohonan/"+expired, "Permohonan kedaluwarsa")
	p.opens("/permohonan/"+letter.GetString("request"), "Surat Anda sudah jadi")
	p.opens("/permohonan/"+letter.GetString("request")+"/bukti", "Nomor tanda terima Anda")
	p.opens("/permohonan/"+open, "Halaman ini berubah sendiri")
	p.press("Kirim pesan ke petugas")
	p.sees("Pesan Anda")
	p.sound("/permohonan/pesan")
	p.press("Batal")
	p.press("Batalkan permohonan")
	p.sees("Batalkan permohonan ini?")
	p.sound("/permohonan/batal")
	p.opens("/permohonan/tidakadatidakad", "Tidak ditemukan")
}

// keptIndonesian: the login, where there is one, does not know of another language yet.
const keptIndonesian = `Object.values(localStorage).some((kept) => kept.includes('"language":"id"'))`

// speaksEnglish is the visitor after choosing English.
func (p visitor) speaksEnglish() visitor {
	p.t.Helper()
	p.press("English")
	p.until("English", func() bool {
		return asks[string](p, "document.documentElement.lang") == "en" && !asks[bool](p, keptIndonesian)
	})
	p.language = "en"
	return p
}

// outdated is a letter that was issued long ago.
func (v village) outdated() *core.Record {
	v.t.Helper()
	v.OnRecordCreate("letters").BindFunc(func(e *core.RecordEvent) error {
		e.Record.Set("valid_until", "2020-01-31")
		return e.Next()
	})
	return v.Signed()
}

// returned is a request that came back to Wayan because of his identity card.
func (v village) returned() string {
	v.t.Helper()
	id := v.File()
	v.decide(v.HeadOfKaja, id, "return", map[string]any{
		"reason": "unreadable_document", "note": "Foto KTP buram.", "data": map[string]any{"fields": []string{"since"}, "attachments": []string{"ktp"}},
	})
	return id
}

// decide acts with what the action asks for: reason, note, data.
func (v village) decide(actor *core.Record, request, action string, more map[string]any) {
	v.t.Helper()
	more["request"], more["action"] = request, action
	v.Do("POST", "/api/collections/request_events/records", more, actor).Want(200)
}
