// Package ledger counts the people of the village. Whoever changes what counts
// in the register, living persons by hamlet, sex and citizenship and households
// with somebody living in them, leaves a signed entry behind in the same
// transaction. The register is thus at any moment the sum of all entries, and a
// month's report (LAMPID: lahir, mati, pindah, datang) is their sum by cause:
// opening + in − out = closing holds by construction.
package ledger

import "slices"

// Entry says that persons or households came (positive) or went (negative).
type Entry struct {
	Month       string `db:"month"`       // "YYYY-MM"; "" is the office's present month
	Cause       string `db:"cause"`       // one of Causes
	Hamlet      string `db:"hamlet"`      // id
	Sex         string `db:"sex"`         // "L", "P"; "" when no persons are counted
	Citizenship string `db:"citizenship"` // "WNI", "WNA"; "" when no persons are counted
	Persons     int    `db:"persons"`     // signed
	Households  int    `db:"households"`  // signed; one counts as long as somebody living is in it
	Event       string `db:"event"`       // id of the life event, if it is one
	Import      string `db:"import"`      // id of the batch, if it is one
}

// Causes in the order of the report's lines. The four of LAMPID come first.
var Causes = []string{
	"birth", "death", "arrival", "departure",
	"missing", "away", "found",
	Within,
	"registered", "import", "corrected", "removed", "invalid",
}

// Within is the line of families that moved, split and joined inside the
// village. Its sum is nothing for the village and something for a hamlet.
const Within = "within"

// Causes that a save can have without a life event.
const (
	Registered = "registered" // found living here and added, without an event
	Corrected  = "corrected"  // sex or citizenship was wrong
	Removed    = "removed"    // the record was deleted
	Imported   = "import"
)

// within are the life events that happen inside the village.
var within = []string{"household_split", "household_join", "head_change", "move_within"}

// lineOf is the report's line for a cause.
func lineOf(cause string) string {
	if slices.Contains(within, cause) {
		return Within
	}
	return cause
}

// Stand is what the ledger counts of a person.
type Stand struct {
	Living            bool
	Hamlet, Household string // ids
	Sex, Citizenship  string // "L" or "P"; "WNI" or "WNA"
}

// NationalityOf is "WNA" for foreigners and "WNI" for everybody else: who has
// both is an Indonesian to the report.
func NationalityOf(citizenship string) string {
	if citizenship == "WNA" {
		return "WNA"
	}
	return "WNI"
}

// changes are the entries for a person who stood one way and now stands another;
// nil is not in the register. Households are counted apart.
func changes(before, after *Stand) []Entry {
	one := func(s *Stand, persons int) []Entry {
		if s == nil || !s.Living {
			return nil
		}
		return []Entry{{Hamlet: s.Hamlet, Sex: s.Sex, Citizenship: s.Citizenship, Persons: persons}}
	}
	gone, come := one(before, -1), one(after, +1)
	if len(gone) == 1 && len(come) == 1 && gone[0].sameColumn(come[0]) {
		return nil
	}
	return append(gone, come...)
}

func (e Entry) sameColumn(other Entry) bool {
	return e.Hamlet == other.Hamlet && e.Sex == other.Sex && e.Citizenship == other.Citizenship
}

// livesIn tells whether a person counts for a household.
func (s *Stand) livesIn(household string) bool {
	return s != nil && s.Living && s.Household == household
}
