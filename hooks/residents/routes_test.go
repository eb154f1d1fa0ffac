package residents_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func (v *village) search(t testing.TB, token, q string) []string {
	t.Helper()
	status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/search?purpose=counter&q="+url.QueryEscape(q), token, "")
	if status != 200 {
		t.Fatalf("searching %q: %d %v", q, status, answer)
	}
	names := []string{}
	for _, item := range answer["items"].([]any) {
		names = append(names, item.(map[string]any)["name"].(string))
	}
	return names
}

func TestOfficerFindsResidentsByNameOrWholeNIK(t *testing.T) {
	v := newVillage(t)
	token := tokenOf(t, v.officer)
	for q, want := range map[string][]string{
		"sudarma":             {"I Wayan Sudarma", "Ni Luh Ayu Sudarma"},
		"SUD":                 {"I Wayan Sudarma", "Ni Luh Ayu Sudarma"},
		"ay ni":               {"Ni Luh Ayu Sudarma"}, // beginnings of words, in any order
		"made sari":           {"Ida Ayu Made Sari"},
		"darma":               {}, // the end of a word
		"a":                   {}, // would list the village
		"":                    {},
		"%":                   {},
		"_ayan":               {"I Wayan Sudarma"}, // a slip of the finger
		`\`:                   {},
		"' OR 1=1 --":         {},
		"5171041705900001":    {"I Wayan Sudarma"},
		"517104 170590 0001":  {"I Wayan Sudarma"},
		"0001":                {}, // parts of a NIK find nothing
		"51710417059":         {},
		"5171041203080015":    {"I Wayan Sudarma", "Ni Ketut Wati", "Ni Luh Ayu Sudarma"}, // the KK
		"5171041705900001111": {},
	} {
		if got := v.search(t, token, q); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", q, got, want)
		}
	}
}

func TestSearchShowsTheLastFourDigitsAndTheStateOfTheAccount(t *testing.T) {
	v := newVillage(t)
	v.account(t, v.sudarma, "2026-11-01 02:00:00.000Z")
	v.account(t, v.wati, "")
	for q, want := range map[string]string{
		"wayan sudarma": `{"account":"active","address":"Jl. Kamboja 12","birth_date":"1990-05-17","hamlet_name":"Banjar Kaja","id":"` + v.sudarma.Id + `","life_status":"hidup","name":"I Wayan Sudarma","nik_last4":"0001"}`,
		"wati":          `{"account":"opened","address":"Jl. Kamboja 12","birth_date":"1992-08-04","hamlet_name":"Banjar Kaja","id":"` + v.wati.Id + `","life_status":"hidup","name":"Ni Ketut Wati","nik_last4":"0002"}`,
		"sari":          `{"account":"none","address":"Jl. Melati 3","birth_date":"1980-01-01","hamlet_name":"Banjar Kelod","id":"` + v.ida.Id + `","life_status":"hidup","name":"Ida Ayu Made Sari","nik_last4":"0004"}`,
	} {
		_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/search?purpose=counter&q="+url.QueryEscape(q), v.admin, "")
		items := answer["items"].([]any)
		got, err := json.Marshal(items[0])
		if err != nil || len(items) != 1 || string(got) != want {
			t.Errorf("%q\n got %s\nwant %s", q, got, want)
		}
	}
}

func TestHamletHeadFindsOnlyTheirHamlets(t *testing.T) {
	v := newVillage(t)
	token := tokenOf(t, v.headOfKaja)
	if got := v.search(t, token, "ayu"); !slices.Equal(got, []string{"Ni Luh Ayu Sudarma"}) {
		t.Errorf("found %v", got)
	}
	if got := v.search(t, token, "5171044101800004"); len(got) != 0 {
		t.Errorf("by the NIK of another banjar: %v", got)
	}
	both := v.staff(t, "kelian.dua", "hamlet_head", v.kaja.Id, v.kelod.Id)
	if got := v.search(t, tokenOf(t, both), "ayu"); len(got) != 2 {
		t.Errorf("head of two banjars found %v", got)
	}
	none := v.staff(t, "kelian.baru", "hamlet_head")
	if got := v.search(t, tokenOf(t, none), "ayu"); len(got) != 0 {
		t.Errorf("head of no banjar found %v", got)
	}
}

func TestSearchGivesAtMostTwenty(t *testing.T) {
	v := newVillage(t)
	for i := range 25 {
		v.resident(t, fmt.Sprintf("I Ketut Banyak %02d", i), fmt.Sprintf("51710417059001%02d", i), "1990-05-17", "L", "lainnya", v.sariKK)
	}
	if got := v.search(t, v.admin, "banyak"); len(got) != 20 || got[0] != "I Ketut Banyak 00" || got[19] != "I Ketut Banyak 19" {
		t.Errorf("%d: %v", len(got), got)
	}
}

func TestCardOfAResident(t *testing.T) {
	v := newVillage(t)
	v.account(t, v.ayu, "")
	status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/"+v.ayu.Id+"/card?purpose=counter", tokenOf(t, v.headOfKaja), "")
	if status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	resident := answer["resident"].(map[string]any)
	for field, want := range map[string]any{
		"id": v.ayu.Id, "name": "Ni Luh Ayu Sudarma", "nik": "************0003", "kk": "************0015",
		"address": "Jl. Kamboja 12", "hamlet": v.kaja.Id, "hamlet_name": "Banjar Kaja", "family_role": "anak",
		"birth_date": "2015-03-15", "sex": "P", "life_status": "hidup", "nik_temporary": false,
	} {
		if resident[field] != want {
			t.Errorf("%s is %v, want %v", field, resident[field], want)
		}
	}
	var family []string
	for _, member := range answer["household"].([]any) {
		family = append(family, member.(map[string]any)["name"].(string))
	}
	if !slices.Equal(family, []string{"I Wayan Sudarma", "Ni Ketut Wati", "Ni Luh Ayu Sudarma"}) {
		t.Errorf("family in the order %v", family)
	}
	if warnings := answer["warnings"].([]any); answer["account"] != "opened" || len(warnings) != 0 {
		t.Errorf("account %v, warnings %v", answer["account"], warnings)
	}
}

func TestWarningsAreInTheOfficersLanguage(t *testing.T) {
	v := newVillage(t)
	v.sudarma.Set("life_status", "mati")
	apptest.Save(t, v, v.sudarma)
	v.officer.Set("language", "en")
	apptest.Save(t, v, v.officer)
	for _, c := range []struct{ token, want string }{
		{tokenOf(t, v.headOfKaja), "Kartu keluarga ini tidak punya kepala keluarga yang hidup. Keluarga perlu mengurus KK baru."},
		{tokenOf(t, v.officer), "This family card has no living head. The family needs a new card."},
	} {
		_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/"+v.wati.Id+"/card?purpose=counter", c.token, "")
		warnings := answer["warnings"].([]any)
		if len(warnings) != 1 || warnings[0].(map[string]any)["text"] != c.want {
			t.Errorf("got %v", warnings)
		}
	}
}

func TestWhoSeesWhoseCard(t *testing.T) {
	v := newVillage(t)
	neighbour := v.account(t, v.ida, "2026-11-01 02:00:00.000Z")
	retired := v.staff(t, "lama", "officer")
	stale := tokenOf(t, retired)
	retired.Set("active", false)
	apptest.Save(t, v, retired)
	for _, c := range []struct {
		name, token string
		of          *core.Record
		want        int
	}{
		{"a guest", "", v.sudarma, 401},
		{"a neighbour", tokenOf(t, neighbour), v.sudarma, 403},
		{"a resident, their own by this way", tokenOf(t, neighbour), v.ida, 403},
		{"the hamlet head", tokenOf(t, v.headOfKaja), v.sudarma, 200},
		{"the hamlet head of another banjar", tokenOf(t, v.headOfKaja), v.ida, 404},
		{"the officer", tokenOf(t, v.officer), v.ida, 200},
		{"the secretary", tokenOf(t, v.staff(t, "sekdes", "secretary")), v.ida, 200},
		{"the village head", tokenOf(t, v.staff(t, "perbekel", "village_head")), v.ida, 200},
		{"an officer who has left", stale, v.ida, 403},
		{"the admin", v.admin, v.ida, 200},
	} {
		if status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/"+c.of.Id+"/card?purpose=counter", c.token, ""); status != c.want {
			t.Errorf("%s: %d, want %d (%v)", c.name, status, c.want, answer)
		}
	}
	_, other := apptest.Ask(t, v.App, "GET", "/api/residents/"+v.ida.Id+"/card?purpose=counter", tokenOf(t, v.headOfKaja), "")
	_, unknown := apptest.Ask(t, v.App, "GET", "/api/residents/nobody000000000/card?purpose=counter", tokenOf(t, v.headOfKaja), "")
	if other["key"] != unknown["key"] || other["message"] != unknown["message"] {
		t.Errorf("a stranger and nobody are told apart: %v and %v", other, unknown)
	}
}

func TestResidentReadsTheirOwnEntry(t *testing.T) {
	v := newVillage(t)
	account := v.account(t, v.wati, "2026-11-01 02:00:00.000Z")
	status, answer := apptest.Ask(t, v.App, "GET", "/api/me/resident", tokenOf(t, account), "")
	if status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	resident := answer["resident"].(map[string]any)
	if resident["nik"] != "5171044408920002" || resident["hamlet_name"] != "Banjar Kaja" || len(answer["household"].([]any)) != 3 {
		t.Errorf("got %v", answer)
	}
	if _, told := answer["warnings"]; told {
		t.Error("the officers' warnings are shown to the resident")
	}
	if status, _ := apptest.Ask(t, v.App, "GET", "/api/me/resident", tokenOf(t, v.officer), ""); status != 403 {
		t.Errorf("an officer is no resident: %d", status)
	}
	if status, _ := apptest.Ask(t, v.App, "GET", "/api/me/resident", "", ""); status != 401 {
		t.Errorf("a guest: %d", status)
	}
}
