package privacy_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// open is what a desk lists.
func (v village) open(actor *core.Record, query string) (corrections, questions []map[string]any) {
	v.t.Helper()
	var answer struct{ Corrections, Questions []map[string]any }
	v.Do("GET", "/api/privacy/open"+query, nil, actor).Want(200).Into(&answer)
	return answer.Corrections, answer.Questions
}

func TestADeskListsWhatIsDueFirst(t *testing.T) {
	v := start(t)
	late := apptest.Save(t, v, apptest.Record(t, v, "corrections", map[string]any{
		"resident": v.Made.Id, "account": v.Neighbour.Id, "asked_by": "resident", "reason": "Salah ketik nama.",
		"changes": map[string]any{"name": map[string]any{"to": "I Made Artana Putra"}}, "asked_at": time.Now().Add(-80 * time.Hour)}))
	v.ask(v.Resident, v.Putu, "birth_place", "Badung")
	list, _ := v.open(v.Officer, "")
	if len(list) != 2 || list[0]["id"] != late.Id || list[0]["overdue"] != true || list[1]["overdue"] != false {
		t.Fatalf("listed %v", list)
	}
	if list[1]["asked_name"] != "I Wayan Sukarta" || list[0]["asked_name"] != "" || list[0]["decide"] != true {
		t.Errorf("listed %v", list)
	}
}

func TestTheListSaysWhyAnOfficerCannotDecideForTheirFamily(t *testing.T) {
	v := start(t)
	for _, officer := range []*core.Record{v.Officer, v.Secretary} {
		officer.Set("resident", v.Ketut.Id)
		v.must(v.Save(officer))
	}
	v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	v.question(v.Resident, v.seen(v.Officer, v.Wayan)).Want(200)
	if list, _ := v.open(v.Officer, ""); len(list) != 1 || list[0]["decide"] != false || list[0]["own"] != true {
		t.Errorf("the wife at the desk reads %v", list)
	}
	if _, list := v.open(v.Secretary, ""); len(list) != 1 || list[0]["decide"] != false || list[0]["own"] != true {
		t.Errorf("the secretary of the family reads %v", list)
	}
	if list, _ := v.open(v.HeadOfKaja, ""); len(list) != 1 || list[0]["own"] != false {
		t.Errorf("the hamlet head reads %v", list)
	}
}

func TestAHamletHeadReadsTheirOwnHamletsAndDecidesNothing(t *testing.T) {
	v := start(t)
	v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	if list, _ := v.open(v.HeadOfKaja, ""); len(list) != 1 || list[0]["decide"] != false {
		t.Errorf("the head of Kaja reads %v", list)
	}
	if list, _ := v.open(v.HeadOfKelod, ""); len(list) != 0 {
		t.Errorf("the head of Kelod reads %v", list)
	}
	v.Do("GET", "/api/privacy/open", nil, apptest.Guest).Want(401)
	v.Do("GET", "/api/privacy/open", nil, v.Resident).Want(403)
}

func TestQuestionsAreReadByThoseWhoAnswerThemAndTheAuditor(t *testing.T) {
	v := start(t)
	v.question(v.Resident, v.seen(v.Secretary, v.Wayan)).Want(200)
	v.HeadOfKelod.Set("role", "auditor")
	auditor := apptest.Save(t, v, v.HeadOfKelod)
	for name, c := range map[string]struct {
		who    *core.Record
		many   int
		decide bool
	}{
		"officer": {v.Officer, 0, false}, "head of Kaja": {v.HeadOfKaja, 0, false}, "auditor": {auditor, 1, false},
		"secretary, who is questioned": {v.Secretary, 1, false}, "village head": {v.VillageHead, 1, true}, "admin": {v.Admin, 1, true},
	} {
		_, list := v.open(c.who, "")
		if len(list) != c.many || c.many > 0 && list[0]["decide"] != c.decide {
			t.Errorf("%s reads %v", name, list)
		}
	}
}

func TestReadingTheListLeavesATrail(t *testing.T) {
	v := start(t)
	v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	v.open(v.Officer, "")
	v.must(audit.Flush(v))
	if n, _ := v.CountRecords("audit", dbx.HashExp{"actor": v.Officer.Id, "resident": v.Wayan.Id}); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestWhatWasAnsweredCanBeLookedUp(t *testing.T) {
	v := start(t)
	v.settle(v.Officer, v.ask(v.Resident, v.Wayan, "birth_place", "Badung"), "refused", "Akta menyebut Denpasar.").Want(200)
	if open, _ := v.open(v.Officer, ""); len(open) != 0 {
		t.Errorf("still open: %v", open)
	}
	if settled, _ := v.open(v.Officer, "?state=settled"); len(settled) != 1 || settled[0]["answer"] != "Akta menyebut Denpasar." {
		t.Errorf("settled: %v", settled)
	}
}
