package demo

import (
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
)

// doubts puts some of what years of paper leave behind into the register, so that
// the page that checks it has something to show: temporary numbers, somebody who
// was registered twice, a card with two heads, a head who died, slips of the pen.
func (v *Village) doubts() error {
	families := v.withChildren()
	if len(families) < 6 {
		return nil
	}
	for i, h := range families[:2] {
		p := youngest(h)
		if err := v.write(p, dbx.Params{"nik": fmt.Sprintf("05171042099%05d", 1+i), "nik_temporary": true,
			"created": v.fate.today.AddDate(0, -3*(1-i), -3).UTC().Format("2006-01-02 15:04:05.000Z")}); err != nil {
			return err
		}
		p.nik = fmt.Sprintf("05171042099%05d", 1+i)
	}
	twin := *youngest(families[2])
	twin.id, twin.nik, twin.house = "demopersontwin1", v.fate.nik(twin.birth, twin.sex), families[3]
	twin.role = "famili lain"
	if _, err := v.save("residents", v.register(&twin)); err != nil {
		return err
	}
	last := len(families) - 1
	for _, change := range []struct {
		who    *person
		fields dbx.Params
	}{
		{families[last].people[1], dbx.Params{"family_role": "kepala keluarga"}},
		{families[last-1].people[0], dbx.Params{"birth_date": families[last-1].people[0].birth.AddDate(0, 0, 1).Format(time.DateOnly)}},
		{youngest(families[last-2]), dbx.Params{"marital_status": "kawin"}},
	} {
		if err := v.write(change.who, change.fields); err != nil {
			return err
		}
	}
	return nil
}

// write goes by SQL, as the register itself would not let all of this pass.
func (v *Village) write(p *person, fields dbx.Params) error {
	_, err := v.app.DB().Update("residents", fields, dbx.HashExp{"id": p.id}).Execute()
	return err
}

// withChildren are families whose youngest is a child under 15 and whose people
// have no login or request of the tour.
func (v *Village) withChildren() (families []*house) {
	seen := map[*house]bool{}
	for _, p := range v.people {
		if seen[p.house] || len(p.house.people) < 3 {
			continue
		}
		seen[p.house] = true
		if yearsBetween(youngest(p.house).birth, v.fate.today) < 15 {
			families = append(families, p.house)
		}
	}
	return families[len(families)/2:] // the first ones are those of the tour
}

func youngest(h *house) *person {
	last := h.people[0]
	for _, p := range h.people {
		if p.birth.After(last.birth) {
			last = p
		}
	}
	return last
}
