package lifeevents

import (
	"slices"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/fault"
)

var (
	errNoMembers = fault.New(fault.Invalid, "event.no_members",
		"Pilih siapa saja yang ikut.",
		"Choose who goes along.")
	errHeadNotAmong = fault.New(fault.Invalid, "event.head_not_among",
		"Kepala keluarga baru harus salah satu dari yang ikut.",
		"The new head must be one of those who go along.")
	errRoleMissing = fault.New(fault.Invalid, "event.role_missing",
		"Pilih hubungan {name} dengan kepala keluarganya yang baru.",
		"Choose what {name} is to the new head of the family.")
	errSameFamily = fault.New(fault.Invalid, "event.same_family",
		"{name} sudah tercatat di kartu keluarga ini.",
		"{name} is already on this family card.")
	errSameHead = fault.New(fault.Invalid, "event.same_head",
		"{name} sudah kepala keluarga ini. Pilih anggota yang lain.",
		"{name} is the head of this family already. Choose another member.")
	errSameHamlet = fault.New(fault.Invalid, "event.same_place",
		"Isi wilayah atau alamat yang baru: yang tertulis sama dengan yang lama.",
		"Give a new hamlet or address: this is the one on record.")
)

// split gives some members of a family a card of their own (pecah KK).
func split(ev *event) error {
	if len(ev.data.Members) == 0 {
		return errFields.At("data.members", errNoMembers)
	}
	if !slices.Contains(ev.data.Members, ev.data.NewHead) {
		return errFields.At("data.new_head", errHeadNotAmong)
	}
	if ev.data.Card == nil {
		ev.data.Card = &Card{}
	}
	if err := ev.sameAddress(ev.data.Card); err != nil {
		return err
	}
	family, err := ev.newFamily(*ev.data.Card)
	if err != nil {
		return err
	}
	if ev.data.Roles == nil {
		ev.data.Roles = map[string]string{}
	}
	ev.data.Roles[ev.data.NewHead] = head
	for _, id := range ev.data.Members {
		resident, err := ev.person("data.members", id, []string{living})
		if err != nil {
			return err
		}
		if ev.data.Roles[id] == "" {
			return errFields.At("data.roles."+id, errRoleMissing.With("name", resident.GetString("name")))
		}
		if _, err := ev.familyOf(resident); err != nil {
			return err
		}
		if err := ev.moveTo(resident, family); err != nil {
			return err
		}
	}
	ev.record.Set("resident", ev.data.NewHead)
	return nil
}

// sameAddress fills in where the family lived, unless the new card says another.
func (ev *event) sameAddress(card *Card) error {
	if card.Hamlet != "" {
		return nil
	}
	first, err := ev.person("data.members", ev.data.Members[0], []string{living})
	if err != nil {
		return err
	}
	family, err := ev.familyOf(first)
	if err != nil || family == nil {
		return err
	}
	card.Hamlet = family.GetString("hamlet")
	if card.Address == "" {
		card.Address, card.RT, card.RW = family.GetString("address"), family.GetString("rt"), family.GetString("rw")
	}
	return nil
}

// join puts people on another family's card (numpang KK, menikah).
func join(ev *event) error {
	if ev.record.GetString("household") == "" {
		return errFields.At("household", errNeedFamily)
	}
	family, err := ev.household("household", ev.record.GetString("household"))
	if err != nil {
		return err
	}
	members := ev.data.Members
	if resident := ev.record.GetString("resident"); resident != "" && !slices.Contains(members, resident) {
		members = append([]string{resident}, members...)
	}
	if len(members) == 0 {
		return errFields.At("data.members", errNoMembers)
	}
	for _, id := range members {
		resident, err := ev.person("data.members", id, []string{living})
		switch {
		case err != nil:
			return err
		case resident.GetString("household") == family.Id:
			return errFields.At("data.members", errSameFamily.With("name", resident.GetString("name")))
		case ev.data.Roles[id] == "":
			return errFields.At("data.roles."+id, errRoleMissing.With("name", resident.GetString("name")))
		}
		if _, err := ev.familyOf(resident); err != nil {
			return err
		}
		if err := ev.moveTo(resident, family); err != nil {
			return err
		}
		ev.nameFirst(resident)
	}
	return nil
}

