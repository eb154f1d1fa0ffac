package lifeevents

import (
	"cmp"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

var errNobodyComes = fault.New(fault.Invalid, "event.nobody_comes",
	"Isi siapa yang datang: orang baru, atau warga yang dulu pindah.",
	"Say who comes: new people, or residents who had moved away.")

// arrival brings new people, or residents who had moved away, to a family that
// is there or on a card of their own.
func arrival(ev *event) error {
	if ev.data.Level < 0 || ev.data.Level > Levels {
		return errFields.At("data.level", errLevel)
	}
	if len(ev.data.People)+len(ev.data.Returning) == 0 {
		return errFields.At("data.people", errNobodyComes)
	}
	family, err := ev.destination()
	if err != nil {
		return err
	}
	for nth, person := range ev.data.People {
		part := "data.people." + strconv.Itoa(nth)
		if born := person["birth_date"]; born > ev.day() {
			return errFields.At(part+".birth_date", errBeforeBirth.With("name", person["name"]).WithText("date", office.LongDay(born, "id"), office.LongDay(born, "en")))
		}
		person["citizenship"] = cmp.Or(person["citizenship"], "WNI")
		resident, err := ev.register(nth, person, family)
		if err != nil {
			return err
		}
		ev.nameFirst(resident)
	}
	for _, id := range ev.data.Returning {
		resident, err := ev.person("data.returning", id, []string{moved})
		if err != nil {
			return err
		}
		resident.Set("life_status", living)
		if err := ev.moveTo(resident, family); err != nil {
			return err
		}
		ev.nameFirst(resident)
	}
	return nil
}

func (ev *event) nameFirst(resident *core.Record) {
	ev.record.Set("resident", cmp.Or(ev.record.GetString("resident"), resident.Id))
}

// destination is the household chosen, or a new one with the card told.
func (ev *event) destination() (*core.Record, error) {
	if chosen := ev.record.GetString("household"); chosen != "" && ev.data.Card == nil {
		return ev.household("household", chosen)
	}
	if ev.data.Card == nil {
		return nil, errFields.At("household", errNeedFamily)
	}
	return ev.newFamily(*ev.data.Card)
}

// newFamily adds a household; without a number yet it gets a temporary one.
func (ev *event) newFamily(card Card) (*core.Record, error) {
	if _, err := ev.tx.FindRecordById("hamlets", card.Hamlet); err != nil {
		return nil, errFields.At("data.card.hamlet", errNoHamlet.Because(err))
	}
	kk := card.KK
	if kk == "" {
		var err error
		if kk, err = residents.NextTemporaryKK(ev.tx); err != nil {
			return nil, under("data.card.kk", err)
		}
	}
	family, err := ev.make("households", map[string]any{
		"kk": kk, "hamlet": card.Hamlet, "address": card.Address, "rt": card.RT, "rw": card.RW,
	})
	if err != nil {
		return nil, under("data.card", err)
	}
	ev.record.Set("household", family.Id)
	return family, nil
}

// moveTo puts somebody on a family's card, at its address.
func (ev *event) moveTo(resident, family *core.Record) error {
	resident.Set("household", family.Id)
	resident.Set("hamlet", family.GetString("hamlet"))
	if address := family.GetString("address"); address != "" {
		resident.Set("address", address)
	}
	if role := ev.data.Roles[resident.Id]; role != "" {
		resident.Set("family_role", role)
	}
	return under("data.members", ev.save(resident))
}
