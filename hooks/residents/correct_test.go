package residents_test

import (
	"encoding/json"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func (v *village) correct(t testing.TB, token string, of *core.Record, changes map[string]string, reason string) (int, map[string]any) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"changes": changes, "reason": reason})
	if err != nil {
		t.Fatal(err)
	}
	return apptest.Ask(t, v.App, "POST", "/api/residents/"+of.Id+"/correct", token, string(body))
}

func TestOfficerCorrectsPlainDataAndItIsKept(t *testing.T) {
	v := newVillage(t)
	status, answer := v.correct(t, tokenOf(t, v.officer), v.wati, map[string]string{
		"name": "  Ni Ketut  Wati Asih ", "religion": "4", "father_nik": "517104 170590 0001", "sex": "P", "pregnant": "true"}, "sesuai akta kelahiran")
	if status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	wati, err := v.FindRecordById("residents", v.wati.Id)
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{"name": "Ni Ketut Wati Asih", "religion": "Hindu", "father_nik": "5171041705900001", "pregnant": "true"} {
		if got := wati.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	kept, err := v.FindFirstRecordByData("corrections", "resident", v.wati.Id)
	if err != nil {
		t.Fatal(err)
	}
	var changes map[string]struct{ From, To string }
	if err := kept.UnmarshalJSONField("changes", &changes); err != nil {
		t.Fatal(err)
	}
	if len(changes) != 4 || changes["name"].From != "Ni Ketut Wati" || kept.GetString("state") != "accepted" ||
		kept.GetString("asked_by") != "officer" || kept.GetString("decided_by") != v.officer.Id {
		t.Errorf("kept %v, changes %v", kept.PublicExport(), changes)
	}
}

func TestWhatCannotBeCorrectedLeavesEverythingAsItWas(t *testing.T) {
	v := newVillage(t)
	token := tokenOf(t, v.officer)
	for name, c := range map[string]struct {
		changes    map[string]string
		field, key string
	}{
		"a death":           {map[string]string{"name": "Ni Wati", "life_status": "mati"}, "life_status", "resident.by_event"},
		"a move":            {map[string]string{"hamlet": v.kelod.Id}, "hamlet", "resident.by_event"},
		"another family":    {map[string]string{"household": v.sariKK.Id}, "household", "resident.by_event"},
		"the program's own": {map[string]string{"import": "x"}, "import", "resident.not_correctable"},
		"an unknown word":   {map[string]string{"name": "Ni Wati", "religion": "Hndu"}, "religion", "resident.did_you_mean"},
		"another's NIK":     {map[string]string{"nik": "5171041705900001"}, "nik", "resident.nik_taken"},
		"a broken NIK":      {map[string]string{"mother_nik": "123"}, "mother_nik", "identity.length"},
		"a day to come":     {map[string]string{"married_on": "2999-01-01"}, "married_on", "resident.day_ahead"},
	} {
		status, answer := v.correct(t, token, v.wati, c.changes, "sesuai akta kelahiran")
		fields, _ := answer["data"].(map[string]any)
		about, _ := fields[c.field].(map[string]any)
		if status != 400 || answer["key"] != "resident.correction" || about["code"] != c.key {
			t.Errorf("%s: %d %v", name, status, answer)
		}
	}
	if _, answer := v.correct(t, token, v.wati, map[string]string{"name": "Ni Wati"}, " ya "); answer["key"] != "resident.correction" {
		t.Errorf("without a reason: %v", answer)
	}
	if _, answer := v.correct(t, token, v.wati, map[string]string{"name": "Ni Ketut Wati"}, "tidak ada"); answer["key"] != "resident.nothing_to_correct" {
		t.Errorf("nothing changed: %v", answer)
	}
	if wati, _ := v.FindRecordById("residents", v.wati.Id); wati.GetString("name") != "Ni Ketut Wati" {
		t.Errorf("half a correction was applied: %s", wati.GetString("name"))
	}
	if n, _ := v.CountRecords("corrections"); n != 0 {
		t.Errorf("%d refused corrections were kept", n)
	}
}

func TestATemporaryNIKIsReplacedAndTheResidentStaysTheSame(t *testing.T) {
	v := newVillage(t)
	baby := v.resident(t, "Ni Putu Baru", "0517104200100012", "2026-11-01", "P", "anak", v.sudarmaKK)
	if status, answer := v.correct(t, tokenOf(t, v.officer), baby, map[string]string{"nik": "5171044111260001"}, "NIK sudah terbit"); status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	now, err := v.FindRecordById("residents", baby.Id)
	if err != nil || now.GetBool("nik_temporary") || now.GetString("nik") != "5171044111260001" {
		t.Errorf("now %v (%v)", now.PublicExport(), err)
	}
}

func TestWhoMayCorrect(t *testing.T) {
	v := newVillage(t)
	own := v.staff(t, "kasi", "officer")
	own.Set("resident", v.sudarma.Id)
	apptest.Save(t, v, own)
	for name, c := range map[string]struct {
		token string
		want  int
	}{
		"the secretary":                 {tokenOf(t, v.staff(t, "sekdes", "secretary")), 200},
		"the admin":                     {v.admin, 200},
		"the hamlet head":               {tokenOf(t, v.headOfKaja), 403},
		"the village head":              {tokenOf(t, v.staff(t, "perbekel", "village_head")), 403},
		"an auditor":                    {tokenOf(t, v.staff(t, "auditor", "auditor")), 403},
		"an officer, of their own wife": {tokenOf(t, own), 403},
		"a resident":                    {tokenOf(t, v.account(t, v.wati, "2026-11-01 02:00:00.000Z")), 403},
		"a guest":                       {"", 401},
	} {
		if status, answer := v.correct(t, c.token, v.wati, map[string]string{"birth_place": name}, "sesuai akta"); status != c.want {
			t.Errorf("%s: %d %v, want %d", name, status, answer, c.want)
		}
	}
}

// A wish of a resident changes the register when it is accepted, and not before.
func TestAnAcceptedWishIsApplied(t *testing.T) {
	v := newVillage(t)
	wish := apptest.Save(t, v, apptest.Record(t, v, "corrections", map[string]any{
		"resident": v.wati.Id, "asked_by": "resident", "state": "open", "reason": "salah tulis",
		"changes": `{"birth_place": {"from": "", "to": "Gianyar"}}`}))
	place := func() string {
		record, err := v.FindRecordById("residents", v.wati.Id)
		if err != nil {
			t.Fatal(err)
		}
		return record.GetString("birth_place")
	}
	if place() != "" {
		t.Error("an open wish was applied")
	}
	wish.Set("state", "accepted")
	wish.Set("decided_by", v.officer.Id)
	apptest.Save(t, v, wish)
	if place() != "Gianyar" {
		t.Error("an accepted wish was not applied")
	}
	bad := apptest.Save(t, v, apptest.Record(t, v, "corrections", map[string]any{
		"resident": v.wati.Id, "asked_by": "resident", "state": "open", "reason": "salah tulis",
		"changes": `{"nik": {"from": "", "to": "5171041705900001"}}`}))
	bad.Set("state", "accepted")
	if err := v.Save(bad); faultKey(err) != "resident.correction" {
		t.Errorf("accepting what the register refuses: %v", err)
	}
	if kept, _ := v.FindRecordById("corrections", bad.Id); kept.GetString("state") != "open" {
		t.Error("it counts as accepted although the register refused it")
	}
}