// headChange gives a family another head, or one head where it had two; former
// ones need another role.
func headChange(ev *event) error {
	if ev.record.GetString("household") == "" {
		return errFields.At("household", errNeedFamily)
	}
	family, err := ev.household("household", ev.record.GetString("household"))
	if err != nil {
		return err
	}
	if ev.data.NewHead == "" {
		return errFields.At("data.new_head", errNeedPerson)
	}
	next, err := ev.person("data.new_head", ev.data.NewHead, []string{living})
	if err != nil {
		return err
	}
	if next.GetString("household") != family.Id {
		return errFields.At("data.new_head", errNotMember.With("name", next.GetString("name")))
	}
	former, err := ev.tx.FindAllRecords("residents", dbx.HashExp{"household": family.Id, "family_role": head, "life_status": living},
		dbx.Not(dbx.HashExp{"id": next.Id}))
	if err != nil {
		return err
	}
	if next.GetString("family_role") == head && len(former) == 0 {
		return errFields.At("data.new_head", errSameHead.With("name", next.GetString("name")))
	}
	for _, resident := range former {
		if ev.data.Roles[resident.Id] == "" {
			return errFields.At("data.roles."+resident.Id, errRoleMissing.With("name", resident.GetString("name")))
		}
	}
	ev.record.Set("resident", next.Id)
	return nil
}

// moveWithin takes a family, or somebody without one, to another place in the
// village.
func moveWithin(ev *event) error {
	if ev.data.Card == nil {
		return errFields.At("data.card.hamlet", errNoHamlet)
	}
	card := *ev.data.Card
	if _, err := ev.tx.FindRecordById("hamlets", card.Hamlet); err != nil {
		return errFields.At("data.card.hamlet", errNoHamlet.Because(err))
	}
	if ev.record.GetString("household") != "" {
		return ev.moveFamily(card)
	}
	resident, err := ev.person("resident", ev.record.GetString("resident"), []string{living})
	if err != nil {
		return err
	}
	if family := resident.GetString("household"); family != "" {
		ev.record.Set("household", family)
		return ev.moveFamily(card)
	}
	if resident.GetString("hamlet") == card.Hamlet && (card.Address == "" || resident.GetString("address") == card.Address) {
		return errFields.At("data.card.hamlet", errSameHamlet)
	}
	resident.Set("hamlet", card.Hamlet)
	if card.Address != "" {
		resident.Set("address", card.Address)
	}
	return under("data.card", ev.save(resident))
}

// moveFamily moves the card; the register takes its members along to the hamlet.
func (ev *event) moveFamily(card Card) error {
	family, err := ev.household("household", ev.record.GetString("household"))
	if err != nil {
		return err
	}
	if family.GetString("hamlet") == card.Hamlet && (card.Address == "" || family.GetString("address") == card.Address) {
		return errFields.At("data.card.hamlet", errSameHamlet)
	}
	members, err := ev.tx.FindAllRecords("residents", dbx.HashExp{"household": family.Id})
	if err != nil {
		return err
	}
	for _, member := range members {
		if _, err := ev.resident("household", member.Id); err != nil {
			return err
		}
	}
	family.Set("hamlet", card.Hamlet)
	if card.Address != "" {
		family.Set("address", card.Address)
		family.Set("rt", card.RT)
		family.Set("rw", card.RW)
	}
	if err := ev.save(family); err != nil {
		return under("data.card", err)
	}
	return ev.followAddress(family, card)
}

// followAddress gives the living members the new address. They are read again:
// the register has just moved them.
func (ev *event) followAddress(family interface{ GetString(string) string }, card Card) error {
	if card.Address == "" {
		return nil
	}
	for id := range ev.people {
		resident, err := ev.tx.FindRecordById("residents", id)
		if err != nil {
			return err
		}
		ev.people[id] = resident
		if resident.GetString("life_status") != living {
			continue
		}
		resident.Set("address", family.GetString("address"))
		if err := ev.save(resident); err != nil {
			return err
		}
	}
	return nil
}

// yearsLater is a day some years after another.
func yearsLater(day string, years int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(years, 0, 0).Format(time.DateOnly)
}
