package accounts_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// elderly makes Nyoman of Banjar Kelod an elder with a login.
func elderly(t *testing.T) counter {
	c := start(t)
	c.bornIn(c.Nyoman, "1950-04-19")
	return c
}

func (c counter) bornIn(resident *core.Record, day string) {
	c.t.Helper()
	_, err := c.NonconcurrentDB().Update("residents", dbx.Params{"birth_date": day}, dbx.HashExp{"id": resident.Id}).Execute()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c counter) asksFor(actor, person *core.Record) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/me/representations", map[string]any{
		"nik": person.GetString("nik"), "name": person.GetString("name"), "ground": "elder"}, actor)
}

func items(answer *apptest.Response) []map[string]any {
	var list struct{ Items []map[string]any }
	answer.Want(200).Into(&list)
	return list.Items
}

func (c counter) asked(actor, person *core.Record) string {
	c.t.Helper()
	return items(c.asksFor(actor, person))[0]["id"].(string)
}

func (c counter) decides(actor *core.Record, id, what string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/representations/"+id+"/"+what, map[string]any{}, actor)
}

func TestACarerAsksAndTheHamletHeadConfirms(t *testing.T) {
	c := elderly(t)
	id := c.asked(c.Resident, c.Nyoman)
	waiting := items(c.Do("GET", "/api/accounts/representations", nil, c.HeadOfKelod))
	if len(waiting) != 1 || waiting[0]["entitled"] != true || waiting[0]["carer_name"] != "I Wayan Sukarta" {
		t.Fatalf("the desk sees %v", waiting)
	}
	if n := len(items(c.Do("GET", "/api/accounts/representations", nil, c.HeadOfKaja))); n != 0 {
		t.Errorf("the head of Kaja sees %d", n)
	}
	c.decides(c.HeadOfKaja, id, "confirm").WantFault(404, "representation.not_there")
	c.decides(c.HeadOfKelod, id, "confirm").Want(200)
	own := items(c.Do("GET", "/api/me/representations", nil, c.Resident))
	if len(own) != 1 || own[0]["state"] != "active" || own[0]["side"] != "carer" || own[0]["until"] == "" {
		t.Errorf("the carer sees %v", own)
	}
}

func TestAskingTellsNothingAboutTheRegister(t *testing.T) {
	c := elderly(t)
	nobody := core.NewRecord(c.Wayan.Collection())
	nobody.Set("nik", "5171045904780099")
	nobody.Set("name", "Orang Lain")
	known, unknown := c.asksFor(c.Resident, c.Nyoman), c.asksFor(c.Neighbour, nobody)
	a, b := items(known)[0], items(unknown)[0]
	for _, field := range []string{"state", "side", "ground", "until", "reason"} {
		if a[field] != b[field] {
			t.Errorf("%s: %v and %v", field, a[field], b[field])
		}
	}
	c.decides(c.Officer, b["id"].(string), "confirm").WantFault(409, "representation.not_on_record")
}

func TestNobodyLearnsOfAQuestionAboutThemBeforeItIsConfirmed(t *testing.T) {
	c := elderly(t)
	c.bornIn(c.Made, "1950-02-22")
	id := c.asked(c.Resident, c.Made)
	if n := len(items(c.Do("GET", "/api/me/representations", nil, c.Neighbour))); n != 0 {
		t.Error("Made sees it before the office has looked")
	}
	c.decides(c.HeadOfKaja, id, "confirm").Want(200)
	seen := items(c.Do("GET", "/api/me/representations", nil, c.Neighbour))
	if len(seen) != 1 || seen[0]["side"] != "represented" || seen[0]["name"] != "I Wayan Sukarta" {
		t.Errorf("Made sees %v", seen)
	}
}

func TestEitherSideAndTheOfficeEndIt(t *testing.T) {
	c := elderly(t)
	c.bornIn(c.Made, "1950-02-22")
	end := func(actor *core.Record, id string) *apptest.Response {
		return c.Do("POST", "/api/me/representations/"+id+"/end", nil, actor)
	}
	for _, side := range []*core.Record{c.Resident, c.Neighbour} {
		id := c.asked(c.Resident, c.Made)
		c.decides(c.Officer, id, "confirm").Want(200)
		end(side, id).Want(200)
		end(side, id).WantFault(404, "representation.not_there")
	}
	id := c.asked(c.Resident, c.Nyoman)
	end(c.Neighbour, id).WantFault(404, "representation.not_there") // none of theirs
	c.decides(c.HeadOfKaja, id, "end").WantFault(404, "representation.not_there")
	c.decides(c.HeadOfKelod, id, "end").Want(200)
	c.decides(c.HeadOfKelod, id, "confirm").Want(404)
}

