// Package audit keeps who saw what of whom, and why: an append-only, chained
// trail of every time that staff or an admin read a resident's personal data
// (UU 27/2022 art. 31 and 32).
//
// The data's way: a route or [noteRecord] calls [Seen]; the entry stands in the
// journal before the reader is answered, and in the table, at the end of the
// chain, a second later.
package audit

import (
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// What somebody did with the data.
const (
	Listed   = "list"     // the name stood in a list
	Found    = "search"   // a result of a search
	Viewed   = "view"     // a card, a request, a record
	Revealed = "reveal"   // numbers in full that are masked otherwise
	Opened   = "document" // an uploaded paper
	Letter   = "letter"   // an issued letter's file
	Exported = "export"   // left the program as a file
	Changed  = "change"   // a correction or an event in the register
)

// Whats are all of them.
var Whats = []string{Listed, Found, Viewed, Revealed, Opened, Letter, Exported, Changed}

// Kinds of actor that leave entries.
const (
	ByOfficer = "officer"
	ByAdmin   = "superuser"
)

const noteLetters = 300

// Seen notes that a login read data of residents, given by id. Residents
// themselves are not noted, only officers and superusers. It never makes a
// reader wait for the disk and never fails: see trail.go.
func Seen(app core.App, auth *core.Record, purpose Purpose, what string, residents ...string) {
	looks := make([]Look, len(residents))
	for i, resident := range residents {
		looks[i] = Look{resident, purpose}
	}
	SeenEach(app, auth, what, looks...)
}

// Look is one resident's data in a list where each has a purpose of its own.
type Look struct {
	Resident string // id
	Purpose  Purpose
}

// SeenEach is [Seen] for such a list.
func SeenEach(app core.App, auth *core.Record, what string, looks ...Look) {
	t := trailOf(app)
	if t == nil || !leavesTrail(auth) {
		return
	}
	draft := by(auth)
	draft.What = what
	entries := make([]Entry, 0, len(looks))
	for _, look := range looks {
		if look.Resident != "" {
			entries = append(entries, draft.of(look.Resident, look.Purpose))
		}
	}
	t.note(entries)
}

// SeenAll notes that data of everybody, or of everybody in some hamlets, was
// read at once: an export. count is how many residents.
func SeenAll(app core.App, auth *core.Record, purpose Purpose, what string, count int, hamlets ...string) {
	t := trailOf(app)
	if t == nil || !leavesTrail(auth) {
		return
	}
	draft := by(auth)
	draft.What, draft.Count, draft.Hamlets = what, count, strings.Join(hamlets, ",")
	t.note([]Entry{draft.of("", purpose)})
}

func (t *trail) note(entries []Entry) {
	entries = t.onlyFresh(entries)
	for i := range entries {
		entries[i].ID = core.GenerateDefaultRandomId()
	}
	t.add(entries)
}

func leavesTrail(auth *core.Record) bool {
	return auth != nil && (auth.IsSuperuser() || auth.Collection().Name == "officers")
}

// by is an entry of whoever is logged in, now. The time is cut to the
// milliseconds that PocketBase stores, so that a hash over it still fits after
// it was read back.
func by(auth *core.Record) Entry {
	entry := Entry{Actor: auth.Id, At: time.Now().UTC().Truncate(time.Millisecond)}
	if auth.IsSuperuser() {
		entry.ActorKind, entry.ActorName, entry.ActorTitle = ByAdmin, cut(auth.Email(), 150), "Admin"
		return entry
	}
	entry.ActorKind, entry.ActorName, entry.ActorTitle = ByOfficer, cut(auth.GetString("name"), 150), cut(auth.GetString("title"), 100)
	return entry
}

func (e Entry) of(resident string, purpose Purpose) Entry {
	e.Resident, e.Purpose, e.Request, e.Note = resident, purpose.Kind, purpose.Request, cut(purpose.Note, noteLetters)
	return e
}
