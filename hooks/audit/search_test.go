package audit_test

import (
	"encoding/csv"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

type found struct {
	Items []struct {
		Seq          int
		Actor        string
		What         string
		Purpose      string
		Resident     string
		ResidentName string `json:"resident_name"`
	}
	More bool
}

func (w watched) find(query string) (answer found) {
	w.t.Helper()
	w.Do("GET", "/api/audit?"+query, nil, w.Auditor).Want(200).Into(&answer)
	return answer
}

func TestOnlyAuditorsAndAdminsReadTheTrailOfAll(t *testing.T) {
	w := start(t)
	for _, path := range []string{"/api/audit", "/api/audit?format=csv", "/api/audit/check", "/api/audit?resident=" + w.Wayan.Id} {
		for _, who := range []*core.Record{apptest.Guest, w.Resident, w.HeadOfKaja, w.Officer, w.Secretary, w.VillageHead} {
			if got := w.Do("GET", path, nil, who).Status; got != 401 && got != 403 {
				t.Errorf("%s answers %d", path, got)
			}
		}
		w.Do("GET", path, nil, w.Auditor).Want(200)
		w.Do("GET", path, nil, w.Admin).Want(200)
	}
}

// The collection itself is locked: no list, filter or sort tells anything.
func TestTheTrailIsNoSideChannel(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	w.entries(nil)
	for _, who := range []*core.Record{apptest.Guest, w.Resident, w.Officer, w.Auditor} {
		for _, query := range []string{"", "?sort=-seq", "?filter=" + url.QueryEscape(`resident = "`+w.Wayan.Id+`"`), "?skipTotal=1&fields=id"} {
			w.Do("GET", "/api/collections/audit/records"+query, nil, who).Want(403)
		}
		about := "/api/collections/hamlets/records?filter=" + url.QueryEscape(`@collection.audit.resident ?= "`+w.Wayan.Id+`"`)
		if answer := w.Do("GET", about, nil, who); answer.Status == 200 && len(answer.JSON()["items"].([]any)) > 0 {
			t.Error("a filter tells that there is an entry")
		}
	}
}

func TestTheAuditorSearchesTheTrail(t *testing.T) {
	for query, want := range map[string]string{
		"actor=officerdesk0000": "I Wayan Sukarta", "actor=widiani": "I Wayan Sukarta", "resident=artana": "I Made Artana",
		"resident=residentmade000": "I Made Artana", "what=change": "I Made Artana", "purpose=upkeep": "I Made Artana",
		"from=2026-01-06&to=2026-01-06": "Ni Nyoman Sariasih", "to=2026-02-01": "Ni Nyoman Sariasih", "from=2026-01-07&to=2026-02-01": "",
	} {
		t.Run(query, func(t *testing.T) {
			w := start(t)
			audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
			audit.Seen(w, w.Secretary, audit.Purpose{Kind: audit.Upkeep}, audit.Changed, w.Made.Id)
			audit.SeenAt(w, w.Secretary, time.Date(2026, 1, 5, 16, 30, 0, 0, time.UTC), w.Nyoman.Id) // already the 6th in Bali
			name := ""
			if items := w.find(query).Items; len(items) == 1 {
				name = items[0].ResidentName
			}
			if name != want {
				t.Errorf("finds %q, want %q", name, want)
			}
		})
	}
	w := start(t)
	w.Do("GET", "/api/audit?from=kemarin", nil, w.Auditor).WantFault(400, "audit.day")
}

func TestReadingTheTrailLeavesEntriesButNoneForThose(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	for range 4 {
		w.find("")
	}
	entries := w.entries(w.Wayan)
	if len(entries) != 2 || entries[1].GetString("actor") != w.Auditor.Id || entries[1].GetString("purpose") != "oversight" {
		t.Errorf("%v", entries)
	}
}

func TestTheTrailAsCSVIsSafeForSpreadsheets(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.Other, Note: "=1+1 rapat"}, audit.Viewed, w.Wayan.Id)
	audit.SeenAll(w, w.Officer, atCounter, audit.Exported, 5)
	answer := w.Do("GET", "/api/audit?format=csv", nil, w.Auditor).Want(200)
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(answer.Body), "\ufeff"))).ReadAll()
	if err != nil || len(lines) != 3 {
		t.Fatal(lines, err)
	}
	if lines[1][8] != "semua" || lines[1][9] != "5" || lines[2][6] != "'=1+1 rapat" || lines[2][8] != "I Wayan Sukarta" || lines[2][4] != "dibuka" {
		t.Error(lines)
	}
	if entries := w.entries(w.Wayan); entries[len(entries)-1].GetString("what") != "export" {
		t.Error("the export itself left no entry")
	}
}

func TestTheCheckTellsHowMuchThereIs(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id, w.Made.Id)
	var answer struct {
		Whole bool
		Chain audit.Chain
	}
	w.Do("GET", "/api/audit/check", nil, w.Auditor).Want(200).Into(&answer)
	if !answer.Whole || answer.Chain.Rows != 2 || len(answer.Chain.Last) != 64 {
		t.Errorf("%+v", answer)
	}
}
