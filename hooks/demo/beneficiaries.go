package demo

import (
	"fmt"
	"strings"

	"github.com/pocketbase/dbx"
)

// beneficiaries fills two programs of aid: twelve households get BLT, four elderly
// people rice, one of them out of a household that gets BLT as well; somebody has
// died since.
func (v *Village) beneficiaries() error {
	year := v.fate.today.Year()
	cash, err := v.app.FindFirstRecordByFilter("programs", "kind = 'aid' && published = true")
	if err != nil {
		return fmt.Errorf("demo: the program of cash aid: %w", err)
	}
	blt := cash.Id
	rice, err := v.aid("Beras untuk Lansia", "Rice for the elderly",
		"Warga lanjut usia menerima beras setiap tiga bulan.", "Elderly people get rice every three months.")
	if err != nil {
		return err
	}
	families := v.poorest(12)
	for i, h := range families {
		if err := v.gets(map[string]any{"program": blt, "target": "household", "household": h.id, "amount": 300_000, "period": "monthly",
			"starts_on": v.monthsPaid(-1, 1)[0] + "-01", "ends_on": fmt.Sprintf("%d-12-31", year), "status": "active",
			"participant_number": fmt.Sprintf("BLT-%03d", i+1), "reference": fmt.Sprintf("Perkades 3/%d", year)}, v.monthsPaid(i, 0)); err != nil {
			return err
		}
	}
	return v.riceFor(rice, families)
}

func (v *Village) aid(title, titleEN, goal, goalEN string) (id string, err error) {
	program, err := v.save("programs", map[string]any{"title": title, "title_en": titleEN, "goal": goal, "goal_en": goalEN, "kind": "aid",
		"year": v.fate.today.Year(), "field": "02", "activity": "02.02.02", "state": "running", "source": "PBP", "owner": "Kasi Kesejahteraan", "published": true})
	if err != nil {
		return "", err
	}
	return program.Id, nil
}

// poorest are households, the tour's first one among them.
func (v *Village) poorest(n int) []*house {
	chosen := []*house{v.first.house}
	for _, p := range v.people {
		if len(chosen) == n {
			break
		}
		if p.role == "kepala keluarga" && p.house != v.first.house && p.house.people[0] == p && len(p.house.people) > 2 {
			chosen = append(chosen, p.house)
		}
	}
	return chosen
}

// monthsPaid are the last months of this year that the i-th household was paid,
// and some more; the present one is yet to come.
func (v *Village) monthsPaid(i, more int) (months []string) {
	now := int(v.fate.today.Month())
	for month := max(1, now-3); month < now+more; month++ {
		if i != 4 || month != now-2 { // one household did not come for it once
			months = append(months, fmt.Sprintf("%d-%02d", v.fate.today.Year(), month))
		}
	}
	return months
}

// quartersPaid are those of this year that are over.
func (v *Village) quartersPaid() (quarters []string) {
	for quarter := 1; 3*quarter < int(v.fate.today.Month()); quarter++ {
		quarters = append(quarters, fmt.Sprintf("%d-Q%d", v.fate.today.Year(), quarter))
	}
	return quarters
}

// payDay is the 20th of a month, or of the first month of a quarter.
func payDay(period string) string {
	if year, quarter, is := strings.Cut(period, "-Q"); is {
		return fmt.Sprintf("%s-%02d-20", year, 3*int(quarter[0]-'1')+1)
	}
	return period + "-20"
}

func (v *Village) riceFor(program string, families []*house) error {
	gets := func(p *person, more map[string]any) error {
		fields := map[string]any{"program": program, "target": "person", "resident": p.id, "in_kind": "beras 10 kg", "period": "quarterly",
			"starts_on": fmt.Sprintf("%d-01-01", v.fate.today.Year()), "status": "active"}
		for name, value := range more {
			fields[name] = value
		}
		return v.gets(fields, v.quartersPaid())
	}
	// Of a household that gets BLT as well; the office said why.
	if err := gets(families[1].people[0], map[string]any{"double_for": "decided", "reference": "BA Musdes 12/I"}); err != nil {
		return err
	}
	chosen := 0
	var last *person
	for _, p := range v.people {
		if chosen == 3 {
			break
		}
		if v.fate.today.Year()-p.birth.Year() < 60 || p.role == "kepala keluarga" || v.isIn(p.house, families) || !v.isHere(p) {
			continue
		}
		if err := gets(p, nil); err != nil {
			return err
		}
		chosen, last = chosen+1, p
	}
	if last == nil {
		return nil
	}
	today := v.day(0)
	_, err := v.save("life_events", map[string]any{"kind": "death", "resident": last.id, "event_date": v.day(-2), "reported_on": today, "reported_by": "Keluarga",
		"data": map[string]any{"place": "Denpasar", "cause": "Sakit"}, "recorded_by": v.officers["petugas"].Id,
		"recorder_name": v.officers["petugas"].GetString("name"), "recorder_title": v.officers["petugas"].GetString("title")})
	return err
}

func (v *Village) isIn(h *house, families []*house) bool {
	for _, one := range families {
		if one == h {
			return true
		}
	}
	return false
}

// isHere tells whether somebody is living here and asked for nothing.
func (v *Village) isHere(p *person) bool {
	here, err := v.app.CountRecords("residents", dbx.HashExp{"id": p.id, "life_status": "hidup"})
	return err == nil && here == 1 && v.accounts[p.id] == nil && !v.asksForThemselves(p)
}

func (v *Village) gets(fields map[string]any, paid []string) error {
	fields["officer"], fields["by"] = v.officers["sekdes"].Id, v.officers["sekdes"].GetString("name")
	record, err := v.save("beneficiaries", fields)
	if err != nil {
		return err
	}
	for _, period := range paid {
		if _, err := v.save("benefit_payments", map[string]any{"beneficiary": record.Id, "period": period, "paid_on": payDay(period), "amount": fields["amount"],
			"officer": v.officers["petugas"].Id, "by": v.officers["petugas"].GetString("name")}); err != nil {
			return err
		}
	}
	return nil
}
