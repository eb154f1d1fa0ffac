package lifeevents

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errLevel = fault.New(fault.Invalid, "event.level",
		"Pilih sejauh mana pindahnya: luar desa, luar kecamatan, luar kabupaten/kota, atau luar provinsi.",
		"Choose how far they move: to another village, district, regency or city, or province.")
	errSameAs = fault.New(fault.Invalid, "event.same_as",
		"Pilih data lain yang benar: sebuah data tidak dapat menggantikan dirinya sendiri.",
		"Choose another record as the right one: a record cannot stand in for itself.")
)

// becomes changes nothing but the state of life.
func becomes(state string) func(*event) error {
	return func(ev *event) error {
		return ev.leave(ev.record.GetString("resident"), state)
	}
}

// death also makes a widow or widower, where one is told.
func death(ev *event) error {
	if err := ev.leave(ev.record.GetString("resident"), dead); err != nil || ev.data.Widowed == "" {
		return err
	}
	spouse, err := ev.person("data.widowed", ev.data.Widowed, []string{living, away})
	if err != nil {
		return err
	}
	spouse.Set("marital_status", "cerai mati")
	return under("data.widowed", ev.save(spouse))
}

// departure takes a resident and whoever goes along across the village's border.
func departure(ev *event) error {
	if ev.data.Level < 1 || ev.data.Level > Levels {
		return errFields.At("data.level", errLevel)
	}
	if err := ev.leave(ev.record.GetString("resident"), moved); err != nil {
		return err
	}
	for _, id := range ev.data.Members {
		if id == ev.record.GetString("resident") {
			continue
		}
		if _, err := ev.person("data.members", id, ev.kind.to); err != nil {
			return err
		}
		if err := ev.leave(id, moved); err != nil {
			return err
		}
	}
	return nil
}

// leave takes somebody out of those who live here. They stay on their family's
// card: the household is where they are remembered.
func (ev *event) leave(id, state string) error {
	resident, err := ev.resident("resident", id)
	if err != nil {
		return err
	}
	if err := ev.nameFamily(resident); err != nil {
		return err
	}
	resident.Set("life_status", state)
	return under("resident", ev.save(resident))
}

// nameFamily writes the resident's household into the event.
func (ev *event) nameFamily(resident *core.Record) error {
	family, err := ev.familyOf(resident)
	if err != nil || family == nil {
		return err
	}
	if ev.record.GetString("household") == "" {
		ev.record.Set("household", family.Id)
	}
	return nil
}

// found brings back who was missing or away, or was taken for dead by mistake
// in a month that is closed; that needs a word of explanation.
func found(ev *event) error {
	resident, err := ev.resident("resident", ev.record.GetString("resident"))
	if err != nil {
		return err
	}
	if resident.GetString("life_status") == dead && strings.TrimSpace(ev.record.GetString("note")) == "" {
		return errFields.At("note", errNeedNote)
	}
	return ev.leave(resident.Id, living)
}

// declareInvalid is for a record that never should have been.
func declareInvalid(ev *event) error {
	resident := ev.record.GetString("resident")
	if strings.TrimSpace(ev.record.GetString("note")) == "" {
		return errFields.At("note", errNeedNote)
	}
	if same := ev.data.SameAs; same == resident {
		return errFields.At("data.same_as", errSameAs)
	} else if same != "" {
		if _, err := ev.resident("data.same_as", same); err != nil {
			return err
		}
	}
	return ev.leave(resident, invalid)
}
