package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// The register as complete as a family card, the tables its values come from,
// and what rights need to know about officers.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{referenceValues, completeHamlets, completeHouseholds, completeResidents, units, completeOfficers} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("reference_values", "units"))
}

// referenceValues are the civil registry's tables with their codes. Offices add
// values of their own: those tables grow.
func referenceValues(app core.App) error {
	values := core.NewBaseCollection("reference_values")
	values.Fields.Add(
		needed("table", 40), // religion, education, occupation …
		number("code"),      // of the civil registry; 0: the office's own
		needed("value", 120),
		needed("label", 150), needed("label_en", 150),
		structured("aliases", 4000), // how else it is written: short forms, old names
		number("sort"),
		flag("retired"), // no longer offered, still understood
	)
	stamped(values)
	values.AddIndex("idx_reference_values", true, "`table`, value", "")
	return app.Save(values)
}

func completeHamlets(app core.App) error {
	hamlets, err := app.FindCollectionByNameOrId("hamlets")
	if err != nil {
		return err
	}
	hamlets.Fields.Add(to(app, "parent", "hamlets"), text("head_title", 60))
	return app.Save(hamlets)
}

func completeHouseholds(app core.App) error {
	households, err := app.FindCollectionByNameOrId("households")
	if err != nil {
		return err
	}
	households.Fields.Add(flag("kk_temporary"), text("issued_on", 10), text("ended_on", 10), text("import", 15))
	households.AddIndex("idx_households_import", false, "import", "import != ''")
	return app.Save(households)
}

func completeResidents(app core.App) error {
	residents, err := app.FindCollectionByNameOrId("residents")
	if err != nil {
		return err
	}
	residents.Fields.Add(
		text("studying", 100), text("blood_type", 60),
		text("father_nik", 16), text("father_name", 150), text("mother_nik", 16), text("mother_name", 150),
		text("birth_certificate", 60), text("passport", 30), text("passport_until", 10), text("stay_permit", 60),
		text("marriage_certificate", 60), text("married_on", 10), flag("marriage_registered"),
		text("divorce_certificate", 60), text("divorced_on", 10),
		text("disability", 100), text("contraception", 100), flag("pregnant"),
		text("id_card", 60), text("id_card_status", 100), text("tag_id", 17),
		text("insurance", 100), text("insurance_number", 60),
		text("current_address", 300), text("ethnicity", 60),
		&core.NumberField{Name: "lat"}, &core.NumberField{Name: "lng"},
		choice("residency", "tetap", "tidak tetap"),
		text("customary_village", 100), text("customary_hamlet", 100), text("krama_status", 60), // desa adat
		text("import", 15), // the batch that brought them
	)
	residents.AddIndex("idx_residents_import", false, "import", "import != ''")
	if err := app.Save(residents); err != nil {
		return err
	}
	return religionAsText(app)
}

// religionAsText lets offices add to the table. PocketBase refuses another type
// for a field; the column is TEXT either way, so what is in it stays.
func religionAsText(app core.App) error {
	residents, err := app.FindCollectionByNameOrId("residents")
	if err != nil {
		return err
	}
	old := residents.Fields.GetByName("religion")
	religion := text("religion", 100)
	religion.Id = old.GetId()
	for i, field := range residents.Fields {
		if field.GetName() == "religion" {
			residents.Fields[i] = religion
		}
	}
	return app.SaveNoValidate(residents)
}

// units are the sections of the office: Kaur and Kasi.
func units(app core.App) error {
	units := core.NewBaseCollection("units")
	units.Fields.Add(
		&core.TextField{Name: "key", Required: true, Max: 40, Pattern: `^[a-z0-9_]+$`},
		needed("name", 100), text("name_en", 100), number("sort"))
	stamped(units)
	units.AddIndex("idx_units_key", true, "key", "")
	return app.Save(units)
}

func completeOfficers(app core.App) error {
	officers, err := app.FindCollectionByNameOrId("officers")
	if err != nil {
		return err
	}
	role, ok := officers.Fields.GetByName("role").(*core.SelectField)
	if ok {
		role.Values = append(role.Values, "auditor")
	}
	officers.Fields.Add(
		toMany(app, "units", "units", 20),
		to(app, "resident", "residents"),              // who they are in the register: nobody decides for their own household
		text("term_from", 10), text("term_until", 10), // days, inclusive; empty: open
		flag("change_password"), // must choose one of their own first
		flag("second_factor"),   // asks for a code by e-mail too
	)
	officers.AddIndex("idx_officers_resident", false, "resident", "resident != ''")
	return app.Save(officers)
}
