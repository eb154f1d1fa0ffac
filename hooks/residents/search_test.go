package residents_test

import (
	"errors"
	"net/url"
	"slices"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents"
)

var errSorry = errors.New("sorry")

// named adds people called so to the family of Kelod.
func (v *village) named(t testing.TB, names ...string) {
	t.Helper()
	for i, name := range names {
		v.resident(t, name, "517104170590"+[]string{"0101", "0102", "0103", "0104", "0105", "0106", "0107", "0108"}[i], "1990-05-17", "L", "famili lain", v.sariKK)
	}
}

func TestNamesAreFoundHoweverTheyAreWritten(t *testing.T) {
	v := newVillage(t)
	v.named(t, "I Gusti Ngurah Sukarta", "Tjokorda Raka Dharmawan", "I Putu Soekarja", "Anak Agung Gede Oka", "I Nym. Suwarta", "I Dewa Gdé Candra")
	for q, want := range map[string]string{
		"gst ngr sukarta":  "I Gusti Ngurah Sukarta", // shortened
		"ign sukarta":      "I Gusti Ngurah Sukarta", // two words in one
		"GUSTI.NGURAH":     "I Gusti Ngurah Sukarta",
		"cokorda raka":     "Tjokorda Raka Dharmawan", // old and new spelling
		"cok darmawan":     "Tjokorda Raka Dharmawan",
		"pt sukarja":       "I Putu Soekarja",
		"sukarj":           "I Putu Soekarja", // as the beginning of the other spelling
		"aa gede oka":      "Anak Agung Gede Oka",
		"nyoman suarta":    "I Nym. Suwarta",
		"dewa gde chandra": "I Dewa Gdé Candra", // accents
	} {
		if got := v.search(t, v.admin, q); !slices.Equal(got, []string{want}) {
			t.Errorf("%q finds %v, want %s", q, got, want)
		}
	}
}

func TestASlipOfTheFingerStillFinds(t *testing.T) {
	v := newVillage(t)
	v.named(t, "I Wayan Sukarta", "I Wayan Sukarti", "I Made Budiartawan")
	for q, want := range map[string][]string{
		"Sukrta":           {"I Wayan Sukarta"},
		"wyan sukrta":      {"I Wayan Sukarta"},
		"waayn sukarta":    {"I Wayan Sukarta"},
		"budiarthwaan":     {"I Made Budiartawan"}, // two slips in a long word
		"ni made budiarta": {"I Made Budiartawan"}, // Ni for I
		"sukaraja":         {"I Wayan Sukarta"},
		"sdrm":             {}, // too short to guess from so far
		"xyzzy":            {},
	} {
		status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/search?purpose=counter&q="+url.QueryEscape(q), v.admin, "")
		var names []string
		for _, item := range answer["items"].([]any) {
			names = append(names, item.(map[string]any)["name"].(string))
		}
		if status != 200 || !slices.Equal(names, want) && len(names)+len(want) > 0 {
			t.Errorf("%q finds %v, want %v", q, names, want)
		}
		if answer["similar"] != (len(want) > 0) {
			t.Errorf("%q: similar is %v", q, answer["similar"])
		}
	}
}

func TestWhoIsCalledExactlySoComesFirst(t *testing.T) {
	v := newVillage(t)
	v.named(t, "I Made Artana", "I Made Arta Wijaya", "I Made Arta", "Made Artawan Arta", "I Made Artha")
	v.write(t, v.found(t, "I Made Artha").Id, dbx.Params{"life_status": "mati"})
	got := v.search(t, v.admin, "i made arta")
	if want := []string{"I Made Arta", "I Made Arta Wijaya", "I Made Artha", "I Made Artana"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func (v *village) found(t testing.TB, name string) *core.Record {
	t.Helper()
	record, err := v.FindFirstRecordByData("residents", "name", name)
	if err != nil {
		t.Fatal(name, err)
	}
	return record
}

func TestResidentsAreFoundByAddressAndHamlet(t *testing.T) {
	v := newVillage(t)
	family := []string{"I Wayan Sudarma", "Ni Ketut Wati", "Ni Luh Ayu Sudarma"}
	for q, want := range map[string][]string{
		"kamboja 12":    family,
		"jalan kamboja": family, // Jl. in the register
		"kamboja wati":  {"Ni Ketut Wati"},
		"kamboja 1":     {}, // a house number is no beginning
		"melati":        {"Ida Ayu Made Sari"},
		"banjar kelod":  {"Ida Ayu Made Sari"},
		"kaja ayu":      {"Ni Luh Ayu Sudarma"},
		v.kaja.Id:       {},
	} {
		if got := v.search(t, v.admin, q); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", q, got, want)
		}
	}
}

// The index follows the register whichever way that is written.
func TestSearchKnowsWhatWasJustSaved(t *testing.T) {
	v := newVillage(t)
	find := func(q string, want ...string) {
		t.Helper()
		if got := v.search(t, v.admin, q); !slices.Equal(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q finds %v, want %v", q, got, want)
		}
	}
	find("sudarma", "I Wayan Sudarma", "Ni Luh Ayu Sudarma")
	v.sudarma.Set("name", "I Wayan Wijaya")
	apptest.Save(t, v, v.sudarma)
	find("sudarma", "Ni Luh Ayu Sudarma")
	find("wijaya", "I Wayan Wijaya")

	v.sudarmaKK.Set("address", "Gang Mawar 7")
	apptest.Save(t, v, v.sudarmaKK)
	find("mawar wati", "Ni Ketut Wati")
	find("kamboja")

	v.kaja.Set("name", "Banjar Tegal")
	apptest.Save(t, v, v.kaja)
	find("tegal wati", "Ni Ketut Wati")

	v.write(t, v.wati.Id, dbx.Params{"name": "Ni Ketut Sekar"}) // by SQL
	find("sekar", "Ni Ketut Sekar")
	if err := v.Delete(v.ayu); err != nil {
		t.Fatal(err)
	}
	find("ayu", "Ida Ayu Made Sari")

	if err := v.RunInTransaction(func(tx core.App) error {
		v.ida.Set("name", "Ida Ayu Tidak Jadi")
		if err := tx.Save(v.ida); err != nil {
			t.Fatal(err)
		}
		return errSorry
	}); !errors.Is(err, errSorry) {
		t.Fatal(err)
	}
	find("tidak jadi")
	find("ida ayu", "Ida Ayu Made Sari")
	if err := residents.IndexNames(v); err != nil {
		t.Error(err)
	}
}

func TestNothingIsSearchedWithoutAPurpose(t *testing.T) {
	v := newVillage(t)
	token := tokenOf(t, v.officer)
	for _, path := range []string{"/api/residents/search?q=wati", "/api/residents/search?q=wati&purpose=curiosity", "/api/residents/" + v.wati.Id + "/card"} {
		status, answer := apptest.Ask(t, v.App, "GET", path, token, "")
		if status != 400 || answer["key"] != "audit.no_purpose" {
			t.Errorf("%s: %d %v", path, status, answer)
		}
	}
	status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/search?q=wati&purpose=other&purpose_note=x", token, "")
	if status != 400 || answer["key"] != "audit.no_note" {
		t.Errorf("other without a note: %d %v", status, answer)
	}
}