func TestTheRegisterMustGiveAGround(t *testing.T) {
	c := start(t)
	id := c.asked(c.Resident, c.Nyoman) // 48 years old
	c.decides(c.Officer, id, "confirm").WantFault(409, "representation.no_ground")
	_, err := c.NonconcurrentDB().Update("residents", dbx.Params{"disability": "tuna netra/buta"}, dbx.HashExp{"id": c.Nyoman.Id}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	c.decides(c.Officer, id, "confirm").Want(200)
}

func TestTheCounterSetsACarerAtOnce(t *testing.T) {
	c := elderly(t)
	open := func(actor *core.Record, fields map[string]any) *apptest.Response {
		body := map[string]any{"carer_nik": c.Made.GetString("nik"), "nik": c.Nyoman.GetString("nik"), "ground": "elder"}
		for name, value := range fields {
			body[name] = value
		}
		return c.Do("POST", "/api/accounts/representations", body, actor)
	}
	open(c.HeadOfKaja, nil).Want(400) // not of this hamlet
	open(c.Resident, nil).Want(403)
	open(c.Officer, map[string]any{"until": "2020-01-01"}).Want(400)
	open(c.Officer, map[string]any{"until": time.Now().AddDate(5, 0, 0).Format(time.DateOnly)}).Want(400)
	open(c.Officer, map[string]any{"carer_nik": c.Nyoman.GetString("nik")}).WantFault(400, "representation.same_person")
	open(c.Officer, nil).Want(200)
	open(c.Officer, nil).WantFault(409, "representation.asked_already")
}

func TestACarerDoesNotBuryTheDeskInQuestions(t *testing.T) {
	c := start(t)
	ask := func(nik string) *apptest.Response {
		return c.Do("POST", "/api/me/representations", map[string]any{"nik": nik, "name": "Ni Tua", "ground": "elder"}, c.Resident)
	}
	ask("5171045904500011").Want(200)
	ask("5171045904500011").WantFault(409, "representation.asked_already")
	ask("5171045904500012").Want(200)
	ask("5171045904500013").Want(200)
	ask("5171045904500014").WantFault(429, "representation.too_many")
	if got := ask(c.Wayan.GetString("nik")).Want(400).FieldKey("nik"); got != "representation.same_person" {
		t.Errorf("for oneself: %s", got)
	}
}

func TestACarerIsSetByNobodyOfTheFamily(t *testing.T) {
	c := elderly(t)
	c.Officer.Set("resident", c.Ketut.Id)
	c.save(c.Officer)
	set := func(carer, resident, actor *core.Record) *apptest.Response {
		return c.Do("POST", "/api/accounts/representations", map[string]any{
			"carer_nik": carer.GetString("nik"), "nik": resident.GetString("nik"), "ground": "elder"}, actor)
	}
	set(c.Wayan, c.Nyoman, c.Officer).WantFault(403, "representation.own_family")
	id := c.asked(c.Resident, c.Nyoman)
	c.decides(c.Officer, id, "confirm").WantFault(403, "representation.own_family")
	c.bornIn(c.Ketut, "1950-01-01")
	set(c.Made, c.Ketut, c.Officer).WantFault(403, "representation.own_family")
	set(c.Made, c.Nyoman, c.Officer).Want(200)
	c.decides(c.Secretary, id, "confirm").Want(200)
}

// Both fields are marked, whichever of the two it was.
func TestAHamletHeadLearnsNothingAboutOtherHamlets(t *testing.T) {
	c := elderly(t)
	c.bornIn(c.Made, "1950-02-22")
	set := func(carer, nik string) *apptest.Response {
		return c.Do("POST", "/api/accounts/representations", map[string]any{"carer_nik": carer, "nik": nik, "ground": "elder"}, c.HeadOfKaja)
	}
	wayan, made, nyoman, nobody := c.Wayan.GetString("nik"), c.Made.GetString("nik"), c.Nyoman.GetString("nik"), "5171045904780099"
	first := set(nyoman, made)
	for _, other := range []*apptest.Response{set(nobody, made), set(wayan, nyoman), set(wayan, nobody)} {
		if other.Status != 400 || string(other.Body) != string(first.Body) {
			t.Errorf("%s and %s", other.Body, first.Body)
		}
	}
	for _, field := range []string{"carer_nik", "nik"} {
		if got := first.FieldKey(field); got != "representation.not_among_yours" {
			t.Errorf("%s: %s", field, got)
		}
	}
	set(wayan, made).Want(200)
	for range 30 {
		set(nobody, made)
	}
	set(nobody, made).WantFault(429, "account.too_many_tries")
}

func TestTheClockEndsACarersTime(t *testing.T) {
	c := elderly(t)
	id := c.asked(c.Resident, c.Nyoman)
	c.decides(c.Officer, id, "confirm").Want(200)
	tick := func() string {
		for _, job := range c.Cron().Jobs() {
			if job.Id() == "accounts-representations" {
				job.Run()
			}
		}
		record, err := c.FindRecordById("representations", id)
		if err != nil {
			t.Fatal(err)
		}
		return record.GetString("state")
	}
	if state := tick(); state != "active" {
		t.Errorf("%s before its time", state)
	}
	_, err := c.NonconcurrentDB().Update("representations", dbx.Params{"until": "2026-01-31"}, dbx.HashExp{"id": id}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	if state := tick(); state != "ended" {
		t.Errorf("%s when its last day was over", state)
	}
	c.asksFor(c.Resident, c.Nyoman).Want(200) // and may be asked for anew
}
