package requests_test

import (
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/requests"
)

func TestARequestGoesFromHandToHand(t *testing.T) {
	d := open(t)
	id := d.file()
	d.act(d.HeadOfKelod, id, requests.Approve).WantFault(404, "request.no_case")
	d.act(d.Officer, id, requests.Approve).WantFault(403, "request.not_yours")
	d.act(d.HeadOfKaja, id, requests.Approve).Want(200)
	d.act(d.HeadOfKaja, id, requests.Approve).WantFault(403, "request.not_yours")
	d.act(d.Secretary, id, requests.Approve).Want(200) // fills in for the desk
	d.act(d.VillageHead, id, requests.Resolve).Want(200)
	if got := d.status(id); got != "completed" {
		t.Errorf("ends %s", got)
	}
	events, err := requests.EventsOf(d, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := requests.CheckChain(events); err != nil {
		t.Error(err)
	}
}

func TestOfTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold(t *testing.T) {
	d := open(t)
	for range 10 {
		id := d.file()
		var both sync.WaitGroup
		var answers [2]*apptest.Response
		for i, action := range []string{requests.Approve, requests.Reject} {
			both.Go(func() {
				answers[i] = d.act(d.HeadOfKaja, id, action, "after", 1, "reason", "other", "note", "Sudah ada")
			})
		}
		both.Wait()
		if a, b := answers[0].Status, answers[1].Status; !(a == 200 && b == 409) && !(a == 409 && b == 200) {
			t.Fatalf("answered %d %s and %d %s", a, answers[0].Body, b, answers[1].Body)
		}
	}
}

func TestADecisionOnAnOldViewIsRefused(t *testing.T) {
	d := open(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, requests.Approve, "after", 1).Want(200)
	d.act(d.Officer, id, requests.Approve, "after", 1).WantFault(409, "request.decided")
	d.act(d.Officer, id, requests.Approve, "after", 2).Want(200)
}

func TestAReturnNeedsAReasonAndANote(t *testing.T) {
	d := open(t)
	id := d.file()
	answer := d.act(d.HeadOfKaja, id, requests.Return).WantFault(400, "request.incomplete")
	if answer.FieldKey("note") == "" || answer.FieldKey("reason") == "" {
		t.Errorf("got %s", answer.Body)
	}
	d.act(d.HeadOfKaja, id, requests.Return, "reason", "wrong_data", "note", "Tulis lengkap",
		"data", map[string]any{"fields": []string{"purpose", "nonsense"}}).Want(200)
	events, _ := requests.EventsOf(d, id)
	if got := events[1].Data.Fields; len(got) != 1 || got[0] != "purpose" {
		t.Errorf("asked to mend %v", got)
	}
	if d.status(id) != "returned" {
		t.Errorf("is %s", d.status(id))
	}
	d.act(d.Neighbour, id, requests.Resubmit).WantFault(404, "request.no_case")
	d.act(d.Resident, id, requests.Resubmit, "data", map[string]any{"answers": map[string]any{"purpose": ""}}).WantFault(400, "request.answers")
	d.act(d.Resident, id, requests.Resubmit, "data", map[string]any{"answers": map[string]any{"purpose": "Duduk lama"}}).Want(200)
	events, _ = requests.EventsOf(d, id)
	if got := events[2].Data.Changed; len(got) != 1 || got[0] != "purpose" {
		t.Errorf("changed %v", got)
	}
}

func TestTheClientCannotForgeAnEvent(t *testing.T) {
	d := open(t)
	id := d.file()
	got := d.act(d.HeadOfKaja, id, requests.Approve, "actor", d.VillageHead.Id, "actor_name", "Someone", "actor_kind", "system",
		"at", "2020-01-01 00:00:00.000Z", "seq", 40, "hash", "x", "step_key", "head").Want(200).JSON()
	if got["actor"] != d.HeadOfKaja.Id || got["actor_kind"] != "officer" || got["seq"] != 2.0 || got["step_key"] != "hamlet" || got["at"].(string)[:4] == "2020" {
		t.Errorf("got %v", got)
	}
	for _, action := range []string{requests.Submit, requests.Escalate, requests.Expire} {
		d.act(d.Officer, id, action).WantFault(403, "request.not_yours")
	}
}

func TestAnOfficerWhoWasRetiredDecidesNothing(t *testing.T) {
	d := open(t)
	id := d.file()
	token := d.Login(d.HeadOfKaja)
	d.HeadOfKaja.Set("active", false)
	if err := d.Save(d.HeadOfKaja); err != nil {
		t.Fatal(err)
	}
	answer := d.Do("POST", eventsPath, map[string]any{"request": id, "action": "approve"}, nil, apptest.Header{Name: "Authorization", Value: token})
	if answer.Status != 403 {
		t.Errorf("answered %d %s", answer.Status, answer.Body)
	}
}

// An error in a later slice (a letter that cannot be drawn) must leave nothing.
func TestAnEventThatFailsHalfWayLeavesNothing(t *testing.T) {
	d := open(t)
	id := d.file()
	d.OnRecordCreate("request_events").BindFunc(func(e *core.RecordEvent) error {
		if err := e.Next(); err != nil {
			return err
		}
		return apptest.ErrOnPurpose
	})
	if answer := d.act(d.HeadOfKaja, id, requests.Approve); answer.Status < 400 {
		t.Fatalf("answered %d", answer.Status)
	}
	events, _ := requests.EventsOf(d, id)
	if d.status(id) != "submitted" || len(events) != 1 {
		t.Errorf("is %s with %d events", d.status(id), len(events))
	}
}

func TestHistoryCannotBeChangedByAnyone(t *testing.T) {
	d := open(t)
	id := d.file()
	events, err := d.FindAllRecords("request_events")
	if err != nil {
		t.Fatal(err)
	}
	event := eventsPath + "/" + events[0].Id
	d.Do("PATCH", event, map[string]any{"note": "x"}, d.Admin).WantFault(403, "request.append_only")
	d.Do("DELETE", event, nil, d.Admin).WantFault(403, "request.append_only")
	d.Do("DELETE", requestsPath+"/"+id, nil, d.Admin).WantFault(403, "request.append_only")
	d.Do("PATCH", requestsPath+"/"+id, map[string]any{"status": "completed"}, d.Admin).WantFault(403, "request.use_events")
	if got := d.Do("DELETE", "/api/collections/request_events/truncate", nil, d.Admin); got.Status < 400 {
		t.Errorf("truncate answered %d", got.Status)
	}
	if got := d.Do("DELETE", "/api/collections/request_events", nil, d.Admin); got.Status < 400 {
		t.Errorf("dropping answered %d", got.Status)
	}
	for _, statement := range []string{
		"UPDATE request_events SET note = 'x'", "DELETE FROM request_events",
		"INSERT OR REPLACE INTO request_events (id, request, seq, action) SELECT id, request, seq, 'approve' FROM request_events",
		"UPDATE definitions SET body = '{}'", "DELETE FROM definitions",
	} {
		if _, err := d.NonconcurrentDB().NewQuery(statement).Execute(); err == nil {
			t.Errorf("went through: %s", statement)
		}
	}
}

func TestAnOverdueStepEscalatesOnceAndTheSecretaryStepsIn(t *testing.T) {
	d := open(t)
	id := d.file()
	if err := requests.Deadline(d, time.Now()); err != nil {
		t.Fatal(err)
	}
	d.act(d.VillageHead, id, requests.Approve).WantFault(403, "request.not_yours")
	later := time.Now().Add(14 * 24 * time.Hour)
	for range 2 {
		if err := requests.Deadline(d, later); err != nil {
			t.Fatal(err)
		}
	}
	events, _ := requests.EventsOf(d, id)
	if len(events) != 2 || events[1].Action != requests.Escalate || events[1].ActorKind != requests.BySystem {
		t.Fatalf("events: %+v", events)
	}
	d.act(d.VillageHead, id, requests.Approve).Want(200)
}

func TestAReturnNobodyAnswersExpires(t *testing.T) {
	d := open(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, requests.Return, "reason", "other", "note", "Lengkapi").Want(200)
	if err := requests.Deadline(d, time.Now().Add(3*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if got := d.status(id); got != "returned" {
		t.Fatalf("after three days it is %s; the office allows five working days", got)
	}
	if err := requests.Deadline(d, time.Now().Add(30*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if got := d.status(id); got != "expired" {
		t.Errorf("after thirty days it is %s", got)
	}
}

func TestTheActionsRouteShowsExactlyWhatTheEngineAccepts(t *testing.T) {
	d := open(t)
	id := d.file()
	for name, c := range map[string]struct {
		actor *core.Record
		want  int
	}{
		"applicant": {d.Resident, 2}, "hamlet head": {d.HeadOfKaja, 4}, "desk": {d.Officer, 1}, "admin": {d.Admin, 3},
	} {
		got := d.Do("GET", "/api/requests/"+id+"/actions", nil, c.actor).Want(200).JSON()["actions"].([]any)
		if len(got) != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	d.Do("GET", "/api/requests/"+id+"/actions", nil, d.Neighbour).WantFault(404, "request.no_case")
	d.Do("GET", "/api/requests/"+id+"/actions", nil, d.HeadOfKelod).WantFault(404, "request.no_case")
	d.Do("GET", "/api/requests/"+id+"/actions", nil, apptest.Guest).WantFault(404, "request.no_case")
}

func TestTheChainHoldsTheAnswersAsTheyAreStored(t *testing.T) {
	d := open(t)
	id := d.file()
	d.act(d.HeadOfKaja, id, requests.Return, "reason", "wrong_data", "note", "Tulis lengkap").Want(200)
	d.act(d.Resident, id, requests.Resubmit, "data", map[string]any{"answers": map[string]any{"purpose": "Duduk <lama> & tenang"}}).Want(200)
	request, err := d.FindRecordById("requests", id)
	if err != nil {
		t.Fatal(err)
	}
	events, err := requests.EventsOf(d, id)
	if err != nil {
		t.Fatal(err)
	}
	if got := requests.AnswersHash(request); got != events[2].Data.AnswersHash || got == events[0].Data.AnswersHash {
		t.Errorf("the answers hash to %s, the events hold %s and %s", got, events[0].Data.AnswersHash, events[2].Data.AnswersHash)
	}
}
