package lifeevents

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

var (
	errOneChild = fault.New(fault.Invalid, "event.one_child",
		"Isi data bayinya. Anak kembar dicatat satu per satu.",
		"Give the newborn's data. Record twins one by one.")
	errNoParent = fault.New(fault.Invalid, "event.no_parent",
		"Pilih ibu, ayah, atau kartu keluarga tempat bayi ini dicatat.",
		"Choose the mother, the father, or the family card on which the child is put.")
	errParentYoung = fault.New(fault.Invalid, "event.parent_young",
		"{name} lahir {date}: terlalu muda untuk menjadi orang tua pada tanggal ini. Periksa orang dan tanggalnya.",
		"{name} was born on {date}: too young to be a parent on this date. Check person and date.")
	errMotherIsMan = fault.New(fault.Invalid, "event.parent_sex",
		"Jenis kelamin {name} di register tidak cocok. Periksa orangnya.",
		"The register has another sex for {name}. Check the person.")
	errUnknownField = fault.New(fault.Invalid, "event.unknown_field",
		"Isian \"{field}\" tidak dikenal. Muat ulang halaman.",
		"The field \"{field}\" is not known. Reload the page.")
)

// youngestParent is in years; below it somebody else must have been chosen.
const youngestParent = 10

// birth adds a newborn to the family of the mother, else of the father, else to
// the household chosen.
func birth(ev *event) error {
	if len(ev.data.People) != 1 {
		return errFields.At("data.people", errOneChild)
	}
	child := ev.data.People[0]
	family, err := ev.parents(child)
	if err != nil {
		return err
	}
	if family == nil {
		return errFields.At("data.mother", errNoParent)
	}
	child["birth_date"] = ev.day()
	for field, usual := range map[string]string{
		"family_role": "anak", "marital_status": "belum kawin", "citizenship": "WNI",
		"occupation": "belum/tidak bekerja", "education": "tidak/belum sekolah",
	} {
		child[field] = cmp.Or(child[field], usual)
	}
	if ev.record.GetString("document") != "" {
		child["birth_certificate"] = cmp.Or(child["birth_certificate"], ev.record.GetString("document"))
	}
	baby, err := ev.register(0, child, family)
	if err != nil {
		return err
	}
	ev.record.Set("resident", baby.Id)
	ev.record.Set("household", family.Id)
	return nil
}

// parents checks mother and father, takes their names over, and gives the
// household that the child joins.
func (ev *event) parents(child Person) (*core.Record, error) {
	var family *core.Record
	if chosen := ev.record.GetString("household"); chosen != "" {
		var err error
		if family, err = ev.household("household", chosen); err != nil {
			return nil, err
		}
	}
	for _, parent := range []struct{ field, id, sex string }{{"mother", ev.data.Mother, "P"}, {"father", ev.data.Father, "L"}} {
		if parent.id == "" {
			continue
		}
		resident, err := ev.parent("data."+parent.field, parent.id, parent.sex)
		if err != nil {
			return nil, err
		}
		child[parent.field+"_name"] = cmp.Or(child[parent.field+"_name"], resident.GetString("name"))
		child["religion"] = cmp.Or(child["religion"], resident.GetString("religion"))
		if !residents.TemporaryNIK(resident.GetString("nik")) {
			child[parent.field+"_nik"] = cmp.Or(child[parent.field+"_nik"], resident.GetString("nik"))
		}
		if family == nil {
			if family, err = ev.familyOf(resident); err != nil {
				return nil, err
			}
		}
	}
	return family, nil
}

// parent may have died meanwhile, but not be a child or of the other sex.
func (ev *event) parent(field, id, sex string) (*core.Record, error) {
	resident, err := ev.resident(field, id)
	if err != nil {
		return nil, err
	}
	name, born := resident.GetString("name"), resident.GetString("birth_date")
	if resident.GetString("sex") != sex {
		return nil, errFields.At(field, errMotherIsMan.With("name", name))
	}
	if born != "" && yearsLater(born, youngestParent) > ev.day() {
		return nil, errFields.At(field, errParentYoung.With("name", name).WithText("date", office.LongDay(born, "id"), office.LongDay(born, "en")))
	}
	return resident, nil
}

// register adds somebody new to a family; nth is their place in data.people.
func (ev *event) register(nth int, person Person, family *core.Record) (*core.Record, error) {
	part := "data.people." + strconv.Itoa(nth)
	fields := map[string]any{"life_status": living, "household": family.Id, "hamlet": family.GetString("hamlet"), "address": family.GetString("address")}
	for field, value := range person {
		if !slices.Contains(personFields, field) {
			return nil, errFields.At(part, errUnknownField.With("field", field))
		}
		fields[field] = value
	}
	if person["nik"] == "" {
		nik, err := residents.NextTemporaryNIK(ev.tx)
		if err != nil {
			return nil, under(part+".nik", err)
		}
		fields["nik"] = nik
	}
	made, err := ev.make("residents", fields)
	if err != nil {
		return nil, under(part, err)
	}
	ev.parts[made.Id] = part
	return made, nil
}
