package requests_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
	"mdesa/hooks/requests"
)

// delegate hands a post over, from today for a week or as more says.
func (d desk) delegate(from, to *core.Record, form string, more ...any) *core.Record {
	d.t.Helper()
	today, _ := time.Parse(time.DateOnly, office.Today(d))
	fields := map[string]any{"from": from.Id, "to": to.Id, "form": form,
		"starts_on": today.Format(time.DateOnly), "ends_on": today.AddDate(0, 0, 6).Format(time.DateOnly)}
	for i := 0; i+1 < len(more); i += 2 {
		fields[more[i].(string)] = more[i+1]
	}
	return newRecord(d.t, d, "delegations", fields)
}

func (d desk) end(delegation *core.Record) {
	d.t.Helper()
	delegation.Set("revoked_on", office.Today(d))
	apptest.Save(d.t, d, delegation)
}

func (d desk) last(request string) requests.Event {
	d.t.Helper()
	events, err := requests.EventsOf(d, request)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := requests.CheckChain(events); err != nil {
		d.t.Error(err)
	}
	return events[len(events)-1]
}

func (d desk) mine(actor *core.Record) int {
	d.t.Helper()
	inbox := d.inbox(actor, "tab=mine")
	n := len(inbox["items"].([]any))
	if counted := inbox["counts"].(map[string]any)["mine"].(float64); int(counted) != n {
		d.t.Errorf("%s has %d in the list and %v counted", actor.GetString("name"), n, counted)
	}
	return n
}

// opens tells whether a page would show an officer the button.
func (d desk) opens(actor *core.Record, request, action string) bool {
	d.t.Helper()
	answer := d.Do("GET", "/api/requests/"+request+"/actions", nil, actor)
	return answer.Status == 200 && strings.Contains(string(answer.Body), `"action":"`+action+`"`)
}

func TestWhoActsForAHamletHeadHasTheirTurnAndSeesTheirHamlet(t *testing.T) {
	d := open(t)
	id := d.file()
	if d.mine(d.HeadOfKelod) != 0 || d.opens(d.HeadOfKelod, id, requests.Approve) {
		t.Fatal("the head of Kelod has the turn in Kaja")
	}
	given := d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.")
	if d.mine(d.HeadOfKelod) != 1 || !d.opens(d.HeadOfKelod, id, requests.Approve) {
		t.Fatal("who acts for the head of Kaja does not have the turn")
	}
	d.Do("GET", "/api/requests/"+id+"/case", nil, d.HeadOfKelod).Want(200)
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKelod).Want(200)
	d.end(given)
	if d.mine(d.HeadOfKelod) != 0 || d.opens(d.HeadOfKelod, id, requests.Approve) || d.mine(d.HeadOfKaja) != 1 {
		t.Error("the step did not go back at once")
	}
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKelod).Want(404)
	d.act(d.HeadOfKelod, id, requests.Approve).WantFault(404, "request.no_case")
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.", "services", []string{d.service.Id})
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKelod).Want(200)
	d.act(d.HeadOfKelod, id, requests.Approve).Want(200)
	got := d.last(id).Data.Acting
	if got == nil || got.Form != "Plh." || got.Post != "hamlet_head" || got.Name != "I Gede Pasek" || got.Delegation == "" || got.Stepped != "" {
		t.Errorf("the event says %+v", got)
	}
	if own := d.last(d.approved()).Data.Acting; own != nil {
		t.Errorf("who acts in their own post acts in the place of %+v", own)
	}
}

// approved is a request that the head of Kaja approved.
func (d desk) approved() string {
	d.t.Helper()
	id := d.file()
	d.act(d.HeadOfKaja, id, requests.Approve).Want(200)
	return id
}

func TestADelegationForOtherServicesOpensNothing(t *testing.T) {
	d := open(t)
	id := d.file()
	fields := d.service.PublicExport()
	delete(fields, "id")
	fields["key"] = "table"
	other := newRecord(t, d, "services", fields)
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.", "services", []string{other.Id})
	if d.mine(d.HeadOfKelod) != 0 {
		t.Error("it stands on the desk")
	}
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKelod).Want(404)
	d.act(d.HeadOfKelod, id, requests.Approve).WantFault(404, "request.no_case")
}

