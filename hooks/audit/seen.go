// Package audit keeps who saw what of whom, and why: an append-only, chained
// trail of every time that staff or an admin read a resident's personal data
// (UU 27/2022 art. 31 and 32).
package audit

import "github.com/pocketbase/pocketbase/core"

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

// Seen notes that a login read data of residents, given by id. Residents
// themselves are not noted, only officers and superusers. It never makes a
// reader wait for the disk and never fails: see queue.go.
func Seen(app core.App, auth *core.Record, purpose Purpose, what string, residents ...string) {
}

// SeenAll notes that data of everybody, or of everybody in some hamlets, was
// read at once: an export. count is how many residents.
func SeenAll(app core.App, auth *core.Record, purpose Purpose, what string, count int, hamlets ...string) {
}
