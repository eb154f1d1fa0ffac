package hooks_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/spf13/cobra"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
	"mdesa/hooks/demo"
	"mdesa/hooks/office"
	"mdesa/hooks/requests"
	register "mdesa/hooks/residents/imports"
)

// told is the demo after its first minute.
func told(t *testing.T) (*apptest.App, *demo.Village) {
	t.Helper()
	app := apptest.Empty(t, hooks.Register)
	village, err := demo.Fill(app, app.URL, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return app, village
}

func TestTheDemoShowsAConflictOfInterestATermAndAnImport(t *testing.T) {
	app, village := told(t)
	program := &cobra.Command{}
	program.AddCommand(register.Commands(app)...)
	if err := village.Import(program); err != nil {
		t.Fatal(err)
	}
	officer, err := app.FindFirstRecordByData("officers", "username", "petugas")
	if err != nil {
		t.Fatal(err)
	}
	wife, err := app.FindRecordById("residents", officer.GetString("resident"))
	if err != nil || wife.GetString("name") != officer.GetString("name") {
		t.Fatalf("the desk officer is %v in the register: %v", wife, err)
	}
	waiting, err := app.FindRecordsByFilter("requests", "waiting_for = 'officer' && service.key = 'domicile' && resident.household = {:home}", "", 1, 0,
		dbx.Params{"home": wife.GetString("household")})
	if err != nil || len(waiting) == 0 {
		t.Fatal("nobody of her household waits for the desk ", err)
	}
	app.Do("POST", "/api/collections/request_events/records", map[string]any{"request": waiting[0].Id, "action": "approve"}, officer).
		WantFault(403, "request.own_kin")
	for collection, filter := range map[string]string{"imports": "state = 'done' && created_count = 5 && refused = 1", "officers": "term_until > @now",
		"corrections": "state = 'open'", "delegations": "form = 'Plh.'"} {
		if found, err := app.FindRecordsByFilter(collection, filter, "", 0, 0); err != nil || len(found) == 0 {
			t.Errorf("no %s with %s: %v", collection, filter, err)
		}
	}
	nobodyIsNamed(t, app)
}

func TestTheDemoVillageShowsEveryStateOfARequest(t *testing.T) {
	app := apptest.Empty(t, hooks.Register)
	if _, err := demo.Fill(app, app.URL, time.Now()); err != nil {
		t.Fatal(err)
	}
	for collection, least := range map[string]int64{
		"hamlets": 7, "residents": 280, "requests": 60, "letters": 25, "letter_revocations": 2, "accounts": 30, "officers": 11,
	} {
		if n, err := app.CountRecords(collection); err != nil || n < least {
			t.Errorf("%d %s (%v), want %d", n, collection, err, least)
		}
	}
	for _, status := range requests.Statuses {
		if found, err := app.FindRecordsByFilter("requests", "status = {:status}", "", 1, 0, map[string]any{"status": status}); err != nil || len(found) == 0 {
			t.Errorf("no request is %s", status)
		}
	}
	all, err := app.FindAllRecords("requests")
	if err != nil {
		t.Fatal(err)
	}
	for _, request := range all {
		events, err := requests.EventsOf(app, request.Id)
		if err != nil {
			t.Fatal(err)
		}
		if err := requests.CheckChain(events); err != nil {
			t.Errorf("request %s: %v", request.Id, err)
		}
		for i, event := range events[1:] {
			if event.At.Before(events[i].At) {
				t.Errorf("request %s: %s happened before %s", request.Id, event.Action, events[i].Action)
			}
		}
	}
	everyRatingIsOfAFinishedRequest(t, app)
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		t.Fatal(err)
	}
	secretary, err := app.FindFirstRecordByData("officers", "username", "sekdes")
	if err != nil {
		t.Fatal(err)
	}
	before := today.AddDate(0, 0, -today.Day()).Format("2006-01")
	app.Do("POST", "/api/population/close", map[string]any{"month": before}, secretary).Want(200)
	if _, err := demo.Fill(app, app.URL, time.Now()); err == nil {
		t.Error("the demo moved into a village that has people already")
	}
}

func everyRatingIsOfAFinishedRequest(t *testing.T, app *apptest.App) {
	t.Helper()
	finished, err := app.FindRecordsByFilter("requests", "status = 'completed'", "", 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]bool{}
	for _, request := range finished {
		sum := sha256.Sum256([]byte("mdesa rating\n" + request.Id))
		marks[hex.EncodeToString(sum[:])] = true
	}
	ratings, err := app.FindAllRecords("ratings")
	if err != nil || len(ratings) < 30 {
		t.Fatalf("%d ratings, %v", len(ratings), err)
	}
	for _, rating := range ratings {
		if !marks[rating.GetString("mark")] {
			t.Errorf("a rating of %s is of no finished request", rating.GetString("month"))
		}
	}
}