func TestTheDeskOfADelegateHearsOfTheHamlet(t *testing.T) {
	d := open(t)
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.")
	kelod := d.listen(d.HeadOfKelod)
	d.subscribe(kelod, d.HeadOfKelod)
	id := d.file()
	select {
	case message := <-kelod.Channel():
		if !strings.Contains(string(message.Data), id) {
			t.Errorf("heard %s", message.Data)
		}
	case <-time.After(5 * time.Second):
		t.Error("the delegate's desk heard nothing")
	}
}

func TestOfHolderAndDelegateWhoDecideAtOnceOneWins(t *testing.T) {
	d := open(t)
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.")
	for range 5 {
		id := d.file()
		var both sync.WaitGroup
		var answers [2]*apptest.Response
		for i, actor := range []*core.Record{d.HeadOfKaja, d.HeadOfKelod} {
			both.Go(func() { answers[i] = d.act(actor, id, requests.Approve, "after", 1) })
		}
		both.Wait()
		if a, b := answers[0].Status, answers[1].Status; a+b != 609 {
			t.Fatalf("answered %d %s and %d %s", a, answers[0].Body, b, answers[1].Body)
		}
	}
}

// live makes an officer somebody of the register.
func (d desk) live(officer, resident *core.Record) {
	d.t.Helper()
	officer.Set("resident", resident.Id)
	apptest.Save(d.t, d, officer)
}

func TestNobodyDecidesForTheirOwnHousehold(t *testing.T) {
	d := open(t)
	d.live(d.HeadOfKaja, d.Ketut) // Wayan's wife
	id := d.file()
	first := d.last(id)
	if !first.Data.Escalated || !slices.Equal(first.Data.OpenedTo, []string{"secretary", "village_head"}) {
		t.Errorf("the first event says %+v", first.Data)
	}
	if d.mine(d.HeadOfKaja) != 0 || d.opens(d.HeadOfKaja, id, requests.Approve) {
		t.Error("the wife has the turn")
	}
	for _, action := range []string{requests.Approve, requests.Return, requests.Reject} {
		d.act(d.HeadOfKaja, id, action, "reason", "other", "note", "Lengkap").WantFault(403, "request.own_kin")
	}
	d.act(d.HeadOfKaja, id, requests.Comment, "note", "Sudah di meja sekretaris").Want(200)
	if d.mine(d.Secretary) != 1 {
		t.Error("it does not stand on the secretary's desk")
	}
	d.act(d.Secretary, id, requests.Approve).Want(200)
	if got := d.last(id).Data.Acting; got == nil || got.Stepped != "hamlet_head" || got.Delegation != "" {
		t.Errorf("the event says %+v", got)
	}
	if got := d.last(id).Data; got.Escalated {
		t.Errorf("the next step is open to all: %+v", got)
	}
}

func TestNobodyDecidesForTheirHouseholdByDelegation(t *testing.T) {
	d := open(t)
	d.live(d.HeadOfKelod, d.Wayan)
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.")
	id := d.file()
	if d.last(id).Data.Escalated {
		t.Error("it was opened to the next in line although the head of Kaja can decide")
	}
	d.act(d.HeadOfKelod, id, requests.Approve).WantFault(403, "request.own_kin")
	if d.mine(d.HeadOfKelod) != 0 {
		t.Error("it stands on his desk")
	}
	d.act(d.HeadOfKaja, id, requests.Approve).Want(200)
}

