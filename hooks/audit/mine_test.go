package audit_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

type trail struct {
	Items []struct {
		ID         string
		Times      int
		ActorKind  string `json:"actor_kind"`
		ActorName  string `json:"actor_name"`
		ActorTitle string `json:"actor_title"`
		What       []string
		Purpose    string
		Note       []string
		Everybody  bool
		Request    *struct{ ID, Code string }
		Questions  []struct{ Question, State, Answer string }
	}
	More bool
}

func (w watched) trailOf(login *core.Record, query string) (answer trail) {
	w.t.Helper()
	w.Do("GET", "/api/me/trail"+query, nil, login).Want(200).Into(&answer)
	return answer
}

func TestAResidentReadsWhoLookedAtTheirDataAndWhy(t *testing.T) {
	w := start(t)
	m := w.matter(w.Wayan)
	request := audit.Purpose{Kind: audit.ForRequest, Request: m.request.Id}
	audit.Seen(w, w.Officer, request, audit.Listed, w.Wayan.Id)
	audit.Seen(w, w.Officer, request, audit.Viewed, w.Wayan.Id)
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.ForRequest, Request: m.request.Id, Note: "KTP"}, audit.Opened, w.Wayan.Id)
	audit.Seen(w, w.Secretary, audit.Purpose{Kind: audit.Other, Note: "Undangan rapat"}, audit.Revealed, w.Wayan.Id)
	audit.Seen(w, w.Admin, audit.Purpose{Kind: audit.InAdminUI}, audit.Viewed, w.Wayan.Id)
	audit.Seen(w, w.Officer, request, audit.Viewed, w.Made.Id)

	items := w.trailOf(w.Resident, "").Items
	if len(items) != 3 {
		t.Fatalf("%+v", items)
	}
	if admin := items[0]; admin.ActorName != "Admin" || admin.Purpose != "admin" {
		t.Errorf("%+v", admin)
	}
	if other := items[1]; other.Purpose != "other" || len(other.Note) != 1 || other.Note[0] != "Undangan rapat" || other.Request != nil {
		t.Errorf("%+v", other)
	}
	desk := items[2] // three looks on one day at one request
	if desk.Times != 3 || len(desk.What) != 3 || desk.ActorName != "Ni Luh Widiani" || desk.ActorTitle != "Kasi Pelayanan" ||
		desk.Request == nil || desk.Request.Code != "K7QF2M9X" || len(desk.Note) != 1 || desk.Note[0] != "KTP" {
		t.Errorf("%+v", desk)
	}
}

func TestAResidentReadsOnlyTheirOwnTrail(t *testing.T) {
	w := start(t)
	m := w.matter(w.Made)
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.ForRequest, Request: m.request.Id}, audit.Viewed, w.Made.Id)
	// Wayan's data was read for Made's request: that it was, is told; whose it is, is not.
	audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.ForRequest, Request: m.request.Id}, audit.Viewed, w.Wayan.Id)
	for _, query := range []string{"", "?page=1&resident=" + w.Made.Id, "?filter=resident='" + w.Made.Id + "'"} {
		answer := w.Do("GET", "/api/me/trail"+strings.ReplaceAll(query, "'", "%27"), nil, w.Resident).Want(200)
		if items := w.trailOf(w.Resident, "").Items; len(items) != 1 || items[0].Request != nil {
			t.Errorf("%+v", items)
		}
		for _, secret := range []string{m.request.Id, "K7QF2M9X", w.Made.Id} {
			if strings.Contains(string(answer.Body), secret) {
				t.Errorf("the answer names %s: %s", secret, answer.Body)
			}
		}
	}
	for _, who := range []*core.Record{apptest.Guest, w.Officer, w.Auditor} {
		if got := w.Do("GET", "/api/me/trail", nil, who).Status; got != 401 && got != 403 {
			t.Errorf("%d", got)
		}
	}
}

func TestAnExportConcernsThoseWhoWereInItsHamletThen(t *testing.T) {
	w := start(t)
	audit.SeenAll(w, w.Secretary, audit.Purpose{Kind: audit.Upkeep}, audit.Exported, 4, w.Kaja.Id)
	audit.SeenAll(w, w.Secretary, audit.Purpose{Kind: audit.Oversight}, audit.Exported, 1, w.Kelod.Id)
	audit.SeenAll(w, w.Secretary, audit.Purpose{Kind: audit.Other, Note: "Sensus pertanian"}, audit.Exported, 5)
	items := w.trailOf(w.Resident, "").Items
	if len(items) != 2 || !items[0].Everybody || items[0].Purpose != "other" || items[1].Purpose != "upkeep" {
		t.Errorf("%+v", items)
	}
	w.run(`UPDATE residents SET created = '2999-01-01 00:00:00.000Z' WHERE id = '` + w.Wayan.Id + `'`)
	if items := w.trailOf(w.Resident, "").Items; len(items) != 0 {
		t.Errorf("%+v", items)
	}
}

func TestTheTrailComesInPages(t *testing.T) {
	w := start(t)
	for _, note := range "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ" {
		audit.Seen(w, w.Officer, audit.Purpose{Kind: audit.Other, Note: "rapat " + string(note)}, audit.Viewed, w.Wayan.Id)
	}
	first, second := w.trailOf(w.Resident, ""), w.trailOf(w.Resident, "?page=2")
	if len(first.Items) != 30 || !first.More || len(second.Items) != 6 || second.More {
		t.Errorf("%d and %d, more: %v %v", len(first.Items), len(second.Items), first.More, second.More)
	}
	if first.Items[0].Note[0] != "rapat J" || second.Items[5].Note[0] != "rapat a" {
		t.Error("not newest first")
	}
}

func TestAQuestionStaysWithTheLooksOfItsDay(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	apptest.Save(t, w, apptest.Record(t, w, "data_questions", map[string]any{"account": w.Resident.Id, "resident": w.Wayan.Id,
		"entry": w.only(w.Wayan, nil).Id, "question": "Kenapa dibuka?", "state": "answered", "answer": "Anda di loket."}))
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id) // another look, the same day
	items := w.trailOf(w.Resident, "").Items
	if len(items) != 1 || len(items[0].Questions) != 1 || items[0].Questions[0].Answer != "Anda di loket." {
		t.Errorf("%+v", items)
	}
}
