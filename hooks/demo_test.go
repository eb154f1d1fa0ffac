package hooks_test

import (
	"testing"
	"time"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
	"mdesa/hooks/demo"
	"mdesa/hooks/requests"
)

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
	}
	if _, err := demo.Fill(app, app.URL, time.Now()); err == nil {
		t.Error("the demo moved into a village that has people already")
	}
}
