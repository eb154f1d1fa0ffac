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
	p.opens("/program/"+program, "Berjalan, 50% selesai")
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
	p.opens("/program/"+program, "Running, 50% done")
	p.opens("/usulan/"+wish, "I need this too")
}

func TestAResidentProposesAndANeighbourSupports(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.visit("/usulan/baru")
	p.fill("Apa yang Anda usulkan?", "Lampu di Gang Mawar")
	p.fill("Mengapa dibutuhkan", "Anak-anak pulang mengaji dalam gelap.")
	p.sees("tersimpan di perangkat ini")
	p.attach("photos-file", photo(t, "gang.jpg"))
	p.sees("gang.jpg")
	p.fill("Apa yang terlihat pada foto?", "Gang tanpa lampu")
	p.press("Usulan warga dan banjar")
	p.at("Usulan warga dan banjar")
	p.visit("/") // another day
	p.press("Usulan untuk banjar")
	p.at("Buat usulan") // words and photos are still there
	p.sees("gang.jpg")
	p.press("Kirim usulan")
	p.at("Lampu di Gang Mawar")
	p.sees("0 warga mendukung", "Ini usulan Anda")
	proposal, err := v.FindFirstRecordByData("proposals", "title", "Lampu di Gang Mawar")
	if err != nil || proposal.GetString("photos_alt") != "Gang tanpa lampu" || len(proposal.GetStringSlice("photos")) != 1 {
		t.Fatal(err, proposal)
	}
	p.press("Ubah usulan") // as long as nobody supports it
	p.fill("Di mana?", "Gang Mawar, ujung timur")
	p.press("Kirim usulan")
	p.sees("Perubahan disimpan.", "Gang Mawar, ujung timur")
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

// From a road on the map to its budget line to the proposal that asked for it, and
// back, all by following links.
func TestFromTheMapToTheBudgetToTheProposalAndBack(t *testing.T) {
	v := start(t)
	v.takesBudget(budgetPlan, "plan", "2026")
	line, err := v.FindFirstRecordByData("budget_lines", "code", "02.03.10 5.3.5")
	if err != nil {
		t.Fatal(err)
	}
	_, program := v.built()
	v.Do("PATCH", "/api/collections/programs/records/"+program, map[string]any{"budget_line": line.Id, "point": map[string]any{"lat": -8.64, "lon": 115.22}}, v.Secretary).Want(200)

	p := v.visitor(apptest.Phone())
	p.visit("/program?tampil=peta")
	p.until("the mark on the map", func() bool { return asks[bool](p, "!!document.querySelector('.leaflet-marker-icon')") })
	p.eval("document.querySelector('.leaflet-marker-icon').click()")
	p.until("its link", func() bool { return asks[bool](p, "!!document.querySelector('.leaflet-popup a')") })
	p.eval("document.querySelector('.leaflet-popup a').click()")
	p.at("Perbaikan Jalan Kamboja")
	p.press("Lihat di anggaran 2026")
	p.at("APBDes 2026")
	p.until("the line, opened", func() bool { return asks[bool](p, "document.activeElement.innerText.includes('5.3.5')") })
	p.press("Program: Perbaikan Jalan Kamboja")
	p.at("Perbaikan Jalan Kamboja")
	p.press("Jalan Kamboja rusak")
	p.at("Jalan Kamboja rusak")
	p.press("Perbaikan Jalan Kamboja")
	p.at("Perbaikan Jalan Kamboja")
	p.press("Lihat di peta")
	p.until("the place on a map", func() bool { return asks[bool](p, "!!document.querySelector('.leaflet-marker-icon')") })
}

func TestAHamletHeadSeesASiteAndTheOfficeConfirmsIt(t *testing.T) {
	v := start(t)
	_, program := v.built()
	p := v.visitor(apptest.Phone()).as(v.HeadOfKaja)
	p.visit("/petugas/program/" + program)
	p.press("Catat kemajuan")
	p.sees("Anda mencatat sebagai kelian banjar")
	p.sound("/petugas/program/tahap-kelian")
	p.press("100%: selesai")
	p.press("Simpan")
	p.sees("Sertakan foto dari lokasi")
	p.attach("photos-file", photo(t, "jalan.jpg"))
	p.sees("jalan.jpg")
	p.fill("Apa yang terlihat pada foto?", "Jalan rata sampai ujung")
	p.press("Simpan")
	p.at("Perbaikan Jalan Kamboja")
	p.sees("Menunggu konfirmasi kantor", "Berjalan, 50% selesai", "Tarik catatan saya")
	p.sound("/petugas/program/menunggu")

	p = v.visitor(apptest.Phone()).as(v.Officer)
	p.visit("/petugas/program")
	p.sees("1 untuk dikonfirmasi")
	p.press("Perbaikan Jalan Kamboja")
	p.sees("Menunggu konfirmasi kantor")
	p.press("Konfirmasi")
	p.sees("Selesai, 100%", "dikonfirmasi "+v.Officer.GetString("name"))
}
