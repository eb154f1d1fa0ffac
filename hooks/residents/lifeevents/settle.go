package lifeevents

import (
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// settle leaves every family that the event touched in order: with the roles
// that were told, one head where adults live, and an end when nobody does.
func (ev *event) settle() error {
	for id, role := range ev.data.Roles {
		if err := ev.giveRole("data.roles."+id, id, role); err != nil {
			return err
		}
	}
	for field, id := range map[string]string{"data.new_head": ev.data.NewHead, "data.old_head": ev.data.OldHead} {
		if id == "" {
			continue
		}
		if err := ev.giveRole(field, id, head); err != nil {
			return err
		}
	}
	for _, household := range ev.touchedFamilies() {
		if err := ev.settleFamily(household); err != nil {
			return err
		}
	}
	return nil
}

// giveRole changes the family role of somebody who lives in a family concerned.
func (ev *event) giveRole(field, id, role string) error {
	resident, err := ev.resident(field, id)
	if err != nil {
		return err
	}
	if !slices.Contains(ev.touchedFamilies(), resident.GetString("household")) || resident.GetString("life_status") != living {
		return errFields.At(field, errNotMember.With("name", resident.GetString("name")))
	}
	resident.Set("family_role", role)
	return under(field, ev.save(resident))
}

// touchedFamilies are the households that somebody left, came to or died in.
func (ev *event) touchedFamilies() []string {
	var families []string
	for id := range ev.families {
		families = append(families, id)
	}
	slices.Sort(families)
	return families
}

func (ev *event) settleFamily(id string) error {
	family := ev.families[id]
	members, err := ev.tx.FindAllRecords("residents", dbx.HashExp{"household": id, "life_status": living})
	if err != nil {
		return err
	}
	if err := ev.checkHeads(id, members); err != nil {
		return err
	}
	ended := ""
	if len(members) == 0 {
		ended = ev.day()
	}
	if family.GetString("ended_on") == ended || len(members) == 0 && family.GetString("ended_on") != "" {
		return nil
	}
	family.Set("ended_on", ended)
	return ev.save(family)
}

// checkHeads stops an event that takes a family's head or adds a second one.
// What was wrong before the event is told by the register's own warnings, and
// children left alone are a contradiction that no choice of a head mends.
func (ev *event) checkHeads(household string, members []*core.Record) error {
	heads, adults := 0, 0
	var names string
	for _, member := range members {
		if member.GetString("family_role") == head {
			heads++
		}
		if isAdult(member, ev.today) {
			adults++
		}
		if names != "" {
			names += ", "
		}
		names += member.GetString("name")
	}
	if heads == 0 && adults > 0 && ev.kind.needsHead && ev.tookHead(household) {
		return errFields.At(ev.headField(household), errNeedHead.With("name", names))
	}
	if second := ev.addedHead(household); heads > 1 && second != nil {
		return errFields.At(ev.roleField(second.Id), errTwoHeads.With("name", second.GetString("name")))
	}
	return nil
}

// headField is where the head of a family is asked for.
func (ev *event) headField(household string) string {
	switch kind := ev.record.GetString("kind"); {
	case kind == "household_split" && ev.familiesFrom[household] != nil:
		return "data.old_head"
	case kind == "arrival":
		return "data.people"
	}
	return "data.new_head"
}

// roleField is where somebody's family role is asked for.
func (ev *event) roleField(id string) string {
	if part := ev.parts[id]; part != "" {
		return part + ".family_role"
	}
	return "data.roles." + id
}

// tookHead tells whether a living head of the household is none any more; a new
// household has none to begin with.
func (ev *event) tookHead(household string) bool {
	if ev.familiesFrom[household] == nil {
		return true
	}
	for id, resident := range ev.people {
		if isHead(ev.peopleFrom[id], household) && !isHead(columns(resident, residentColumns), household) {
			return true
		}
	}
	return false
}

func (ev *event) addedHead(household string) *core.Record {
	for id, resident := range ev.people {
		if !isHead(ev.peopleFrom[id], household) && isHead(columns(resident, residentColumns), household) {
			return resident
		}
	}
	return nil
}

// isAdult: 17 years or ever married, as for the identity card (UU 24/2013 art. 63).
func isAdult(resident *core.Record, today string) bool {
	if status := resident.GetString("marital_status"); status != "" && status != "belum kawin" {
		return true
	}
	born, err := time.Parse(time.DateOnly, resident.GetString("birth_date"))
	now, err2 := time.Parse(time.DateOnly, today)
	return err != nil || err2 != nil || definition.Age(born, now) >= 17
}
