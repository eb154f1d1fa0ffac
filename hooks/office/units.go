package office

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errUnitUsed = fault.New(fault.Conflict, "office.unit_used",
	"Seksi atau urusan ini masih dipakai petugas atau langkah layanan. Lepaskan dulu di sana.",
	"This section is still used by an officer or a step of a service. Take it out there first.")

// Unit is a section of the office.
type Unit struct{ Key, Name, NameEN string }

// UnitsOf are the usual sections of a kind of office: of a desa those of
// Permendagri 84/2015 art. 4 and 5, of a kelurahan those of Permendagri
// 130/2018's usual tasks.
func UnitsOf(kind string) []Unit {
	if kind == "kelurahan" {
		return []Unit{
			{"seksi_pemerintahan", "Seksi Pemerintahan, Ketenteraman, dan Ketertiban", "Government, Peace and Order Section"},
			{"seksi_pemberdayaan", "Seksi Pemberdayaan Masyarakat", "Community Empowerment Section"},
			{"seksi_pelayanan", "Seksi Pelayanan Umum", "Public Services Section"},
		}
	}
	return []Unit{
		{"kaur_tata_usaha", "Urusan Tata Usaha dan Umum", "Administration and General Affairs"},
		{"kaur_keuangan", "Urusan Keuangan", "Finance"},
		{"kaur_perencanaan", "Urusan Perencanaan", "Planning"},
		{"kasi_pemerintahan", "Seksi Pemerintahan", "Government Section"},
		{"kasi_kesejahteraan", "Seksi Kesejahteraan", "Welfare Section"},
		{"kasi_pelayanan", "Seksi Pelayanan", "Services Section"},
	}
}

// foundUnits gives an office without units the usual ones of its kind; they are
// data from then on.
func foundUnits(app core.App, kind string) error {
	if known, err := app.CountRecords("units"); err != nil || known > 0 || kind == "kota" {
		return err
	}
	collection, err := app.FindCachedCollectionByNameOrId("units")
	if err != nil {
		return err
	}
	for i, unit := range UnitsOf(kind) {
		record := core.NewRecord(collection)
		record.Load(map[string]any{"key": unit.Key, "name": unit.Name, "name_en": unit.NameEN, "sort": i + 1})
		if err := app.Save(record); err != nil {
			return err
		}
	}
	return nil
}

// unitsFollowKind exchanges the usual units when an office becomes one of
// another kind, as long as nobody has changed or used them.
func unitsFollowKind(e *core.RecordEvent) error {
	former, kind := e.Record.Original().GetString("kind"), e.Record.GetString("kind")
	if err := e.Next(); err != nil || former == kind {
		return err
	}
	units, err := e.App.FindAllRecords("units")
	if err != nil {
		return err
	}
	usual := UnitsOf(former)
	if former == "kota" || len(units) != len(usual) {
		return nil
	}
	for _, unit := range units {
		same := slices.Contains(usual, Unit{unit.GetString("key"), unit.GetString("name"), unit.GetString("name_en")})
		if used, err := unitUsed(e.App, unit); err != nil || used || !same {
			return err
		}
	}
	for _, unit := range units {
		if err := e.App.Delete(unit); err != nil {
			return err
		}
	}
	return foundUnits(e.App, kind)
}

func unitUsed(app core.App, unit *core.Record) (bool, error) {
	var used bool
	err := app.DB().NewQuery(`SELECT EXISTS (SELECT 1 FROM officers, json_each(officers.units) u WHERE u.value = {:id})
		OR EXISTS (SELECT 1 FROM services, json_each(services.steps) s WHERE json_extract(s.value, '$.unit') = {:key})`).
		Bind(dbx.Params{"id": unit.Id, "key": unit.GetString("key")}).Row(&used)
	return used, err
}

func keepUsedUnit(e *core.RecordEvent) error {
	used, err := unitUsed(e.App, e.Record)
	if err != nil {
		return err
	}
	if used {
		return errUnitUsed
	}
	return e.Next()
}
