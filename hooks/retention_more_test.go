package hooks_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/privacy"
)

// looks puts entries into the trail, each made so many days ago, as they would
// have been written then.
func (a aged) looks(daysAgo ...int) {
	a.t.Helper()
	prev, seq := "", 0
	for i, days := range daysAgo {
		e := audit.Entry{ID: fmt.Sprintf("entry%010d", i), Seq: seq + 1, ActorKind: audit.ByOfficer, Actor: a.Officer.Id,
			ActorName: "Ni Luh Widiani", What: audit.Viewed, Purpose: audit.Upkeep, Resident: a.Wayan.Id, Prev: prev,
			At: time.Now().UTC().Truncate(time.Millisecond).AddDate(0, 0, -days)}
		e.Hash = e.Seal()
		seq, prev = e.Seq, e.Hash
		_, err := a.DB().Insert("audit", dbx.Params{"id": e.ID, "seq": e.Seq, "at": e.At.Format("2006-01-02 15:04:05.000Z"),
			"actor_kind": e.ActorKind, "actor": e.Actor, "actor_name": e.ActorName, "what": e.What, "purpose": e.Purpose,
			"resident": e.Resident, "prev_hash": e.Prev, "hash": e.Hash}).Execute()
		if err != nil {
			a.t.Fatal(err)
		}
	}
}

func TestOldEntriesOfTheTrailGoFromItsBeginningAndTheChainHolds(t *testing.T) {
	a := aged{village: start(t)}
	a.looks(2000, 1900, 1000, 10)
	if _, counts := a.run(true); counts[privacy.Trail] != 2 {
		t.Errorf("a dry run counts %v", counts)
	}
	if chain, err := audit.CheckChain(a); err != nil || chain.Rows != 4 {
		t.Errorf("a dry run left %+v %v", chain, err)
	}
	if _, counts := a.run(false); counts[privacy.Trail] != 2 {
		t.Errorf("a run counts %v", counts)
	}
	if chain, err := audit.CheckChain(a); err != nil || chain.Break != nil || chain.Rows != 2 || chain.Cut != 2 {
		t.Errorf("the chain is %+v %v", chain, err)
	}
}

