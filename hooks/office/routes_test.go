package office_test

import (
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestAnyoneMayAskWhetherTheOfficeIsOpen(t *testing.T) {
	status, answer := apptest.Ask(t, newApp(t), "GET", "/api/office/now", "", "")
	if status != 200 {
		t.Fatalf("%d %v", status, answer)
	}
	for _, field := range []string{"now", "open", "until", "next_open", "reason", "today"} {
		if _, is := answer[field]; !is {
			t.Errorf("%s is missing in %v", field, answer)
		}
	}
}

func TestAdminGetsTheFeastsOfAYearProposedOnce(t *testing.T) {
	app := newApp(t)
	token := apptest.NewAdmin(t, app)
	const path = "/api/office/holidays/propose"
	status, answer := apptest.Ask(t, app, "POST", path, token, `{"year":2027}`)
	added, _ := answer["added"].([]any)
	if status != 200 || len(added) != 16 { // each of the eight feasts twice
		t.Fatalf("%d with %d feasts: %v", status, len(added), answer)
	}
	closed, err := app.CountRecords("holidays", dbx.NewExp("day LIKE '2027-%' AND closed = TRUE"))
	if err != nil || closed != 0 {
		t.Errorf("%d proposals close the office (%v)", closed, err)
	}

	galungan, err := app.FindFirstRecordByData("holidays", "day", "2027-01-13")
	if err != nil {
		t.Fatal(err)
	}
	galungan.Set("name", "Galungan, kantor tutup")
	galungan.Set("closed", true)
	apptest.Save(t, app, galungan)
	status, answer = apptest.Ask(t, app, "POST", path, token, `{"year":2027}`)
	if added, _ := answer["added"].([]any); status != 200 || len(added) != 0 {
		t.Errorf("proposed again: %d %v", status, answer)
	}
}

func TestOnlyTheAdminProposesAndOnlyForAYear(t *testing.T) {
	app := newApp(t)
	const path = "/api/office/holidays/propose"
	if status, _ := apptest.Ask(t, app, "POST", path, "", `{"year":2027}`); status != 401 {
		t.Errorf("a guest: %d", status)
	}
	officer := apptest.Save(t, app, newOfficer(t, app))
	token, err := officer.NewAuthToken()
	if err != nil {
		t.Fatal(err)
	}
	if status, _ := apptest.Ask(t, app, "POST", path, token, `{"year":2027}`); status != 403 {
		t.Errorf("a village head: %d", status)
	}
	admin := apptest.NewAdmin(t, app)
	for _, body := range []string{`{"year":0}`, `{"year":99999}`, `{"year":"2027"}`, `{`, ``} {
		if status, answer := apptest.Ask(t, app, "POST", path, admin, body); status != 400 || answer["key"] != "office.propose_year" {
			t.Errorf("%q: %d %v", body, status, answer)
		}
	}
}

func newOfficer(t *testing.T, app core.App) *core.Record {
	t.Helper()
	officer := apptest.Record(t, app, "officers", map[string]any{
		"username": "perbekel", "name": "I Gede Contoh", "title": "Perbekel", "role": "village_head", "active": true})
	apptest.SetPassword(officer)
	return officer
}
