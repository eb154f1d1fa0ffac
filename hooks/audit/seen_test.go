package audit_test

import (
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestStaffWhoOpenACardLeaveAnEntryWithTheirPurpose(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.Other, Note: "Undangan rapat banjar"}, audit.Viewed, w.Wayan.Id)
	w.only(w.Wayan, map[string]any{
		"seq": 1.0, "actor_kind": "officer", "actor": w.Officer.Id, "actor_name": "Ni Luh Widiani", "actor_title": "Kasi Pelayanan",
		"what": "view", "purpose": "other", "note": "Undangan rapat banjar", "prev_hash": "",
	})
}

func TestResidentsAndGuestsLeaveNone(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Resident, atCounter, audit.Viewed, w.Wayan.Id)
	audit.Seen(w, apptest.Guest, atCounter, audit.Viewed, w.Wayan.Id)
	audit.SeenAll(w, w.Resident, atCounter, audit.Exported, 5)
	if entries := w.entries(nil); len(entries) != 0 {
		t.Errorf("%d entries", len(entries))
	}
}

func TestAnExportIsOneEntryForEverybody(t *testing.T) {
	w := start(t)
	audit.SeenAll(w, w.Secretary, audit.Purpose{Kind: audit.Upkeep}, audit.Exported, 3, w.Kaja.Id)
	w.only(nil, map[string]any{"resident": "", "hamlets": w.Kaja.Id, "count": 3.0, "what": "export"})
}

func TestANameInAListIsNotedOnceAnHour(t *testing.T) {
	w := start(t)
	for range 3 {
		audit.Seen(w, w.Officer, atCounter, audit.Found, w.Wayan.Id, w.Made.Id)
	}
	w.only(w.Wayan, map[string]any{"what": "search"})
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.ByPhone}, audit.Found, w.Wayan.Id)                                // another purpose
	audit.Seen(w, w.Secretary, atCounter, audit.Found, w.Wayan.Id)                                                       // another person
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.ForRequest, Request: "requestone00000"}, audit.Found, w.Wayan.Id) // another matter
	if got := len(w.entries(w.Wayan)); got != 4 {
		t.Errorf("%d entries", got)
	}
}

func TestACardIsNotedEachTime(t *testing.T) {
	w := start(t)
	for range 3 {
		audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	}
	if got := len(w.entries(w.Wayan)); got != 3 {
		t.Errorf("%d entries", got)
	}
}

func TestWithoutATrailNothingIsNotedAndNothingFails(t *testing.T) {
	w := start(t)
	w.Store().Remove("audit.trail")
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	audit.SeenAll(w, w.Officer, atCounter, audit.Exported, 5)
	if got := len(w.entries(nil)); got != 0 {
		t.Errorf("%d entries", got)
	}
}
