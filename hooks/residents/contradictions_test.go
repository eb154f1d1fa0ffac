package residents_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents"
)

// contradictions are the kinds and the names of their people, as a login sees them.
func (v *village) contradictions(t testing.TB, token string) map[string][]string {
	t.Helper()
	status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/contradictions", token, "")
	if status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	found := map[string][]string{}
	for _, item := range answer["items"].([]any) {
		var names []string
		for _, person := range item.(map[string]any)["people"].([]any) {
			names = append(names, person.(map[string]any)["name"].(string))
		}
		kind := item.(map[string]any)["kind"].(string)
		found[kind] = append(found[kind], strings.Join(names, " + "))
	}
	return found
}

// write changes a resident by SQL, as the years before M-Desa have left them.
func (v *village) write(t testing.TB, id string, columns dbx.Params) {
	t.Helper()
	if _, err := v.NonconcurrentDB().Update("residents", columns, dbx.HashExp{"id": id}).Execute(); err != nil {
		t.Fatal(err)
	}
}

func TestASoundRegisterHasNoContradictions(t *testing.T) {
	v := newVillage(t)
	if found := v.contradictions(t, v.admin); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}

func TestContradictionsAreFound(t *testing.T) {
	for name, c := range map[string]struct {
		change func(v *village, t *testing.T)
		want   map[string][]string
	}{
		"the head has died": {
			func(v *village, t *testing.T) { v.write(t, v.sudarma.Id, dbx.Params{"life_status": "mati"}) },
			map[string][]string{"head_gone": {"I Wayan Sudarma + Ni Ketut Wati + Ni Luh Ayu Sudarma"}}},
		"nobody is the head": {
			func(v *village, t *testing.T) { v.write(t, v.sudarma.Id, dbx.Params{"family_role": "famili lain"}) },
			map[string][]string{"no_head": {"Ni Ketut Wati + Ni Luh Ayu Sudarma + I Wayan Sudarma"}}},
		"two heads": {
			func(v *village, t *testing.T) { v.write(t, v.wati.Id, dbx.Params{"family_role": "kepala keluarga"}) },
			map[string][]string{"two_heads": {"I Wayan Sudarma + Ni Ketut Wati + Ni Luh Ayu Sudarma"}}},
		"the NIK has another birth date": {
			func(v *village, t *testing.T) { v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"}) },
			map[string][]string{"nik_birth": {"Ida Ayu Made Sari"}}},
		"the NIK is a man's": {
			func(v *village, t *testing.T) { v.write(t, v.ida.Id, dbx.Params{"nik": "5171040101800004"}) },
			map[string][]string{"nik_sex": {"Ida Ayu Made Sari"}}},
		"older than anybody": {
			func(v *village, t *testing.T) {
				v.write(t, v.ida.Id, dbx.Params{"birth_date": "1907-01-01", "nik": "5171044101070004"})
			},
			map[string][]string{"too_old": {"Ida Ayu Made Sari"}}},
		"a father of eleven": {
			func(v *village, t *testing.T) {
				v.write(t, v.ayu.Id, dbx.Params{"birth_date": "2001-03-15", "nik": "5171045503010003"})
			},
			map[string][]string{"parent_age": {"I Wayan Sudarma + Ni Luh Ayu Sudarma"}}},
		"a mother by her number": {
			func(v *village, t *testing.T) {
				v.write(t, v.ida.Id, dbx.Params{"mother_nik": "5171044408920002"})
			},
			map[string][]string{"parent_age": {"Ida Ayu Made Sari + Ni Ketut Wati"}}},
		"a child who is married": {
			func(v *village, t *testing.T) { v.write(t, v.ayu.Id, dbx.Params{"marital_status": "kawin"}) },
			map[string][]string{"married_young": {"Ni Luh Ayu Sudarma"}}},
		"a wife who is a man": {
			func(v *village, t *testing.T) {
				v.write(t, v.wati.Id, dbx.Params{"sex": "L", "nik": "5171040408920002"})
			},
			map[string][]string{"role_sex": {"Ni Ketut Wati"}}},
		"a temporary number for a year": {
			func(v *village, t *testing.T) {
				v.write(t, v.ayu.Id, dbx.Params{"nik": "0517104200100012", "nik_temporary": true, "created": "2025-01-01 00:00:00.000Z"})
			},
			map[string][]string{"old_temporary": {"Ni Luh Ayu Sudarma"}}},
		"registered twice": {
			func(v *village, t *testing.T) {
				v.resident(t, "Ida Ayu  MADE Sari", "5171044101800014", "1980-01-01", "P", "famili lain", v.sariKK)
			},
			map[string][]string{"same_person": {"Ida Ayu Made Sari + Ida Ayu MADE Sari"}}},
		"registered twice, once without papers": {
			func(v *village, t *testing.T) {
				v.resident(t, "Ida Ayu Made Sari", "0517104200100012", "1980-01-01", "P", "famili lain", v.sariKK)
			},
			map[string][]string{"temporary_twin": {"Ida Ayu Made Sari + Ida Ayu Made Sari"}}},
		"the same number with hyphens": {
			func(v *village, t *testing.T) {
				v.resident(t, "I Dewa Raka", "5171041705900009", "1990-05-17", "L", "famili lain", v.sariKK)
				v.write(t, v.ida.Id, dbx.Params{"nik": "517104-170590-0009", "birth_date": ""})
			},
			map[string][]string{"same_nik": {"Ida Ayu Made Sari + I Dewa Raka"}}},
	} {
		t.Run(name, func(t *testing.T) {
			v := newVillage(t)
			c.change(v, t)
			if found := v.contradictions(t, tokenOf(t, v.officer)); !maps.EqualFunc(found, c.want, slices.Equal) {
				t.Errorf("found %v, want %v", found, c.want)
			}
		})
	}
}

func TestWhoLeftTheRegisterContradictsNobody(t *testing.T) {
	v := newVillage(t)
	twin := v.resident(t, "Ida Ayu Made Sari", "5171044101800014", "1980-01-01", "P", "kepala keluarga", v.sariKK)
	v.write(t, twin.Id, dbx.Params{"life_status": "tidak valid"})
	v.write(t, v.sudarma.Id, dbx.Params{"life_status": "pindah", "birth_date": "1991-01-01"})
	v.write(t, v.wati.Id, dbx.Params{"family_role": "kepala keluarga"})
	if found := v.contradictions(t, v.admin); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}

func TestHamletHeadSeesContradictionsOfTheirPeopleOnly(t *testing.T) {
	v := newVillage(t)
	v.resident(t, "Ni Ketut Wati", "5171044408920022", "1992-08-04", "P", "famili lain", v.sariKK) // the other lives in Kaja
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	v.write(t, v.sudarma.Id, dbx.Params{"life_status": "mati"})
	head := tokenOf(t, v.headOfKaja)
	if found := v.contradictions(t, head); len(found) != 1 || found["head_gone"] == nil {
		t.Errorf("the head of Kaja sees %v", found)
	}
	status, answer := apptest.Ask(t, v.App, "POST", "/api/residents/contradictions/settle", head, v.decision(t, "head_gone", "not_a_problem", "sudah diurus"))
	if status != 403 || answer["key"] != "settle.may_not" {
		t.Errorf("the head of Kaja settles: %d %v", status, answer)
	}
	if found := v.contradictions(t, tokenOf(t, v.officer)); len(found) != 3 {
		t.Errorf("the officer sees %v", found)
	}
}

func TestNoNumberStandsInFullInAList(t *testing.T) {
	v := newVillage(t)
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	v.write(t, v.sudarma.Id, dbx.Params{"life_status": "mati"})
	for _, path := range []string{"/api/residents/contradictions", "/api/residents/search?purpose=counter&q=sudarma",
		"/api/residents/search?purpose=counter&q=5171041203080015", "/api/residents/" + v.ayu.Id + "/card?purpose=counter"} {
		body := string(v.Do("GET", path, nil, v.officer).Want(200).Body)
		for _, number := range []string{"5171041705900001", "5171044408920002", "5171045503150003", "5171044101800004", "5171041203080015", "5171042105100022"} {
			if strings.Contains(body, number) {
				t.Errorf("%s shows %s", path, number)
			}
		}
	}
}

func TestEveryKindIsFoundByAQuery(t *testing.T) {
	if len(residents.Kinds) != 13 {
		t.Errorf("%d kinds; add the new ones to TestContradictionsAreFound", len(residents.Kinds))
	}
}
