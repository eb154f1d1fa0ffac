package delegation_test

import (
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	office.Register(app)
	delegation.Register(app)
}

const path = "/api/collections/delegations/records"

// day is some days from today on the office's wall.
func day(app core.App, from int) string {
	today, _ := time.Parse(time.DateOnly, office.Today(app))
	return today.AddDate(0, 0, from).Format(time.DateOnly)
}

func week(app core.App, from, to *core.Record, form string) map[string]any {
	return map[string]any{"from": from.Id, "to": to.Id, "form": form, "starts_on": day(app, 0), "ends_on": day(app, 6)}
}

func TestTheHolderOfAPostDelegatesIt(t *testing.T) {
	v := apptest.New(t, register)
	body := week(v, v.VillageHead, v.Secretary, "Plh.")
	for name, actor := range map[string]*core.Record{"guest": apptest.Guest, "resident": v.Resident, "officer": v.Officer, "secretary": v.Secretary, "auditor": v.Auditor} {
		if got := v.Do("POST", path, body, actor); got.Status < 400 {
			t.Errorf("%s delegated the head's post", name)
		}
	}
	made := v.Do("POST", path, body, v.VillageHead).Want(200).JSON()
	for field, want := range map[string]any{"post": "village_head", "from_name": "I Ketut Mudra", "to_name": "I Komang Sudana",
		"to_title": "Sekretaris Desa", "made_by": v.VillageHead.Id, "made_by_kind": "officer"} {
		if made[field] != want {
			t.Errorf("%s is %v, want %v", field, made[field], want)
		}
	}
	v.Do("POST", path, week(v, v.VillageHead, v.Officer, "Plh."), v.VillageHead).Want(400)
	v.Do("POST", path, week(v, v.HeadOfKaja, v.HeadOfKelod, "Plh."), v.Secretary).Want(200)
}

func TestWhatAClientCannotSayOfADelegation(t *testing.T) {
	v := apptest.New(t, register)
	body := week(v, v.VillageHead, v.Secretary, "a.n.")
	for field, value := range map[string]any{"made_by": v.Admin.Id, "made_by_name": "Siapa", "made_by_kind": "superuser", "under": "x",
		"revoked_on": day(v, -3), "starts_at": "2020-01-01 00:00:00.000Z", "to_name": "Siapa"} {
		body[field] = value
	}
	made := v.Do("POST", path, body, v.VillageHead).Want(200).JSON()
	if made["made_by"] != v.VillageHead.Id || made["revoked_on"] != "" || made["under"] != "" || made["to_name"] != "I Komang Sudana" ||
		made["starts_at"].(string)[:4] == "2020" {
		t.Errorf("got %v", made)
	}
}

func TestADelegationIsNeverChangedOnlyEndedEarly(t *testing.T) {
	v := apptest.New(t, register)
	one := path + "/" + v.Do("POST", path, week(v, v.VillageHead, v.Secretary, "Plh."), v.VillageHead).Want(200).JSON()["id"].(string)
	v.Do("PATCH", one, map[string]any{"ends_on": day(v, 20)}, v.VillageHead).WantFault(403, "delegation.only_end")
	v.Do("PATCH", one, map[string]any{"to": v.Officer.Id}, v.Admin).WantFault(403, "delegation.only_end")
	v.Do("PATCH", one, map[string]any{"services": []string{"x"}}, v.Admin).WantFault(403, "delegation.only_end")
	v.Do("DELETE", one, nil, v.Admin).WantFault(403, "delegation.kept")
	v.Do("PATCH", one, map[string]any{"revoked_on": day(v, 1)}, v.Secretary).WantFault(403, "delegation.not_yours")
	v.Do("PATCH", one, map[string]any{"revoked_on": day(v, -1)}, v.VillageHead).WantFault(400, "delegation.unsound")
	if powers, _ := delegation.PowersOf(v, v.Secretary.Id); len(powers) != 1 {
		t.Errorf("the secretary holds %+v", powers)
	}
	ended := v.Do("PATCH", one, map[string]any{"revoked_on": day(v, 0)}, v.VillageHead).Want(200).JSON()
	if ended["revoked_by_name"] != "I Ketut Mudra" {
		t.Errorf("got %v", ended)
	}
	if powers, _ := delegation.PowersOf(v, v.Secretary.Id); len(powers) != 0 {
		t.Errorf("afterwards the secretary still holds %+v", powers)
	}
	v.Do("PATCH", one, map[string]any{"revoked_on": day(v, 2)}, v.VillageHead).WantFault(409, "delegation.ended")
	for _, statement := range []string{
		"DELETE FROM delegations", "UPDATE delegations SET ends_on = '2099-01-01'", "UPDATE delegations SET revoked_on = ''",
		"INSERT OR REPLACE INTO delegations SELECT * FROM delegations",
	} {
		if _, err := v.NonconcurrentDB().NewQuery(statement).Execute(); err == nil {
			t.Errorf("went through: %s", statement)
		}
	}
}

