package residents_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

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

// settle sends a decision as an officer and gives the key of the refusal, "" for none.
func (v *village) settle(t testing.TB, as *core.Record, body string) any {
	t.Helper()
	_, answer := apptest.Ask(t, v.App, "POST", settlePath, tokenOf(t, as), body)
	return answer["key"]
}

func TestWhatWasPutRightIsWrittenDown(t *testing.T) {
	v := newVillage(t)
	v.write(t, v.ida.Id, dbx.Params{"birth_date": "1980-01-02"})
	body := v.decision(t, "nik_birth", "fixed", "sesuai akta kelahiran")
	if status, answer := v.correct(t, tokenOf(t, v.officer), v.ida, map[string]string{"birth_date": "1980-01-01"}, "sesuai akta"); status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	if status, answer := apptest.Ask(t, v.App, "POST", settlePath, tokenOf(t, v.officer), body); status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	if key := v.settle(t, v.officer, body); key != "settle.already" {
		t.Errorf("once more: %v", key)
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

func TestADecisionAboutNothingIsNotWrittenDown(t *testing.T) {
	v := newVillage(t)
	mark := strings.Repeat("0", 32)
	claim := func(kind, subject, mark, decision string) any {
		return v.settle(t, v.officer, `{"kind":"`+kind+`","subject":"`+subject+`","mark":"`+mark+`","decision":"`+decision+`","note":"sudah diurus"}`)
	}
	for name, c := range map[string]struct {
		got  any
		want string
	}{
		"nothing was corrected":       {claim("nik_birth", v.ida.Id, mark, "fixed"), "settle.nothing_done"},
		"nobody was merged":           {claim("same_person", v.ida.Id+"+"+v.wati.Id, mark, "merged"), "settle.nothing_done"},
		"a family is not merged":      {claim("two_heads", v.sudarmaKK.Id, mark, "merged"), "settle.nothing_done"},
		"one is not a pair":           {claim("same_person", v.ida.Id, mark, "merged"), "settle.gone"},
		"two are not one":             {claim("too_old", v.ida.Id+"+"+v.wati.Id, mark, "fixed"), "settle.gone"},
		"a mark of no contradiction":  {claim("nik_birth", v.ida.Id, "x", "fixed"), "settle.gone"},
		"somebody who does not exist": {claim("same_person", v.ida.Id+"+nobody000000000", mark, "merged"), "settle.gone"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %s", name, c.got, c.want)
		}
	}
	if n, err := v.CountRecords("settlements"); n != 0 || err != nil {
		t.Errorf("%d decisions are kept (%v)", n, err)
	}
}

func TestNobodySettlesForTheirOwnFamily(t *testing.T) {
	v := newVillage(t)
	v.write(t, v.ayu.Id, dbx.Params{"birth_date": "2015-03-16"})
	v.officer.Set("resident", v.wati.Id)
	apptest.Save(t, v, v.officer)
	if key := v.settle(t, v.officer, v.decision(t, "nik_birth", "not_a_problem", "akta sudah dilihat")); key != "resident.own_data" {
		t.Errorf("a mother for her child: %v", key)
	}
}
