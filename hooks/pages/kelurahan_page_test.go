package pages_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// kelurahan turns the village into the Kelurahan Taman Sari, with its own
// titles and areas, as an admin would.
func (v village) kelurahan() {
	v.t.Helper()
	v.Office.Set("kind", "kelurahan")
	apptest.Save(v.t, v, v.Office)
	v.Kaja.Set("name", "Lingkungan Kaja")
	v.Kelod.Set("name", "Lingkungan Kelod")
	apptest.Save(v.t, v, v.Kaja)
	apptest.Save(v.t, v, v.Kelod)
	v.HeadOfKaja.Set("title", "Kepala Lingkungan Kaja")
	v.HeadOfKelod.Set("title", "Kepala Lingkungan Kelod")
	v.Secretary.Set("title", "Sekretaris Lurah")
	v.VillageHead.Set("title", "Lurah")
	for _, officer := range []*core.Record{v.HeadOfKaja, v.HeadOfKelod, v.Secretary, v.VillageHead} {
		apptest.Save(v.t, v, officer)
	}
}

// ofADesa are words that belong to a desa. A customary village is one wherever
// it lies, the law on villages is called that, and so is this program.
var ofADesa = regexp.MustCompile(`(?i)\b(perbekel|banjar|kelian|desa)\b`)

var byName = regexp.MustCompile(`(?i)M-Desa|desa adat|bendesa|tentang Desa|desa/kelurahan|desa atau kelurahan|kelian atau bendesa adat|kelian or bendesa adat|customary village|village or kelurahan`)

// ofAVillage are the words for them in English.
var ofAVillage = regexp.MustCompile(`(?i)\b(villages?|hamlets?|perbekel|banjar|kelian)\b`)

func wordsOfADesa(text string) []string { return wordsOf(ofADesa, text) }

func wordsOf(words *regexp.Regexp, text string) []string {
	var found []string
	text = byName.ReplaceAllString(text, "")
	for _, at := range words.FindAllStringIndex(text, -1) {
		found = append(found, "…"+text[max(0, at[0]-40):min(len(text), at[1]+40)]+"…")
	}
	return found
}

func TestPagesOfAKelurahanSpeakOfAKelurahan(t *testing.T) {
	v := start(t)
	v.kelurahan()
	open, letter := v.File(), v.Signed()
	resident, staff := v.visitor(apptest.Phone()), v.visitor(apptest.Phone()).as(v.Secretary)
	looks := func(p visitor, path, text string) {
		t.Helper()
		p.visit(path)
		p.sees(text)
		p.until("a page without words of a desa", func() bool { return len(wordsOfADesa(p.shown())) == 0 })
	}
	looks(resident, "/", "Kelurahan Taman Sari")
	looks(resident, "/", "ikuti kerja kelurahan dari rumah")
	looks(resident, "/layanan/domicile", "Surat Keterangan Domisili")
	looks(resident, "/masuk", "Masuk")
	looks(resident, "/daftar", "NIK")
	looks(resident, "/lupa", "Lupa kata sandi")
	looks(resident, "/aktivasi", "Aktifkan akun")
	looks(resident, "/cek", "Cek status")
	looks(resident, "/privasi", "Privasi data Anda")
	looks(resident, "/v/"+letter.GetString("code"), "Lurah")
	resident = resident.as(v.Resident)
	looks(resident, "/permohonan/"+open, "Kepala Lingkungan")
	looks(resident, "/permohonan/"+letter.GetString("request"), "Lurah")
	looks(resident, "/profil", "Lingkungan Kaja")
	looks(resident, "/ajukan/domicile", "Surat Keterangan Domisili")
	for path, text := range map[string]string{
		"/petugas": "Permohonan", "/petugas/permohonan/" + open: "Kepala Lingkungan", "/petugas/loket": "Ajukan di loket",
		"/petugas/warga": "Warga", "/petugas/surat": letter.GetString("number"), "/petugas/profil": "Sekretaris Lurah",
		"/petugas/delegasi": "Pelimpahan wewenang", "/petugas/delegasi/baru": "Kepada siapa?",
	} {
		looks(staff, path, text)
	}
	looks(v.visitor(apptest.Phone()), "/petugas", "Masuk petugas")
}

