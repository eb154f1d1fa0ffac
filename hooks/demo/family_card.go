package demo

import (
	"fmt"
	"time"
)

// complete fills in what else stands on a family card. It draws from a source of
// its own, so that the village's people stay who they are.
func (f *fate) complete(h *house, guest bool) {
	for i, p := range h.people {
		p.blood = f.one(bloods)
		p.insurance = f.one([]string{"BPJS Penerima Bantuan Iuran", "BPJS Non Penerima Bantuan Iuran", "BPJS Bantuan Daerah", "Tidak/Belum Punya"})
		if !guest {
			p.krama = "Krama Desa"
		} else if p.religion != "Hindu" {
			p.krama = "Tamiu"
		} else {
			p.krama = "Krama Tamiu"
		}
		p.studying = studyingAt(yearsBetween(p.birth, f.today))
		switch p.role {
		case "anak":
			p.father, p.mother = h.people[0].name, motherIn(h)
			p.certificate = fmt.Sprintf("5171-LT-%s-%04d", p.birth.AddDate(0, 0, 20).Format("02012006"), 1000+f.IntN(8000))
		default:
			p.father, p.mother = f.name("L", guest, i+f.IntN(4)), f.name("P", guest, f.IntN(4))
		}
	}
}

func motherIn(h *house) string {
	for _, p := range h.people {
		if p.role == "istri" {
			return p.name
		}
	}
	return ""
}

func yearsBetween(birth, today time.Time) int {
	years := today.Year() - birth.Year()
	if birth.AddDate(years, 0, 0).After(today) {
		years--
	}
	return years
}

// studyingAt is the school of somebody of an age, as most go to it.
func studyingAt(age int) string {
	switch {
	case age < 4:
		return "Belum Masuk TK/Kelompok Bermain"
	case age < 7:
		return "Sedang TK/Kelompok Bermain"
	case age < 13:
		return "Sedang SD/Sederajat"
	case age < 16:
		return "Sedang SLTP/Sederajat"
	case age < 19:
		return "Sedang SLTA/Sederajat"
	case age < 23:
		return "Sedang S-1/Sederajat"
	}
	return "Tidak Sedang Sekolah"
}

func (p *person) ethnicity() string {
	if p.krama == "Tamiu" {
		return ""
	}
	return "Bali"
}

func (p *person) customaryVillage() string {
	if p.krama == "Tamiu" {
		return ""
	}
	return "Desa Adat Puri Kencana"
}

func (p *person) customaryHamlet() string {
	if p.krama != "Krama Desa" {
		return ""
	}
	return customs[p.house.hamlet%len(customs)]
}
