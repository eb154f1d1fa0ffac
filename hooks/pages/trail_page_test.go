package pages_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestPageShowsAResidentWhoOpenedTheirRequestAndTakesAQuestion(t *testing.T) {
	v := start(t)
	id := v.File()
	desk := v.visitor(apptest.Desktop()).as(v.HeadOfKaja)
	desk.visit("/petugas/permohonan/" + id)
	desk.sees("Milik sendiri")

	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.visit("/profil")
	wayan.sees("Anggota keluarga")
	wayan.press("Siapa yang melihat data saya")
	wayan.at("Siapa yang melihat data saya")
	code := v.Found("requests", id).GetString("code")
	wayan.sees("I Gede Pasek (Kelian Banjar Kaja)", "embuka permohonan Surat Keterangan Domisili Anda",
		"memproses permohonan "+code[:4]+"-"+code[4:])
	wayan.press("Tanyakan")
	wayan.press("Kirim")
	wayan.sees("paling sedikit 5 huruf")
	wayan.fill("Apa yang ingin Anda ketahui?", "Kenapa KTP saya dibuka?")
	wayan.press("Kirim")
	wayan.sees("Pertanyaan terkirim", "Kenapa KTP saya dibuka?", "Dijawab paling lambat")
	if n, err := v.CountRecords("data_questions"); err != nil || n != 1 {
		t.Errorf("%d questions: %v", n, err)
	}
}

func TestPageOfTheAuditorFindsEntriesAndChecksTheChain(t *testing.T) {
	v := start(t)
	v.Act(v.HeadOfKaja, v.File(), "approve").Want(200)
	for _, who := range []struct {
		kind, note string
	}{{audit.Upkeep, ""}, {audit.Other, "Undangan rapat banjar"}} {
		audit.Seen(v, v.Officer, audit.Purpose{Kind: who.kind, Note: who.note}, audit.Viewed, v.Wayan.Id, v.Made.Id)
	}
	p := v.visitor(apptest.Desktop()).as(v.Auditor)
	p.visit("/petugas/jejak")
	p.sees("I Made Artana", "Undangan rapat banjar", "I Wayan Sukarta")
	p.fill("Nama warga", "artana")
	p.until("only Made", func() bool { return !strings.Contains(p.shown(), "I Wayan Sukarta") })
	p.press("Periksa keutuhan jejak")
	p.sees("Jejak utuh")
	p.visit("/petugas")
	p.press("Jejak")
	p.at("Jejak akses data warga")

	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/jejak")
	desk.sees("hanya untuk auditor")
}

func TestAxeOnTheTrail(t *testing.T) {
	v := start(t)
	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.opens("/privasi/jejak", "Belum ada yang membuka data Anda")
	id := v.File()
	v.Do("GET", "/api/requests/inbox?tab=open", nil, v.HeadOfKaja).Want(200)
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.HeadOfKaja).Want(200)
	audit.Seen(v, v.Secretary, audit.Purpose{Kind: audit.Other, Note: "Undangan rapat banjar"}, audit.Revealed, v.Wayan.Id)
	audit.Seen(v, v.Admin, audit.Purpose{Kind: audit.InAdminUI}, audit.Viewed, v.Wayan.Id)
	audit.SeenAll(v, v.Secretary, audit.Purpose{Kind: audit.Upkeep}, audit.Exported, 812, v.Kaja.Id)
	wayan.opens("/privasi/jejak", "Undangan rapat banjar")
	wayan.press("Tanyakan")
	wayan.sees("Apa yang ingin Anda ketahui?")
	wayan.sound("/privasi/jejak/tanya")
	wayan.fill("Apa yang ingin Anda ketahui?", "Siapa yang mengambil data kami?")
	wayan.press("Kirim")
	wayan.sees("Pertanyaan Anda")
	wayan.sound("/privasi/jejak/ditanya")
	wayan = wayan.speaksEnglish()
	wayan.opens("/privasi/jejak", "Who looked at my data")

	auditor := v.visitor(apptest.Phone()).as(v.Auditor)
	auditor.opens("/petugas/jejak", "Undangan rapat banjar")
	auditor.press("Periksa keutuhan jejak")
	auditor.sees("Jejak utuh")
	auditor.sound("/petugas/jejak/utuh")
	auditor.opens("/petugas/jejak?resident=siapapun", "Tidak ada catatan")
}