func TestPagesOfAKelurahanSpeakOfAKelurahanInEnglish(t *testing.T) {
	v := start(t)
	v.kelurahan()
	open, letter := v.File(), v.Signed()
	looks := func(p visitor, path, text string) {
		t.Helper()
		p.visit(path)
		p.sees(text)
		p.until("a page without words of a village", func() bool { return len(wordsOf(ofAVillage, p.shown())) == 0 })
	}
	guest := v.visitor(apptest.Phone())
	guest.visit("/")
	guest = guest.speaksEnglish()
	looks(guest, "/", "follow kelurahan work from home")
	looks(guest, "/layanan/domicile", "Area head's approval")
	looks(guest, "/masuk", "opened at the kelurahan office or by your ward head (Kepala Lingkungan)")
	looks(guest, "/aktivasi", "Activate")
	looks(guest, "/privasi", "the head of your ward")
	resident := guest.as(v.Resident)
	resident.visit("/")
	resident = resident.speaksEnglish() // a login brings its own language
	looks(resident, "/permohonan/"+open, "Kepala Lingkungan")
	looks(resident, "/permohonan/"+letter.GetString("request"), "Lurah")
	looks(resident, "/profil", "My data in the kelurahan register")
	staff := v.visitor(apptest.Phone())
	staff.visit("/petugas")
	staff = staff.speaksEnglish()
	looks(staff, "/petugas", "For ward heads, desk officers, the secretary and the lurah.")
	staff = staff.as(v.Secretary)
	staff.visit("/petugas")
	staff = staff.speaksEnglish()
	for path, text := range map[string]string{
		"/petugas": "Requests", "/petugas/permohonan/" + open: "Kepala Lingkungan", "/petugas/warga": "Residents",
		"/petugas/surat": letter.GetString("number"), "/petugas/profil": "wards are set by the office's admin",
		"/petugas/delegasi/baru": "To whom?", "/petugas/kependudukan/laporan": "Whole kelurahan",
	} {
		looks(staff, path, text)
	}
}

func TestLettersOfAKelurahanSpeakOfAKelurahan(t *testing.T) {
	v := start(t)
	v.kelurahan()
	v.Given(v.VillageHead, v.Secretary, "Plh.")
	id := v.ToSign()
	v.Act(v.Secretary, id, "sign").Want(200)
	file := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(file, v.PDF(v.Letter(id)), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(apptest.Tool(t, "pdftotext"), "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "KELURAHAN TAMAN SARI") || !strings.Contains(string(text), "Plh. LURAH TAMAN SARI,") {
		t.Errorf("the letter reads\n%s", text)
	}
	for _, found := range wordsOfADesa(string(text)) {
		t.Errorf("the letter reads %s", found)
	}
}

func TestTheServerOfAKelurahanSpeaksOfAKelurahan(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	v.kelurahan()
	for name, answer := range map[string]*apptest.Response{
		"who has no right":     v.Revoke(v.HeadOfKaja, letter, "revoked"),
		"a superuser":          v.Revoke(v.Admin, letter, "replaced"),
		"who asks in vain":     v.Do("GET", "/api/requests/nosuchrequest00/case", nil, v.Secretary),
		"who subscribes":       v.Do("GET", "/api/letters/register", nil, v.Resident),
		"who files at counter": v.Do("POST", "/api/collections/requests/records", map[string]any{"service": "x", "resident": v.Wayan.Id}, v.Officer),
	} {
		if answer.Status < 400 {
			t.Errorf("%s is answered %d", name, answer.Status)
		}
		for _, found := range wordsOfADesa(string(answer.Body)) {
			t.Errorf("%s is told %s", name, found)
		}
	}
	v.Officer.Set("language", "en")
	apptest.Save(t, v, v.Officer)
	said := v.Do("POST", "/api/collections/request_events/records", map[string]any{"request": "nosuchrequest00"}, v.Officer).Want(404).Body
	if !strings.Contains(string(said), "not of your wards") {
		t.Errorf("in English: %s", said)
	}
}
