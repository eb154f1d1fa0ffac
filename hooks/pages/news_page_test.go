package pages_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// tellsAll fills the public pages: a post of each kind, a document on two
// shelves, a number, a business.
func (v village) tellsAll() {
	v.t.Helper()
	post := func(collection string, body any) {
		v.t.Helper()
		v.Do("POST", "/api/collections/"+collection+"/records", body, v.Officer).Want(200)
	}
	post("posts", map[string]any{"kind": "news", "title": "Posyandu dibuka", "title_en": "The health post opens", "text": "Buka *Minggu*.\n\n# Bawa\n- kartu\n- buku\n\n> Terima kasih\n\n[anggaran](/anggaran)", "text_en": "It opens on *Sunday*.", "state": "published"})
	post("posts", map[string]any{"kind": "announcement", "title": "Kantor tutup", "text": "Dua hari.", "state": "published"})
	post("posts", map[string]any{"kind": "emergency", "title": "Awas banjir", "text": "Hindari Jalan Kamboja.", "state": "published", "expires_at": time.Now().Add(time.Hour)})
	post("posts", map[string]any{"kind": "agenda", "title": "Kerja bakti", "text": "Bawa sapu.", "state": "published", "hamlet": v.Kaja.Id,
		"starts_at": time.Now().Add(48 * time.Hour), "ends_at": time.Now().Add(50 * time.Hour), "place": "Balai Banjar"})
	post("publications", apptest.Form{Fields: map[string]string{"shelf": "periodic", "category": "budget", "title": "Perdes APBDes", "year": "2026", "state": "published"},
		Files: []apptest.File{{Field: "file", Name: "apbdes.pdf", Body: []byte("%PDF-1.7")}}})
	post("publications", map[string]any{"shelf": "excluded", "category": "other", "title": "Alamat penerima bantuan", "state": "published", "ground": "UU 14/2008 pasal 17", "harm_test": "Mempermalukan keluarga miskin."})
	post("contacts", map[string]any{"group": "emergency", "name": "Ambulans", "phone": "112"})
	post("contacts", map[string]any{"group": "hamlet", "name": "Kelian Kaja", "phone": "081234500011", "whatsapp": true, "hamlet": v.Kaja.Id})
	post("businesses", map[string]any{"kind": "food", "name": "Warung Men Tantri", "about": "Nasi campur.", "phone": "081234500012", "whatsapp": true, "consent": true, "consent_proof": "Lisan di loket.", "state": "published"})
}

func TestAxeOnNewsAndPublicInformation(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.opens("/berita", "Belum ada kabar")
	p.opens("/agenda", "Belum ada acara")
	p.opens("/informasi", "Belum ada dokumen di rak ini")
	p.opens("/nomor-penting", "telepon 112")
	p.opens("/usaha", "Belum ada usaha")
	v.tellsAll()
	p.opens("/berita", "Posyandu dibuka")
	p.opens("/berita/posyandu-dibuka", "Terima kasih")
	p.opens("/berita/awas-banjir", "Berlaku sampai")
	p.opens("/berita/kerja-bakti", "Tambahkan ke kalender")
	p.opens("/berita/tidak-ada", "sudah tidak ditayangkan lagi")
	p.opens("/agenda", "Langganan kalender")
	p.opens("/agenda?lalu=ya", "Belum ada acara yang lewat")
	p.opens("/informasi", "Perdes APBDes")
	p.opens("/informasi?rak=dikecualikan", "Mempermalukan keluarga miskin.")
	p.opens("/nomor-penting", "Kelian Kaja")
	p.opens("/usaha", "Warung Men Tantri")
	p = p.speaksEnglish()
	p.opens("/berita/posyandu-dibuka", "It opens on Sunday.")
	p.opens("/agenda", "Subscribe to the calendar")
	p.opens("/informasi", "Fingerprint of the file")
	p.opens("/nomor-penting", "Important numbers")
	p.opens("/usaha", "Suggest your business")
}

// warns publishes a warning until a moment and gives its id.
func (v village) warns(title string, until time.Time, by *core.Record, more map[string]any) string {
	v.t.Helper()
	body := map[string]any{"kind": "emergency", "title": title, "text": "Hindari jalan itu.", "state": "published", "expires_at": until}
	for name, value := range more {
		body[name] = value
	}
	return v.Do("POST", "/api/collections/posts/records", body, by).Want(200).JSON()["id"].(string)
}

