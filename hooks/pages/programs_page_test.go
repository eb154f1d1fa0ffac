package pages_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// built leaves a proposal, the program that came of it, and a milestone.
func (v village) built() (proposal, program string) {
	v.t.Helper()
	proposal = v.made("proposals", v.Resident, map[string]any{"title": "Jalan Kamboja rusak", "need": "Licin saat hujan.", "place": "Jalan Kamboja"})
	v.Do("PATCH", "/api/collections/proposals/records/"+proposal, map[string]any{"state": "accepted", "reason": "Mendesak bagi warga.", "year": 2027}, v.Secretary).Want(200)
	program = v.made("programs", v.Secretary, map[string]any{"title": "Perbaikan Jalan Kamboja", "goal": "Aman dilalui.", "kind": "works", "year": 2026,
		"published": true, "hamlet": apptest.KajaID, "proposals": []string{proposal}})
	v.made("milestones", v.Officer, map[string]any{"program": program, "percent": 50, "on": "2026-01-05", "note": "Separuh jalan."})
	return proposal, program
}

func (v village) made(collection string, who *core.Record, fields map[string]any) string {
	v.t.Helper()
	return v.Do("POST", "/api/collections/"+collection+"/records", fields, who).Want(200).JSON()["id"].(string)
}

func TestAxeOnProgramsAndProposals(t *testing.T) {
	v := start(t)
	proposal, program := v.built()
	wish := v.made("proposals", v.Neighbour, map[string]any{"title": "Lampu Jalan Kamboja", "need": "Gelap sejak petang."})

	p := v.visitor(apptest.Phone())
	p.opens("/program", "Perbaikan Jalan Kamboja")
	p.opens("/program?tampil=peta", "Tanpa titik di peta")
	p.opens("/program/"+program, "Berjalan, 50 % selesai")
	p.opens("/usulan", "Lampu Jalan Kamboja")
	p.opens("/usulan/"+proposal, "Mendesak bagi warga.")
	p.opens("/usulan/"+wish, "Masuk untuk mendukung")
	p.opens("/program/tidakadaprogram", "Tidak ditemukan")

	p = p.as(v.Resident)
	p.opens("/usulan/baru", "Apa yang Anda usulkan?")
	p.press("Kirim usulan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/usulan/baru/salah")
	p.visit("/")
	p = p.speaksEnglish()
	p.opens("/program/"+program, "Running, 50 % done")
	p.opens("/usulan/"+wish, "I need it too")
}

func TestAResidentProposesAndANeighbourSupports(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/usulan/baru")
	p.fill("Apa yang Anda usulkan?", "Lampu di Gang Mawar")
	p.fill("Mengapa dibutuhkan", "Anak-anak pulang mengaji dalam gelap.")
	p.visit("/usulan/baru") // what was typed is still there
	p.sees("Apa yang Anda usulkan?")
	p.press("Kirim usulan")
	p.at("Lampu di Gang Mawar")
	p.sees("0 warga mendukung", "Ini usulan Anda")
	proposal, err := v.FindFirstRecordByData("proposals", "title", "Lampu di Gang Mawar")
	if err != nil {
		t.Fatal(err)
	}
	p = v.visitor(apptest.Phone()).as(v.Neighbour)
	p.visit("/usulan/" + proposal.Id)
	p.sees("Saya juga membutuhkannya")
	p.press("Saya juga membutuhkannya")
	p.sees("1 warga mendukung", "Anda mendukung usulan ini.")
	p.press("Cabut dukungan saya")
	p.sees("0 warga mendukung")
}

func TestAxeOnProgramsAtTheDesk(t *testing.T) {
	v := start(t)
	proposal, program := v.built()
	wish := v.made("proposals", v.Neighbour, map[string]any{"title": "Lampu Jalan Kamboja", "need": "Gelap sejak petang."})

	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas/program", "Perbaikan Jalan Kamboja")
	p.opens("/petugas/program/"+program, "Separuh jalan.")
	p.press("Hentikan")
	p.sees("Mengapa dihentikan?")
	p.sound("/petugas/program/hentikan")
	p.opens("/petugas/program/"+program+"/ubah", "Berasal dari usulan")
	p.opens("/petugas/program/"+program+"/tahap", "Sudah sejauh mana?")
	p.opens("/petugas/program/baru", "Belum dianggarkan")
	p.opens("/petugas/usulan", "Lampu Jalan Kamboja")
	p.opens("/petugas/usulan/"+proposal, "Mendesak bagi warga.")
	p.opens("/petugas/usulan/baru", "Berita acara rapat")
	p.opens("/petugas/usulan/"+wish, "Gabungkan")
	p.press("Terima")
	p.sees("Untuk rencana tahun")
	p.sound("/petugas/usulan/terima")
	p.fill("Alasan", "Mendesak bagi keselamatan warga.")
	p.press("Terima")
	p.sees("Jadikan program")
	p.press("Jadikan program")
	p.at("Lampu Jalan Kamboja")
	p.sees("Belum terbit", "Gelap sejak petang.")
}
