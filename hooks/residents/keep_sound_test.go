package residents_test

import (
	"maps"
	"testing"

	"mdesa/hooks/apptest"
)

func TestResidentIsTidiedWhenSaved(t *testing.T) {
	v := newVillage(t)
	resident := apptest.Save(t, v, apptest.Record(t, v, "residents", map[string]any{
		"name": "  I  Made\tSudarma ", "nik": "'517104 170590 0009", "sex": "L", "life_status": "hidup",
		"household": v.sudarmaKK.Id}))
	for field, want := range map[string]string{
		"name": "I Made Sudarma", "nik": "5171041705900009", "hamlet": v.kaja.Id, "nik_temporary": "false",
	} {
		if got := resident.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	newborn := v.resident(t, "Bayi Wati", "0517104200100012", "2026-11-01", "P", "anak", v.sudarmaKK)
	if !newborn.GetBool("nik_temporary") {
		t.Error("a number given by the office is not marked as temporary")
	}
	newborn.Set("nik", "5171044111260001")
	if apptest.Save(t, v, newborn); newborn.GetBool("nik_temporary") {
		t.Error("the real number is still marked as temporary")
	}
}

func TestResidentWhoCannotBeIsRefusedFieldByField(t *testing.T) {
	v := newVillage(t)
	for _, c := range []struct {
		name   string
		change map[string]any
		want   map[string]string
	}{
		{"a NIK too short", map[string]any{"nik": "51710417"}, map[string]string{"nik": "identity.length"}},
		{"someone else's NIK", map[string]any{"nik": "5171041705900001"}, map[string]string{"nik": "resident.nik_taken"}},
		{"someone else's NIK, pasted", map[string]any{"nik": "517104.170590.0001"}, map[string]string{"nik": "resident.nik_taken"}},
		{"born tomorrow", map[string]any{"birth_date": "2999-01-01"}, map[string]string{"birth_date": "resident.birth_future"}},
		{"older than anyone", map[string]any{"birth_date": "1850-01-01"}, map[string]string{"birth_date": "resident.birth_old"}},
		{"in another banjar than the family", map[string]any{"hamlet": v.kelod.Id}, map[string]string{"hamlet": "resident.other_hamlet"}},
		{"several at once", map[string]any{"nik": "5.17104E+15", "birth_date": "1990-02-30", "hamlet": v.kelod.Id},
			map[string]string{"nik": "identity.lost_digits", "birth_date": "resident.birth_date", "hamlet": "resident.other_hamlet"}},
	} {
		resident := apptest.Record(t, v, "residents", map[string]any{
			"name": "I Nyoman Uji", "nik": "5171041705900077", "sex": "L", "life_status": "hidup", "household": v.sudarmaKK.Id})
		resident.Load(c.change)
		if got := fieldFaults(v.Save(resident)); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestOddNIKIsSavedAndOnlyWarnedOf(t *testing.T) {
	v := newVillage(t)
	v.sudarma.Set("birth_date", "1990-05-18")
	apptest.Save(t, v, v.sudarma)
	_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/"+v.sudarma.Id+"/card", v.admin, "")
	warnings, _ := answer["warnings"].([]any)
	if len(warnings) != 1 || warnings[0].(map[string]any)["key"] != "resident.nik_date" {
		t.Errorf("warnings %v", answer["warnings"])
	}
}

func TestHouseholdNumbersAreSoundAndUnique(t *testing.T) {
	v := newVillage(t)
	for kk, want := range map[string]string{
		"5171041203080015": "household.kk_taken", "517104 120308 0015": "household.kk_taken", "123": "identity.length",
	} {
		household := apptest.Record(t, v, "households", map[string]any{"kk": kk, "hamlet": v.kaja.Id})
		if got := fieldFaults(v.Save(household))["kk"]; got != want {
			t.Errorf("%s: %q, want %q", kk, got, want)
		}
	}
}

func TestFamilyMovesToAnotherBanjarTogether(t *testing.T) {
	v := newVillage(t)
	v.sudarmaKK.Set("hamlet", v.kelod.Id)
	apptest.Save(t, v, v.sudarmaKK)
	for _, id := range []string{v.sudarma.Id, v.wati.Id, v.ayu.Id} {
		resident, err := v.FindRecordById("residents", id)
		if err != nil || resident.GetString("hamlet") != v.kelod.Id {
			t.Errorf("%s stayed behind (%v)", resident.GetString("name"), err)
		}
	}
}

func TestAdminReadsTheFaultAtItsField(t *testing.T) {
	v := newVillage(t)
	status, answer := apptest.Ask(t, v.App, "POST", "/api/collections/residents/records", v.admin,
		`{"name":"I Nyoman Uji","nik":"5171041705900001","sex":"L","life_status":"hidup","hamlet":"`+v.kaja.Id+`"}`)
	data, _ := answer["data"].(map[string]any)
	nik, _ := data["nik"].(map[string]any)
	if status != 400 || answer["key"] != "resident.unsound" || nik["code"] != "resident.nik_taken" {
		t.Errorf("%d %v", status, answer)
	}
}
