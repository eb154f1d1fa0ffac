package residents_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

// decision is what the page sends about the first contradiction of a kind.
func (v *village) decision(t testing.TB, kind, decision, note string) string {
	t.Helper()
	_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/contradictions?kind="+kind, v.admin, "")
	items := answer["items"].([]any)
	if len(items) == 0 {
		t.Fatalf("there is no %s", kind)
	}
	item := items[0].(map[string]any)
	body, err := json.Marshal(map[string]any{"kind": kind, "subject": item["subject"], "mark": item["mark"], "decision": decision, "note": note})
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

const settlePath = "/api/residents/contradictions/settle"

func TestNoProblemHidesAContradictionUntilItChanges(t *testing.T) {
	v := newVillage(t)
	officer := tokenOf(t, v.officer)
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	body := v.decision(t, "nik_birth", "not_a_problem", "akta kelahiran sudah dilihat")
	if status, answer := apptest.Ask(t, v.App, "POST", settlePath, officer, body); status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	if found := v.contradictions(t, officer); len(found) != 0 {
		t.Errorf("still there: %v", found)
	}
	v.write(t, v.ida.Id, dbx.Params{"phone": "081234567890"})
	if found := v.contradictions(t, officer); len(found) != 0 {
		t.Errorf("back for a telephone number: %v", found)
	}
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-03"})
	if found := v.contradictions(t, officer); len(found) != 1 {
		t.Errorf("another birth date is no news: %v", found)
	}
}

func TestADecisionNeedsANoteAndWhatThePageShowed(t *testing.T) {
	v := newVillage(t)
	officer := tokenOf(t, v.officer)
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	body := v.decision(t, "nik_birth", "not_a_problem", "akta sudah dilihat")
	for _, c := range []struct{ from, to, key, field string }{
		{`"akta sudah dilihat"`, `" ok "`, "settle.invalid", "note"},
		{`"not_a_problem"`, `"whatever"`, "settle.invalid", "decision"},
		{`"nik_birth"`, `"two_heads"`, "settle.gone", ""},
		{`"nik_birth"`, `"colour"`, "settle.gone", ""},
	} {
		_, answer := apptest.Ask(t, v.App, "POST", settlePath, officer, strings.Replace(body, c.from, c.to, 1))
		fields, _ := answer["data"].(map[string]any)
		if answer["key"] != c.key || c.field != "" && fields[c.field] == nil {
			t.Errorf("%s: %v", c.to, answer)
		}
	}
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-03"})
	if _, answer := apptest.Ask(t, v.App, "POST", settlePath, officer, body); answer["key"] != "settle.gone" {
		t.Errorf("the data changed meanwhile: %v", answer)
	}
}

func TestWhatWasPutRightIsWrittenDown(t *testing.T) {
	v := newVillage(t)
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	body := v.decision(t, "nik_birth", "fixed", "sesuai akta kelahiran")
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-01"})
	if status, answer := apptest.Ask(t, v.App, "POST", settlePath, tokenOf(t, v.officer), body); status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	kept, err := v.FindFirstRecordByData("settlements", "subject", v.ida.Id)
	if err != nil {
		t.Fatal(err)
	}
	if kept.GetString("decision") != "fixed" || kept.GetString("by") != v.officer.Id || strings.Contains(kept.GetString("mark"), "1980") {
		t.Errorf("kept %v", kept.PublicExport())
	}
	kept.Set("note", "lain")
	if err := v.Save(kept); faultKey(err) != "settle.stay" {
		t.Errorf("changing a decision: %v", err)
	}
	if err := v.Delete(kept); faultKey(err) != "settle.stay" {
		t.Errorf("deleting a decision: %v", err)
	}
	if _, err := v.NonconcurrentDB().NewQuery("UPDATE settlements SET note = 'lain'").Execute(); err == nil {
		t.Error("SQL changes a decision")
	}
}