func TestAnOfficerInADelegationCannotBeDeleted(t *testing.T) {
	v := apptest.New(t, register)
	v.Do("POST", path, week(v, v.HeadOfKaja, v.HeadOfKelod, "Plh."), v.HeadOfKaja).Want(200)
	for _, officer := range []*core.Record{v.HeadOfKaja, v.HeadOfKelod} {
		if got := v.Do("DELETE", "/api/collections/officers/records/"+officer.Id, nil, v.Admin); got.Status < 400 {
			t.Errorf("%s was deleted", officer.GetString("name"))
		}
	}
}

func TestOfTwoWhoDelegateOnePostAtOnceOneWins(t *testing.T) {
	v := apptest.New(t, register)
	var both sync.WaitGroup
	var answers [2]*apptest.Response
	for i, to := range []*core.Record{v.Secretary, v.Officer} {
		both.Go(func() { answers[i] = v.Do("POST", path, week(v, v.VillageHead, to, "Plh."), v.VillageHead) })
	}
	both.Wait()
	if a, b := answers[0].Status, answers[1].Status; a+b != 600 {
		t.Errorf("answered %d and %d: %s %s", a, b, answers[0].Body, answers[1].Body)
	}
}

func TestAnUnderLetterHangsOnItsMandate(t *testing.T) {
	v := apptest.New(t, register)
	v.Do("POST", path, week(v, v.Secretary, v.Officer, "u.b."), v.Secretary).Want(400)
	above := v.Do("POST", path, week(v, v.VillageHead, v.Secretary, "a.n."), v.VillageHead).Want(200).JSON()["id"].(string)
	below := v.Do("POST", path, week(v, v.Secretary, v.Officer, "u.b."), v.Secretary).Want(200).JSON()
	if below["under"] != above || below["post"] != "village_head" {
		t.Errorf("got %v", below)
	}
	powers, _ := delegation.PowersOf(v, v.Officer.Id)
	if len(powers) != 1 || powers[0].HolderName != "I Ketut Mudra" {
		t.Errorf("the officer holds %+v", powers)
	}
	v.Do("PATCH", path+"/"+above, map[string]any{"revoked_on": day(v, 0)}, v.VillageHead).Want(200)
	if powers, _ := delegation.PowersOf(v, v.Officer.Id); len(powers) != 0 {
		t.Errorf("without the a.n. the officer holds %+v", powers)
	}
}

func TestTheDeskSeesWhoActsForWhom(t *testing.T) {
	v := apptest.New(t, register)
	coming := week(v, v.VillageHead, v.Secretary, "Plh.")
	coming["starts_on"] = day(v, 1)
	v.Do("POST", path, coming, v.VillageHead).Want(200)
	got := v.Do("GET", "/api/delegations", nil, v.Officer).Want(200).JSON()
	item := got["items"].([]any)[0].(map[string]any)
	if item["state"] != "coming" || item["may_end"] != false || item["from_name"] != "I Ketut Mudra" {
		t.Errorf("got %v", item)
	}
	if people := got["people"].([]any); len(people) != 5 { // the auditor is left out
		t.Errorf("%d people", len(people))
	}
	mine := v.Do("GET", "/api/delegations", nil, v.VillageHead).Want(200).JSON()["items"].([]any)[0].(map[string]any)
	if mine["may_end"] != true {
		t.Errorf("got %v", mine)
	}
	v.Do("GET", "/api/delegations", nil, v.Resident).Want(403)
}

func TestOfficersWhoChangeAreKnownAtOnce(t *testing.T) {
	v := apptest.New(t, register)
	if reach, _ := delegation.ReachOf(v, v.HeadOfKaja); !reach.Covers(apptest.KajaID) || reach.Covers(apptest.KelodID) {
		t.Errorf("the head of Kaja reaches %+v", reach)
	}
	v.HeadOfKaja.Set("hamlets", []string{apptest.KajaID, apptest.KelodID})
	apptest.Save(t, v, v.HeadOfKaja)
	if reach, _ := delegation.ReachOf(v, v.HeadOfKaja); !reach.Covers(apptest.KelodID) {
		t.Errorf("with two hamlets: %+v", reach)
	}
	v.HeadOfKaja.Set("term_until", day(v, -1))
	apptest.Save(t, v, v.HeadOfKaja)
	if reach, _ := delegation.ReachOf(v, v.HeadOfKaja); reach.Covers(apptest.KajaID) {
		t.Errorf("after the term: %+v", reach)
	}
}
