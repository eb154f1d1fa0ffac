package matrix_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/notify"
)

// archive is a village with papers of all sorts: what Wayan asked for himself,
// what Made next door asked for, and what the desk filed for Nyoman, who has no
// login.
type archive struct {
	village

	request  *core.Record // Wayan's, waiting for the head of Kaja
	paper    *core.Record // his, hung on it
	loose    *core.Record // his, hung on nothing
	letter   *core.Record // his, valid
	revoked  *core.Record // his, no longer
	theirs   *core.Record // Made's letter
	counter  *core.Record // Nyoman's letter
	scanned  *core.Record // Nyoman's paper, scanned at the counter
	existing map[string]string
}

func archived(t testing.TB) archive {
	t.Helper()
	if t, is := t.(*testing.T); is { // not a benchmark
		t.Parallel()
	}
	a := archive{village: village{apptest.New(t, registerByHand), t}}
	a.request = a.Found("requests", a.File())
	a.paper = a.Found("documents", a.request.GetStringSlice("documents")[0])
	a.loose = a.Found("documents", a.Upload(a.Resident, "loose", ""))
	a.letter, a.revoked = a.Signed(), a.Signed()
	a.Revoke(a.VillageHead, a.revoked, "revoked").Want(200)
	a.theirs = a.SignedFor(a.Neighbour, a.Made)
	a.counter = a.SignedFor(a.Officer, a.Nyoman)
	a.scanned = a.Found("documents", a.Found("requests", a.counter.GetString("request")).GetStringSlice("documents")[0])
	a.existing = map[string]string{
		"office": a.Office.Id, "hamlets": a.Kaja.Id, "holidays": a.first("holidays"),
		"households": a.Wayan.GetString("household"), "residents": a.Wayan.Id, "accounts": a.Resident.Id,
		"officers": a.HeadOfKaja.Id, "services": a.Service("domicile").Id, "definitions": a.request.GetString("definition"),
		"documents": a.paper.Id, "requests": a.request.Id, "request_events": a.first("request_events"),
		"letters": a.letter.Id, "letter_counters": a.first("letter_counters"),
		"letter_revocations": a.first("letter_revocations"), core.CollectionNameSuperusers: a.Admin.Id,
	}
	a.existing["registrations"], a.existing["representations"] = a.registeredAgain(), a.askedToCare()
	a.existing["life_events"], a.existing["population_entries"] = a.movedNextDoor(), a.first("population_entries")
	a.existing["delegations"] = a.comingDelegation()
	a.existing["settlements"] = a.settledOnce()
	a.existing["audit"] = a.lookedAt()
	a.askedAboutHisData()
	a.existing["sessions"] = a.sessionOf(a.Resident)
	a.toldAll()
	a.budgets()
	a.statistics()
	a.satisfied()
	a.programs()
	a.reports()
	a.benefits()
	a.toldEverybody()
	a.byHand()
	a.deliver()
	return a
}

// registerByHand is the whole program, whose notices come when the archive is
// whole and not while somebody counts them.
func registerByHand(app core.App) {
	hooks.Register(app)
	notify.ByHand(app)
}

// movedNextDoor is Nyoman's move to another house of the same hamlet.
func (a archive) movedNextDoor() string {
	a.t.Helper()
	return a.Do("POST", "/api/collections/life_events/records", map[string]any{"kind": "move_within", "resident": a.Nyoman.Id,
		"event_date": "2026-01-05", "data": map[string]any{"card": map[string]any{"hamlet": a.Kelod.Id, "address": "Jalan Cempaka No. 3"}},
	}, a.Officer).Want(200).JSON()["id"].(string)
}

// settledOnce is what was decided about Made's family.
func (v village) settledOnce() string {
	v.t.Helper()
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "settlements", map[string]any{"kind": "no_head", "subject": v.Made.GetString("household"),
		"mark": "00", "decision": "not_a_problem", "note": "Hidup sendiri.", "by": v.Officer.Id})).Id
}

// lookedAt is the entry that the desk left by opening Wayan's request.
func (a archive) lookedAt() string {
	a.t.Helper()
	a.Do("GET", "/api/requests/"+a.request.Id+"/case", nil, a.Officer).Want(200)
	if err := audit.Flush(a); err != nil {
		a.t.Fatal(err)
	}
	return a.first("audit")
}

// sessionOf is where somebody is logged in.
func (v village) sessionOf(person *core.Record) string {
	v.t.Helper()
	v.Login(person)
	session, err := v.FindFirstRecordByData("sessions", "login", person.Id)
	if err != nil {
		v.t.Fatal(err)
	}
	return session.Id
}

// comingDelegation is one of next century, which changes nobody's rights today.
func (v village) comingDelegation() string {
	v.t.Helper()
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "delegations", map[string]any{
		"from": v.HeadOfKaja.Id, "to": v.HeadOfKelod.Id, "form": "Plh.", "starts_on": "2100-01-01", "ends_on": "2100-01-07",
	})).Id
}

// first is the oldest record: of events and revocations it is Wayan's.
func (v village) first(collection string) string {
	v.t.Helper()
	records, err := v.FindRecordsByFilter(collection, "", "@rowid", 1, 0)
	if err != nil || len(records) == 0 {
		v.t.Fatal("nothing in ", collection, err)
	}
	return records[0].Id
}