func TestWhoIsRelatedIsToldWhoDecidesInstead(t *testing.T) {
	d := open(t)
	d.live(d.HeadOfKelod, d.Wayan)
	d.delegate(d.HeadOfKaja, d.HeadOfKelod, "Plh.")
	id := d.file()
	names := func() (names []string) {
		file := d.Do("GET", "/api/requests/"+id+"/case", nil, d.HeadOfKelod).Want(200).JSON()
		for _, one := range file["deciders"].([]any) {
			names = append(names, one.(map[string]any)["name"].(string))
		}
		return names
	}
	if got := names(); !slices.Equal(got, []string{"I Gede Pasek"}) {
		t.Errorf("told of %v", got)
	}
	if err := requests.Deadline(d, time.Now().Add(14*24*time.Hour).Truncate(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if got := names(); !slices.Equal(got, []string{"I Gede Pasek", "I Ketut Mudra", "I Komang Sudana"}) {
		t.Errorf("once it is overdue, told of %v", got)
	}
}

func TestAStepThatNobodyMayTakeAnyMoreIsOpenedBeforeItsTimeIsOver(t *testing.T) {
	d := open(t)
	related, left, fine := d.file(), d.approved(), d.approved()
	d.act(d.Officer, left, requests.Approve).Want(200)
	d.live(d.HeadOfKaja, d.Ketut)
	d.VillageHead.Set("active", false)
	apptest.Save(t, d, d.VillageHead)
	if err := requests.Deadline(d, time.Now().Truncate(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{related: {"secretary", "village_head"}, left: {"secretary"}} {
		if got := d.last(id); got.Action != requests.Escalate || !slices.Equal(got.Data.OpenedTo, want) {
			t.Errorf("the event says %+v", got)
		}
	}
	if got := d.last(fine); got.Action != requests.Approve {
		t.Errorf("what an officer can take was opened: %+v", got)
	}
	d.act(d.Secretary, related, requests.Approve).Want(200)
	d.act(d.Secretary, left, requests.Resolve).Want(200)
}

func TestWhoActsForSomeServicesTakesTheirPapersAtTheCounter(t *testing.T) {
	d := open(t)
	fields := d.service.PublicExport()
	delete(fields, "id")
	fields["key"] = "table"
	other := newRecord(t, d, "services", fields)
	nyoman := map[string]string{"resident": d.Nyoman.Id} // of Kelod, without a login
	d.upload(d.HeadOfKaja, jpeg(), nyoman).Want(400)
	given := d.delegate(d.HeadOfKelod, d.HeadOfKaja, "Plh.", "services", []string{d.service.Id})
	paper := d.upload(d.HeadOfKaja, jpeg(), nyoman).Want(200).JSON()["id"].(string)
	filing := func(service *core.Record) *apptest.Response {
		return d.Do("POST", requestsPath, d.filing(map[string]any{"service": service.Id, "resident": d.Nyoman.Id,
			"attachments": map[string]any{"ktp": []string{paper}}}), d.HeadOfKaja)
	}
	refused := filing(other).Want(400)
	if !strings.Contains(string(refused.Body), "request.other_services") {
		t.Errorf("told %s", refused.Body)
	}
	id := filing(d.service).Want(200).JSON()["id"].(string)
	d.act(d.HeadOfKaja, id, requests.Return, "reason", "unreadable_document", "note", "Foto ulang KTP").Want(200)
	again := d.upload(d.HeadOfKaja, jpeg(), nyoman).Want(200).JSON()["id"].(string)
	d.act(d.HeadOfKaja, id, requests.Resubmit, "data", map[string]any{"attachments": map[string]any{"ktp": []string{again}}}).Want(200)
	d.end(given)
	d.upload(d.HeadOfKaja, jpeg(), nyoman).Want(400)
	filing(d.service).Want(400)
}

func TestFilingForTheOwnHouseholdIsAllowedAndShown(t *testing.T) {
	d := open(t)
	d.live(d.Officer, d.Made)
	for resident, want := range map[*core.Record]bool{d.Made: true, d.Wayan: false} {
		id := d.Do("POST", requestsPath, d.filing(map[string]any{"resident": resident.Id}), d.Officer).Want(200).JSON()["id"].(string)
		if got := d.last(id).Data.OwnKin; got != want {
			t.Errorf("%s: shown %v, want %v", resident.GetString("name"), got, want)
		}
	}
}

func TestAStepWithoutAHolderIsOpenToTheNextInLineAtOnce(t *testing.T) {
	d := open(t)
	d.VillageHead.Set("term_until", "2020-01-01")
	apptest.Save(t, d, d.VillageHead)
	id := d.approved()
	d.act(d.Officer, id, requests.Approve).Want(200)
	if got := d.last(id).Data; !got.Escalated || !slices.Equal(got.OpenedTo, []string{"secretary"}) {
		t.Errorf("the event says %+v", got)
	}
	d.act(d.VillageHead, id, requests.Resolve).Want(403)
	d.act(d.Secretary, id, requests.Resolve).Want(200)
}

func TestAStepThatTakesTooLongGoesToTheNextInLine(t *testing.T) {
	d := open(t)
	id := d.approved()
	d.act(d.Officer, id, requests.Approve).Want(200)
	if d.mine(d.Secretary) != 0 {
		t.Fatal("the village head's step stands on the secretary's desk")
	}
	if err := requests.Deadline(d, time.Now().Add(14*24*time.Hour).Truncate(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if got := d.last(id); got.Action != requests.Escalate || !slices.Equal(got.Data.OpenedTo, []string{"secretary"}) {
		t.Errorf("the event says %+v", got)
	}
	if d.mine(d.Secretary) != 1 || d.mine(d.Officer) != 0 || d.mine(d.VillageHead) != 1 {
		t.Error("it stands on the wrong desks")
	}
	d.act(d.Secretary, id, requests.Resolve).Want(200)
	if got := d.last(id).Data.Acting; got == nil || got.Stepped != "village_head" {
		t.Errorf("the event says %+v", got)
	}
}

func TestAStepOfASectionIsForItsOfficers(t *testing.T) {
	d := open(t)
	steps := []any{step("desk", "officer", "approve"), step("head", "village_head", "resolve")}
	steps[0].(map[string]any)["unit"] = "kasi_pelayanan"
	d.service.Set("steps", steps)
	apptest.Save(t, d, d.service)
	id := d.file()
	request, _ := d.FindRecordById("requests", id)
	if got := request.GetString("waiting_unit"); got != "kasi_pelayanan" {
		t.Errorf("waits for %q", got)
	}
	if d.mine(d.Officer) != 0 || d.mine(d.Secretary) != 1 {
		t.Error("it stands on the wrong desks")
	}
	d.act(d.Officer, id, requests.Approve).WantFault(403, "request.not_yours")
	unit, err := d.FindFirstRecordByData("units", "key", "kasi_pelayanan")
	if err != nil {
		t.Fatal(err)
	}
	d.Officer.Set("units", []string{unit.Id})
	apptest.Save(t, d, d.Officer)
	if d.mine(d.Officer) != 1 {
		t.Error("it does not stand on the desk of the section")
	}
	d.act(d.Officer, id, requests.Approve).Want(200)
}

func TestTheHeadOfAnAreaDecidesForWhatLiesInIt(t *testing.T) {
	d := open(t)
	part := newRecord(t, d, "hamlets", map[string]any{"name": "Tempekan Satu", "parent": apptest.KajaID})
	d.Wayan.Set("hamlet", part.Id)
	apptest.Save(t, d, d.Wayan)
	id := d.file()
	if d.mine(d.HeadOfKaja) != 1 || d.mine(d.HeadOfKelod) != 0 {
		t.Error("it stands on the wrong desks")
	}
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKaja).Want(200)
	d.Do("GET", requestsPath+"/"+id, nil, d.HeadOfKelod).Want(404)
	d.act(d.HeadOfKaja, id, requests.Approve).Want(200)
}

func TestOneHamletCanHaveSeveralHeads(t *testing.T) {
	d := open(t)
	d.HeadOfKelod.Set("hamlets", []string{apptest.KelodID, apptest.KajaID})
	apptest.Save(t, d, d.HeadOfKelod)
	id := d.file()
	if d.mine(d.HeadOfKaja) != 1 || d.mine(d.HeadOfKelod) != 1 {
		t.Error("it stands on the wrong desks")
	}
	d.act(d.HeadOfKelod, id, requests.Approve).Want(200)
}

func TestAnAuditorReadsAndDoesNoMore(t *testing.T) {
	d := open(t)
	id := d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id}), d.Officer).Want(200).JSON()["id"].(string)
	file := d.Do("GET", "/api/requests/"+id+"/case", nil, d.Auditor).Want(200).JSON()
	if person := file["resident"].(map[string]any); file["masked"] != true || person["nik"] != "************"+d.Nyoman.GetString("nik")[12:] {
		t.Errorf("the auditor sees %v", file["resident"])
	}
	if got := d.inbox(d.Auditor, "tab=open"); len(got["items"].([]any)) != 1 || d.mine(d.Auditor) != 0 {
		t.Errorf("the desk shows %v", got)
	}
	for _, action := range []string{"approve", "sign", "resolve", "return", "reject", "cancel", "comment", "resubmit"} {
		d.act(d.Auditor, id, action, "note", "Catatan", "reason", "other").WantFault(403, "request.not_yours")
	}
	d.Do("POST", requestsPath, d.filing(map[string]any{"resident": d.Nyoman.Id}), d.Auditor).Want(400)
	d.upload(d.Auditor, jpeg(), map[string]string{"resident": d.Nyoman.Id}).Want(400)
}