func (p visitor) missesSoon(text string) {
	p.t.Helper()
	p.until(text+" to go", func() bool { return !strings.Contains(p.shown(), text) })
}

// lookNow is what the page does once a minute, or when it is looked at again.
const lookNow = `import("app/alarms.js").then(() => document.dispatchEvent(new Event("visibilitychange")))`

func TestAWarningComesAndGoesOnPagesThatAreOpen(t *testing.T) {
	v := start(t)
	resident, desk := v.visitor(apptest.Phone()).as(v.Resident), v.visitor(apptest.Phone()).as(v.Officer)
	resident.opens("/permohonan", "Permohonan")
	desk.opens("/petugas/lainnya", "Lainnya")
	ends := time.Now().Add(12 * time.Second)
	kaja := v.warns("Pohon tumbang", ends, v.HeadOfKaja, map[string]any{"hamlet": v.Kaja.Id})
	flood := v.warns("Awas banjir", time.Now().Add(time.Hour), v.Officer, nil)
	for _, p := range []visitor{resident, desk} {
		p.eval(lookNow)
		p.sees("Darurat: Awas banjir", "Darurat: Pohon tumbang (Banjar Kaja)")
		p.sound("/peringatan")
	}
	v.Do("PATCH", "/api/collections/posts/records/"+flood, map[string]any{"state": "withdrawn"}, v.HeadOfKaja).Want(400)
	v.Do("PATCH", "/api/collections/posts/records/"+kaja, map[string]any{"state": "withdrawn"}, v.HeadOfKelod).Want(400)
	for _, p := range []visitor{resident, desk} {
		p.missesSoon("Pohon tumbang") // by itself, at its moment
		p.sees("Darurat: Awas banjir")
	}
	v.Do("PATCH", "/api/collections/posts/records/"+flood, map[string]any{"state": "withdrawn"}, v.Secretary).Want(200)
	desk.eval(lookNow)
	desk.missesSoon("Awas banjir")
}

func TestAWarningEndsAlsoWithoutNetwork(t *testing.T) {
	v := start(t)
	v.warns("Awas banjir", time.Now().Add(8*time.Second), v.Officer, nil)
	v.warns("Air tercemar", time.Now().Add(time.Hour), v.Officer, nil)
	p := v.visitor(apptest.Phone())
	p.visit("/nomor-penting")
	p.sees("Belum ada nomor", "Awas banjir", "Air tercemar")
	p.network(false)
	p.sees("Tidak ada jaringan")
	p.missesSoon("Awas banjir")
	p.sees("Air tercemar")
}

func TestAGuestAsksForInformationAndReadsTheAnswer(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.opens("/informasi/minta", "Siapa pun boleh meminta informasi")
	p.press("Kirim permintaan")
	p.sees("Ada yang perlu diperbaiki", "Tulis nama Anda seperti pada KTP.")
	p.sound("/informasi/minta/salah")
	p.fill("Informasi yang diminta", "Laporan realisasi APBDes 2025")
	p.fill("Untuk apa informasi ini?", "Penelitian")
	p.fill("Nama lengkap", "Made Arya")
	p.fill("Nomor HP", "0812 9999 0001")
	p.losesOneAnswer("*/api/collections/information_requests/records*")
	p.press("Kirim permintaan")
	p.sees("Ada yang perlu diperbaiki")
	p.visit("/informasi/minta") // what was typed is still there
	p.press("Kirim permintaan")
	p.sees("Permintaan Anda sudah diterima", "Simpan nomor ini")
	p.sound("/informasi/minta/terkirim")

	if filed, err := v.CountRecords("information_requests"); err != nil || filed != 1 {
		t.Errorf("%d were filed, %v", filed, err)
	}
	asking, err := v.FindFirstRecordByData("information_requests", "name", "Made Arya")
	if err != nil {
		t.Fatal(err)
	}
	v.Do("PATCH", "/api/collections/information_requests/records/"+asking.Id, map[string]any{"state": "refused", "ground": "not_held", "answer": "Laporan ada di kecamatan."}, v.Officer).Want(200)
	p.opens("/informasi/status", "Nomor tanda terima")
	p.press("Cek permintaan")
	p.sees("tidak cocok")
	p.sound("/informasi/status/salah")
	p.fill("Nomor tanda terima", asking.GetString("code"))
	p.fill("4 angka terakhir HP", "0001")
	p.press("Cek permintaan")
	p.sees("Laporan ada di kecamatan.")
	p.sound("/informasi/status/dijawab")
	p.press("Ajukan keberatan")
	p.sees("Penjelasan Anda")
	p.sound("/informasi/keberatan")
	p.fill("Penjelasan Anda", "Laporan ini wajib ada di desa.")
	p.press("Kirim keberatan")
	p.sees("Keberatan Anda")
}

