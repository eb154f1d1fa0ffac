package ledger

import (
	"database/sql"
	"errors"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// OfEvent are the entries that one life event left behind.
func OfEvent(app core.App, event string) ([]Entry, error) {
	entries := []Entry{}
	err := app.DB().Select("month", "cause", "hamlet", "sex", "citizenship", "persons", "households", "event", "import").
		From("population_entries").Where(dbx.HashExp{"event": event}).All(&entries)
	return entries, err
}

// movements are the sums of the months after `after` and up to `until`, by
// month, hamlet, cause, sex and citizenship: in the order of the covering index,
// so that nothing is sorted and the table itself is not read.
func movements(app core.App, after, until string) ([]Entry, error) {
	entries := []Entry{}
	err := app.DB().Select("hamlet", "cause", "sex", "citizenship", "sum(persons) AS persons", "sum(households) AS households").
		From("population_entries").
		Where(dbx.NewExp("month > {:after} AND month <= {:until}", dbx.Params{"after": after, "until": until})).
		GroupBy("month", "hamlet", "cause", "sex", "citizenship").All(&entries)
	return entries, err
}

// openingOf is the stand at the beginning of a month: what the last closed month
// before it ended with, and what happened since.
func openingOf(app core.App, month string) (stand, error) {
	closed, err := closedBefore(app, month)
	if err != nil {
		return nil, err
	}
	opening, since := stand{}, ""
	if closed != nil {
		since = closed.GetString("month")
		if err := closed.UnmarshalJSONField("closing", &opening); err != nil {
			return nil, err
		}
	}
	entries, err := movements(app, since, shift(month, -1))
	return opening.with(entries), err
}

// closedBefore is the newest closed month before another; nil if there is none.
func closedBefore(app core.App, month string) (*core.Record, error) {
	records, err := app.FindRecordsByFilter("population_months", "month < {:month}", "-month", 1, 0, dbx.Params{"month": month})
	if err != nil || len(records) == 0 {
		return nil, err
	}
	return records[0], nil
}

// monthRecord is a closed month; nil while it is open.
func monthRecord(app core.App, month string) (*core.Record, error) {
	record, err := app.FindFirstRecordByData("population_months", "month", month)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return record, err
}

// firstMonth is the oldest with entries, "" for an empty ledger.
func firstMonth(app core.App) (string, error) {
	var month string
	err := app.DB().NewQuery("SELECT COALESCE(min(month), '') FROM population_entries").Row(&month)
	return month, err
}