func TestSettledRegistrationsGoWithThePhotoOfTheKTP(t *testing.T) {
	a := aged{village: start(t)}
	for id, state := range map[string]string{"registration001": "refused", "registration002": "waiting"} {
		_, err := a.DB().Insert("registrations", dbx.Params{"id": id, "code": id[12:], "nik": "5171041705900099", "name": "I Wayan Lama",
			"state": state, "decided_at": "", "created": "2020-01-01 00:00:00.000Z", "updated": "2020-01-02 00:00:00.000Z"}).Execute()
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, counts := a.run(false); counts[privacy.Registrations] != 1 {
		t.Errorf("counted %v", counts)
	}
	a.Found("registrations", "registration002") // nobody has decided on it yet
}

// Who opened or replaced a login must be known for as long as it can be misused.
func TestOfAConfirmedRegistrationStaysWhoConfirmedIt(t *testing.T) {
	a := aged{village: start(t)}
	_, err := a.DB().Insert("registrations", dbx.Params{"id": "registration001", "code": "7KQ4M2XP", "nik": a.Wayan.GetString("nik"),
		"kk": "5171041202080001", "name": "I Wayan Sukarta", "birth_date": "1990-05-17", "email": "wayan@contoh.example", "phone": "081234500011",
		"state": "confirmed", "resident": a.Wayan.Id, "replaced": true, "decided_by": a.Officer.Id, "decided_name": "Ni Luh Widiani",
		"decided_at": "2020-01-02 00:00:00.000Z", "match": `{"nik":true}`, "created": "2020-01-01 00:00:00.000Z", "updated": "2020-01-02 00:00:00.000Z"}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	if _, counts := a.run(false); counts[privacy.Registrations] != 1 {
		t.Errorf("counted %v", counts)
	}
	left := a.Found("registrations", "registration001")
	for _, field := range []string{"nik", "kk", "name", "birth_date", "email", "phone"} {
		if left.GetString(field) != "" {
			t.Errorf("%s is still %s", field, left.GetString(field))
		}
	}
	if left.GetString("decided_name") != "Ni Luh Widiani" || left.GetString("resident") != a.Wayan.Id || !left.GetBool("replaced") || left.GetString("match") == "" {
		t.Errorf("what stays is %v", left.PublicExport())
	}
	if _, counts := a.run(false); counts[privacy.Registrations] != 0 {
		t.Errorf("a second run found %v", counts)
	}
}

func TestOneFailureDoesNotHoldUpTheRest(t *testing.T) {
	a := grownOld(t)
	_, err := a.DB().NewQuery(`CREATE TRIGGER broken BEFORE INSERT ON retention_removals BEGIN SELECT RAISE(ABORT, 'no'); END`).Execute()
	if err != nil {
		t.Fatal(err)
	}
	run, err := privacy.Run(a, privacy.ByClock, false, time.Now())
	if err == nil || run.GetString("failure") == "" {
		t.Error("nothing says that it failed")
	}
	if a.Found("requests", a.rejected.Id).GetString("applicant_name") == "" {
		t.Error("half a request was emptied")
	}
	if n, _ := a.CountRecords("documents", dbx.NewExp("removed_on != ''")); n != 3 {
		t.Errorf("%d papers went", n)
	}
}

func TestTheCommandLooksFirst(t *testing.T) {
	a := grownOld(t)
	var out bytes.Buffer
	command := privacy.Command(a.App)
	command.SetOut(&out)
	command.SetErr(&out)
	command.SetArgs([]string{"--do"})
	if command.Execute() == nil {
		t.Error("removed what nobody had looked at")
	}
	command.SetArgs([]string{"--do=false"})
	if err := command.Execute(); err != nil || !strings.Contains(out.String(), "1 would go") || !strings.Contains(out.String(), "Nothing was changed") {
		t.Errorf("%v: %s", err, out.String())
	}
	out.Reset()
	command.SetArgs([]string{"--do"})
	if err := command.Execute(); err != nil || !strings.Contains(out.String(), "1 removed") {
		t.Errorf("%v: %s", err, out.String())
	}
	if strings.Contains(out.String(), "Wayan") {
		t.Errorf("the command names people: %s", out.String())
	}
}

func TestAnEmptiedRequestIsNobodysAndItsReceiptStillHolds(t *testing.T) {
	a := grownOld(t)
	fingerprint := a.rejected.GetString("last_hash")[:16]
	a.run(false)
	for _, item := range a.Do("GET", "/api/collections/requests/records?perPage=100", nil, a.Resident).Want(200).JSON()["items"].([]any) {
		if item.(map[string]any)["id"] == a.rejected.Id {
			t.Error("the resident still has it in their list")
		}
	}
	a.Do("GET", "/api/requests/"+a.rejected.Id+"/case", nil, a.Officer).WantFault(404, "request.no_case")
	if items := a.Do("GET", "/api/requests/inbox?tab=closed", nil, a.Officer).Want(200).JSON()["items"].([]any); len(items) != 1 {
		t.Errorf("the desk lists %d closed ones", len(items))
	}
	if whole := a.Do("POST", "/api/requests/trail", map[string]any{"code": a.rejected.GetString("code"), "hash": fingerprint}, apptest.Guest).
		Want(200).JSON()["whole"]; whole != true {
		t.Error("its receipt says that the history was rewritten")
	}
}

func TestTheNightlyRunRemovesNothingUntilItIsSwitchedOn(t *testing.T) {
	a := grownOld(t)
	night := func() {
		for _, job := range a.Cron().Jobs() {
			if job.Id() == "retention" {
				job.Run()
			}
		}
	}
	night()
	if n, _ := a.CountRecords("retention_runs"); n != 0 || a.Found("requests", a.rejected.Id).GetString("emptied_on") != "" {
		t.Errorf("it ran though it is off, %d times", n)
	}
	a.run(true)
	a.Do("PATCH", "/api/collections/office/records/"+a.Office.Id, map[string]any{"retention_on": true}, a.Admin).Want(200)
	night()
	if a.Found("requests", a.rejected.Id).GetString("emptied_on") == "" {
		t.Error("it is on and removed nothing")
	}
	if run, err := a.FindFirstRecordByData("retention_runs", "by_kind", "clock"); err != nil || run.GetBool("dry") {
		t.Errorf("the run is not on record: %v", err)
	}
}
