package lifeevents

import (
	"maps"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
)

// family is an officer's own: for whom they record nothing, as they decide
// nothing for them (UU 30/2014 art. 42 and 43: conflict of interest).
type family struct {
	kin       delegation.Kin
	household string
}

// ownFamily reads it; none for the admin, for the program, and for an officer
// of whom the office has not said who they are in the register.
func ownFamily(tx core.App, recorder string) (family, error) {
	officer, err := tx.FindRecordById("officers", recorder)
	if err != nil {
		return family{}, nil
	}
	self, err := tx.FindRecordById("residents", officer.GetString("resident"))
	if err != nil {
		return family{}, nil
	}
	kin, err := delegation.KinOf(tx, self.Id)
	return family{kin, self.GetString("household")}, err
}

// heedFamily refuses an event that touches the recorder's own family, whatever
// part they have in it: to whom it happens, who goes along, who comes to live
// with them. A reversal touches whom the event touched that it takes back.
func (ev *event) heedFamily(own family) error {
	people := append(slices.Collect(maps.Keys(ev.people)), ev.record.GetString("resident"))
	households := append(slices.Collect(maps.Keys(ev.families)), ev.record.GetString("household"))
	if former, err := ev.tx.FindRecordById("life_events", ev.record.GetString("reverses")); err == nil {
		memory, err := memoryOf(former)
		if err != nil {
			return err
		}
		people = append(people, memory.people()...)
	}
	if own.household != "" && slices.Contains(households, own.household) {
		return errOwnFamily
	}
	if slices.ContainsFunc(people, func(id string) bool { return own.kin.Own(id, "") }) {
		return errOwnFamily
	}
	return nil
}
