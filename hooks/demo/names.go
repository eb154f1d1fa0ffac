package demo

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// Balinese names tell the order of birth; the fifth child is called like the first.
var (
	orderNames = []string{"Wayan", "Made", "Nyoman", "Ketut"}
	otherOrder = []string{"Putu", "Kadek", "Komang", "Ketut"}
	menNames   = []string{"Adnyana", "Arta", "Budiarsa", "Dharma", "Eka Putra", "Gunawan", "Jaya", "Kerta", "Mahendra", "Mardika", "Oka", "Parwata", "Pradnya", "Rai", "Sadia", "Sudarma", "Sugiarta", "Suparta", "Surya", "Wibawa", "Widiana", "Yasa"}
	womenNames = []string{"Ariani", "Astuti", "Ayu Lestari", "Cahyani", "Dewi", "Indrawati", "Kartini", "Laksmi", "Mariani", "Murni", "Novianti", "Puspa", "Rahayu", "Ratnasari", "Sekar", "Sriasih", "Suartini", "Sudiasih", "Trisna", "Utari", "Wartini", "Yuliani"}
	guestMen   = []string{"Ahmad Fauzi", "Budi Santoso", "Yohanes Tanoe", "Agus Prasetyo", "Rizal Hidayat"}
	guestWomen = []string{"Siti Aminah", "Dewi Kusuma", "Maria Lie", "Nur Aini", "Rina Wulandari"}
	jobs       = []string{"Wiraswasta", "Karyawan Swasta", "Pedagang", "Guru", "Pegawai Negeri Sipil (PNS)", "Petani/Pekebun", "Buruh Harian Lepas", "Sopir", "Seniman", "Perawat"}
	bloods     = []string{"A", "B", "AB", "O", "O", "O+", "Tidak Tahu"}
	customs    = []string{"Banjar Adat Kaja", "Banjar Adat Kelod", "Banjar Adat Tengah"}
	schooling  = []string{"SLTP/Sederajat", "SLTA/Sederajat", "SLTA/Sederajat", "Diploma IV/Strata I", "Akademi/Diploma III/S. Muda"}
)

// person is one fictional resident, before it is written.
type person struct {
	id, name, nik, role, sex, religion, marital, job, school, studying, phone string
	father, mother, blood, krama, certificate, insurance                      string
	birth                                                                     time.Time
	house                                                                     *house
}

type house struct {
	id, kk, address string
	hamlet          int
	people          []*person
}

// fate draws the same people at every start.
type fate struct {
	*rand.Rand
	serial  int
	today   time.Time
	besides *fate // for what came to the family card later
}

func newFate(today time.Time) *fate {
	besides := &fate{Rand: rand.New(rand.NewPCG(2026, 5171)), today: today}
	return &fate{Rand: rand.New(rand.NewPCG(5171, 2026)), today: today, besides: besides}
}

func (f *fate) one(of []string) string { return of[f.IntN(len(of))] }

// nik follows the rules and belongs to nobody: serials above 9000 are not
// reached in any district on any day.
func (f *fate) nik(birth time.Time, sex string) string {
	day := birth.Day()
	if sex == "P" {
		day += 40
	}
	f.serial++
	return fmt.Sprintf("517104%02d%s%04d", day, birth.Format("0106"), 9000+f.serial)
}

func (f *fate) birth(youngest, oldest int) time.Time {
	days := youngest*365 + 30 + f.IntN((oldest-youngest)*365)
	return f.today.AddDate(0, 0, -days).Truncate(24 * time.Hour)
}

// household draws a family of one to five.
func (f *fate) household(number, hamlet int, street string) *house {
	h := &house{
		id: fmt.Sprintf("demohouse%06d", number), hamlet: hamlet,
		kk:      fmt.Sprintf("517104%02d%02d%02d%04d", 1+f.IntN(28), 1+f.IntN(12), 5+f.IntN(20), 9000+number),
		address: fmt.Sprintf("%s No. %d", street, 1+f.IntN(90)),
	}
	guest := f.IntN(8) == 0
	f.parents(h, guest)
	for child := range f.IntN(4) {
		if len(h.people) == 1 {
			break
		}
		f.child(h, child, guest)
	}
	f.besides.complete(h, guest)
	return h
}

func (f *fate) parents(h *house, guest bool) {
	birth := f.birth(27, 68)
	alone := f.IntN(7) == 0
	head := f.add(h, person{role: "kepala keluarga", sex: "L", marital: "kawin", birth: birth, job: f.one(jobs)}, guest, f.IntN(4))
	if alone {
		head.marital = []string{"belum kawin", "cerai mati", "cerai hidup"}[f.IntN(3)]
		return
	}
	f.add(h, person{role: "istri", sex: "P", marital: "kawin", birth: birth.AddDate(f.IntN(5), f.IntN(12), f.IntN(20)),
		job: f.one(append(jobs, "Mengurus Rumah Tangga", "Mengurus Rumah Tangga"))}, guest, f.IntN(4))
}

func (f *fate) child(h *house, order int, guest bool) {
	father := h.people[0]
	birth := father.birth.AddDate(24+3*order, f.IntN(12), f.IntN(28))
	if birth.After(f.today.AddDate(0, -2, 0)) {
		return
	}
	child := person{role: "anak", sex: []string{"L", "P"}[f.IntN(2)], marital: "belum kawin", birth: birth, job: "Pelajar/Mahasiswa"}
	if age := f.today.Year() - birth.Year(); age > 22 {
		child.job = f.one(jobs)
	} else if age < 6 {
		child.job = "Belum/Tidak Bekerja"
	}
	f.add(h, child, guest, order)
}

func (f *fate) add(h *house, p person, guest bool, order int) *person {
	p.house = h
	p.name, p.religion = f.name(p.sex, guest, order), "Hindu"
	if guest {
		p.religion = []string{"Islam", "Islam", "Kristen", "Katholik", "Budha"}[f.IntN(5)]
	}
	p.nik = f.nik(p.birth, p.sex)
	p.id = fmt.Sprintf("demoperson%05d", f.serial)
	p.school = "Belum Tamat SD/Sederajat"
	if f.today.Year()-p.birth.Year() > 18 {
		p.school = f.one(schooling)
		p.phone = fmt.Sprintf("08123%07d", 9000000+f.serial)
	}
	h.people = append(h.people, &p)
	return &p
}

func (f *fate) name(sex string, guest bool, order int) string {
	first := orderNames
	if f.IntN(2) == 0 {
		first = otherOrder
	}
	switch {
	case guest && sex == "L":
		return f.one(guestMen)
	case guest:
		return f.one(guestWomen)
	case sex == "L":
		return "I " + first[order%4] + " " + f.one(menNames)
	}
	return "Ni " + first[order%4] + " " + f.one(womenNames)
}
