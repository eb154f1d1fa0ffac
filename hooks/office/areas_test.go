package office_test

import (
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

func TestAreasLieInOneAnotherButNeverInARing(t *testing.T) {
	v := apptest.New(t, register)
	in := func(name, parent string) string {
		return v.Do("POST", "/api/collections/hamlets/records", map[string]any{"name": name, "parent": parent}, v.Admin).Want(200).JSON()["id"].(string)
	}
	tempekan := in("Tempekan Satu", apptest.KajaID)
	rt := in("RT 01", tempekan)
	deep := v.Do("POST", "/api/collections/hamlets/records", map[string]any{"name": "Gang", "parent": rt}, v.Admin)
	if deep.FieldKey("parent") != "office.area_deep" {
		t.Errorf("a fourth level: %d %s", deep.Status, deep.Body)
	}
	for name, c := range map[string]struct{ area, parent, key string }{
		"in itself":            {apptest.KajaID, apptest.KajaID, "office.area_ring"},
		"in its part":          {apptest.KajaID, tempekan, "office.area_ring"},
		"in a part of a part":  {apptest.KajaID, rt, "office.area_ring"},
		"with parts, too deep": {apptest.KajaID, apptest.KelodID, "office.area_deep"},
	} {
		got := v.Do("PATCH", "/api/collections/hamlets/records/"+c.area, map[string]any{"parent": c.parent}, v.Admin)
		if got.FieldKey("parent") != c.key {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	v.Do("PATCH", "/api/collections/hamlets/records/"+tempekan, map[string]any{"parent": apptest.KelodID}, v.Admin).Want(200)
}

func TestANewOfficeHasTheUsualSectionsOfItsKind(t *testing.T) {
	app := apptest.Empty(t, register)
	keys := func() (keys []string) {
		if err := app.DB().Select("key").From("units").OrderBy("sort").Column(&keys); err != nil {
			t.Fatal(err)
		}
		return keys
	}
	if got := keys(); len(got) != 6 || got[5] != "kasi_pelayanan" {
		t.Errorf("a desa has %v", got)
	}
	becomes := func(kind string) {
		record, err := app.FindRecordById("office", office.ID)
		if err != nil {
			t.Fatal(err)
		}
		record.Set("kind", kind)
		apptest.Save(t, app, record)
	}
	becomes("kelurahan")
	if got := keys(); len(got) != 3 || got[2] != "seksi_pelayanan" {
		t.Errorf("a kelurahan has %v", got)
	}
	unit, err := app.FindFirstRecordByData("units", "key", "seksi_pelayanan")
	if err != nil {
		t.Fatal(err)
	}
	unit.Set("name", "Seksi Pelayanan Kami")
	apptest.Save(t, app, unit)
	becomes("desa")
	if got := keys(); len(got) != 3 {
		t.Errorf("sections somebody has changed became %v", got)
	}
}