func TestAxeOfAResidentsInformationAndBusiness(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/informasi/status", "Belum ada permintaan")
	p.opens("/informasi/minta", "Dikirim atas nama I Wayan Sukarta")
	v.Do("POST", "/api/collections/information_requests/records", map[string]any{"information": "Laporan realisasi APBDes 2025", "purpose": "Penelitian"}, v.Resident).Want(200)
	p.opens("/informasi/status", "Sedang diproses")
	p.opens("/usaha/usul", "Isi tentang usaha Anda sendiri")
	p.press("Kirim usulan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/usaha/usul/salah")
	p = p.speaksEnglish()
	p.opens("/informasi/status", "In progress")
	p.opens("/usaha/usul", "Name of the business")
}

func TestAPostIsWrittenAtTheDesk(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.HeadOfKaja)
	p.opens("/petugas/berita", "Belum ada tulisan")
	p.opens("/petugas/berita/baru", "Apa yang Anda tulis?")
	p.press("Agenda")
	p.fill("Judul", "Kerja bakti")
	p.press("Terbitkan")
	p.sees("Tulis kapan acara dimulai.")
	p.sound("/petugas/berita/salah")
	p.press("Pengumuman")
	p.fill("Isi", "Bawa *sapu*")
	p.press("Lihat hasilnya")
	p.sees("Seperti inilah warga membacanya")
	p.sound("/petugas/berita/lihat")
	p.press("Terbitkan")
	p.sees("Tersimpan dan diterbitkan.", "Kerja bakti")
	p.sound("/petugas/berita/ada")
	v.visitor(apptest.Phone()).opens("/berita/kerja-bakti", "Bawa sapu")
	p = p.speaksEnglish()
	p.opens("/petugas/berita", "Write a post")
}

func TestAxeOnPublicInformationAtTheDesk(t *testing.T) {
	v := start(t)
	v.tellsAll()
	asking := func(actor *core.Record) string {
		return v.Do("POST", "/api/collections/information_requests/records", map[string]any{"information": "Laporan realisasi APBDes 2025", "purpose": "Penelitian"}, actor).Want(200).JSON()["id"].(string)
	}
	one, two := asking(v.Resident), asking(v.Resident)
	v.Do("PATCH", "/api/collections/information_requests/records/"+two, map[string]any{"state": "refused", "ground": "not_held", "answer": "Laporan ada di kecamatan."}, v.Officer).Want(200)
	v.Do("POST", "/api/collections/objections/records", map[string]any{"request": two, "ground": "refused", "words": "Laporan ini wajib ada di desa."}, v.Resident).Want(200)

	p := v.visitor(apptest.Phone()).as(v.VillageHead)
	p.opens("/petugas/informasi", "Perdes APBDes")
	p.press("Tambah dokumen")
	p.press("Simpan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/petugas/informasi/salah")
	p.opens("/petugas/informasi/nomor", "Ambulans")
	p.opens("/petugas/informasi/usaha", "Warung Men Tantri")
	p.press("Tambah usaha")
	p.sees("Bagaimana persetujuan diberikan?")
	p.sound("/petugas/informasi/usaha/baru")
	p.opens("/petugas/informasi/permintaan", "*** W*** S***")
	p.opens("/petugas/informasi/permintaan/baru", "Catat permintaan")
	p.opens("/petugas/informasi/permintaan/"+two, "Tanggapi keberatan")
	p.opens("/petugas/informasi/permintaan/"+one, "I Wayan Sukarta")
	p.press("Jawab")
	p.press("Ditolak")
	p.sees("Dasar penolakan")
	p.sound("/petugas/informasi/jawab")
	p.press("Kirim")
	p.sees("Pilih dasar penolakan dan tulis alasannya")
	p.opens("/petugas/informasi/register", "Register permintaan informasi publik")
	p = p.speaksEnglish()
	p.opens("/petugas/informasi/register", "Register of requests for public information")
	p.opens("/petugas/informasi/permintaan/"+one, "Extend by 7 working days")
	p.opens("/petugas/informasi", "Add a document")
}
