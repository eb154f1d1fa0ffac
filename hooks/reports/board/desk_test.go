package board_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/reports/board"
)

func (v *village) board(officer *core.Record) (seen board.Board) {
	v.t.Helper()
	v.Do("GET", "/api/reports/board", nil, officer).Want(200).Into(&seen)
	return seen
}

func TestTheBoardIsForStaffWithinTheirReach(t *testing.T) {
	v := newVillage(t)
	kaja := v.report(fields{"due_at": at(-time.Hour)})
	kelod := v.report(fields{"hamlet": apptest.KelodID, "public": false}) // the office sees what is not shown
	v.report(fields{"hamlet": "", "category": "conduct", "service": v.conduct.Id})
	all := v.board(v.Officer)
	if all.Open != 3 || all.Colours[board.Red] != 1 || all.Colours[board.Yellow] != 2 || len(all.Categories) != 2 || len(all.Cells) != 3 {
		t.Errorf("the office sees %+v", all)
	}
	for officer, want := range map[*core.Record]*core.Record{v.HeadOfKaja: kaja, v.HeadOfKelod: kelod} {
		own := v.board(officer)
		if own.Open != 1 || len(own.Oldest) != 1 || own.Oldest[0].Code != want.GetString("code") {
			t.Errorf("%s sees %+v", officer.GetString("username"), own.Oldest)
		}
	}
	if auditor := v.board(v.Auditor); auditor.Open != 3 {
		t.Errorf("the auditor sees %d", auditor.Open)
	}
	v.Do("GET", "/api/reports/board", nil, apptest.Guest).Want(401)
	v.Do("GET", "/api/reports/board", nil, v.Resident).Want(403)
}

func TestTheBoardNamesAndQuotesNobody(t *testing.T) {
	v := newVillage(t)
	v.report(fields{"identity": "shown", "reporter_name": "I W. S.", "title": "Judul-1", "text": "Uraian-1", "place": "Rumah Wayan", "answer": "Jawaban-1"})
	secret := v.report(fields{"identity": "handler_only", "public": false, "category": "conduct", "service": v.conduct.Id})
	body := string(v.Do("GET", "/api/reports/board", nil, v.VillageHead).Want(200).Body)
	for _, word := range []string{"I W. S.", "Judul-1", "Uraian-1", "Rumah Wayan", "Jawaban-1", secret.GetString("code"), "conduct"} {
		if strings.Contains(body, word) {
			t.Errorf("the board says %q", word)
		}
	}
	for what, name := range v.people() {
		if strings.Contains(what, ".name") && strings.Contains(body, name) {
			t.Errorf("the board names %q", name)
		}
	}
}

func TestTheBoardListsTheOldestFirstAndForgetsWhatEndedLongAgo(t *testing.T) {
	v := newVillage(t)
	young := v.report(fields{"submitted_at": at(-time.Hour)})
	old := v.report(fields{"submitted_at": at(-50 * 24 * time.Hour)})
	v.report(fields{"submitted_at": at(-50 * 24 * time.Hour), "state": "done", "answered_at": at(-45 * 24 * time.Hour), "closed_at": at(-40 * 24 * time.Hour)})
	v.report(fields{"submitted_at": at(-50 * 24 * time.Hour), "state": "done", "answered_at": at(-5 * 24 * time.Hour), "closed_at": at(-5 * 24 * time.Hour)})
	seen := v.board(v.Officer)
	if len(seen.Oldest) != 2 || seen.Oldest[0].Code != old.GetString("code") || seen.Oldest[1].Code != young.GetString("code") {
		t.Errorf("waiting are %+v", seen.Oldest)
	}
	if seen.Oldest[0].Request != old.GetString("request") {
		t.Error("it does not lead to the case")
	}
	if seen.Colours[board.Green] != 1 {
		t.Errorf("%d done ones count", seen.Colours[board.Green])
	}
	answered := 0
	for _, week := range seen.Weeks {
		answered += week.Answered
	}
	if len(seen.Weeks) != 8 || answered != 2 {
		t.Errorf("the weeks are %+v", seen.Weeks)
	}
}

func TestTheBoardFollowsAChangeAtOnce(t *testing.T) {
	v := newVillage(t)
	report := v.report(fields{})
	if v.board(v.Officer).Colours[board.Yellow] != 1 {
		t.Fatal("not on the board")
	}
	v.change(report, fields{"state": "answered", "answered_at": at(0)})
	seen := v.board(v.Officer)
	if seen.Colours[board.Green] != 1 || seen.Open != 0 || seen.Today.Answered != 1 {
		t.Errorf("the board says %v, %d open, today %+v", seen.Colours, seen.Open, seen.Today)
	}
}

func TestTheBoardTellsWhenASectionLastActed(t *testing.T) {
	v := newVillage(t)
	unit := apptest.Save(t, v.App.App, apptest.Record(t, v.App.App, "units", map[string]any{"key": "kasi_lampu", "name": "Seksi Lampu"}))
	report := v.report(fields{"unit": unit.GetString("key"), "due_at": at(-time.Hour)})
	for i, one := range []struct {
		kind string
		at   time.Duration
	}{{"officer", -5 * time.Hour}, {"officer", -3 * time.Hour}, {"resident", -time.Hour}} {
		_, err := v.App.App.DB().Insert("request_events", dbx.Params{"id": "event0000000" + string(rune('a'+i)) + "00", "request": report.GetString("request"),
			"seq": i + 1, "action": "comment", "actor_kind": one.kind, "at": at(one.at)}).Execute()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, seen := range v.board(v.Officer).Units {
		if seen.Key != "kasi_lampu" {
			continue
		}
		last, err := time.Parse(time.RFC3339, seen.LastAct)
		if err != nil || seen.Open != 1 || seen.Red != 1 || time.Since(last).Round(time.Hour) != 3*time.Hour {
			t.Errorf("the section shows %+v", seen)
		}
		return
	}
	t.Error("the section is missing")
}

func TestTheBoardTellsHowFreshTheInformationIs(t *testing.T) {
	v := newVillage(t)
	shelves := map[string]string{}
	for _, shelf := range v.board(v.Officer).Shelves {
		shelves[shelf.Key] = shelf.Last
	}
	for _, key := range []string{"news", "agenda", "periodic", "immediate", "anytime", "budget", "programs"} {
		if last, there := shelves[key]; !there || last != "" {
			t.Errorf("%s: %q, in a village that published nothing", key, last)
		}
	}
	apptest.Save(t, v.App.App, apptest.Record(t, v.App.App, "budgets", map[string]any{"year": 2026, "published": true}))
	v.report(fields{}) // the board is kept until a report moves, or for some seconds
	for _, shelf := range v.board(v.Officer).Shelves {
		if shelf.Key == "budget" && shelf.Last == "" {
			t.Error("the budget was published just now")
		}
	}
}
