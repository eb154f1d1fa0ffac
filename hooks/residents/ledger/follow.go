package ledger

import (
	"context"
	"database/sql"
	"errors"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/residents"
	"mdesa/hooks/web"
)

// followResident notes what a save or a deletion changes in the count. What was
// there before is read under the write lock: record.Original() is older.
func followResident(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		before, err := standing(tx, e.Record.Id)
		if err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		after, err := standing(tx, e.Record.Id)
		if err != nil {
			return err
		}
		entries, err := householdChanges(tx, before, after)
		if err != nil {
			return err
		}
		entries = append(changes(before, after), entries...)
		return Write(tx, caused(e.Context, e.Record, before, after, entries)...)
	})
}

// followHousehold notes a family that moves to another hamlet; its members are
// noted one by one as they follow.
func followHousehold(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		var from string
		if err := tx.DB().Select("hamlet").From("households").Where(dbx.HashExp{"id": e.Record.Id}).Row(&from); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		to := e.Record.GetString("hamlet")
		living, err := livingIn(tx, e.Record.Id)
		if err != nil || from == to || living == 0 {
			return err
		}
		entries := []Entry{{Hamlet: from, Households: -1}, {Hamlet: to, Households: +1}}
		return Write(tx, caused(e.Context, e.Record, &Stand{}, &Stand{}, entries)...)
	})
}

// caused fills in why: by the marker of the save, or by what kind of save it is.
func caused(ctx context.Context, record *core.Record, before, after *Stand, entries []Entry) []Entry {
	marker, marked := residents.MarkerOf(ctx)
	if !marked {
		marker.Cause = plainCause(before, after)
	}
	if marker.Cause == Imported && marker.Import == "" {
		marker.Import = record.GetString("import")
	}
	for i := range entries {
		entries[i].Cause, entries[i].Month = marker.Cause, marker.Month
		entries[i].Event, entries[i].Import = marker.Event, marker.Import
	}
	return entries
}

func plainCause(before, after *Stand) string {
	switch {
	case before == nil:
		return Registered
	case after == nil:
		return Removed
	}
	return Corrected
}

// standing reads what counts of a person; nil when they are not in the register.
func standing(tx core.App, resident string) (*Stand, error) {
	var stand Stand
	var status, citizenship string
	err := tx.DB().Select("life_status", "hamlet", "household", "sex", "citizenship").From("residents").
		Where(dbx.HashExp{"id": resident}).Row(&status, &stand.Hamlet, &stand.Household, &stand.Sex, &citizenship)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	stand.Living, stand.Citizenship = status == "hidup", NationalityOf(citizenship)
	return &stand, err
}

// householdChanges are the entries for the families that a person left or came
// to, where that emptied one or brought life to it.
func householdChanges(tx core.App, before, after *Stand) ([]Entry, error) {
	var entries []Entry
	for household, hamlet := range familiesOf(before, after) {
		now, err := livingIn(tx, household)
		if err != nil {
			return nil, err
		}
		was := now
		if after.livesIn(household) {
			was--
		}
		if before.livesIn(household) {
			was++
		}
		if (was > 0) == (now > 0) {
			continue
		}
		if err := tx.DB().Select("hamlet").From("households").Where(dbx.HashExp{"id": household}).Row(&hamlet); err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
		change := +1
		if now == 0 {
			change = -1
		}
		entries = append(entries, Entry{Hamlet: hamlet, Households: change})
	}
	return entries, nil
}

// familiesOf are the households concerned, with the person's hamlet in case the
// household is deleted in the same breath.
func familiesOf(stands ...*Stand) map[string]string {
	families := map[string]string{}
	for _, stand := range stands {
		if stand != nil && stand.Household != "" {
			families[stand.Household] = stand.Hamlet
		}
	}
	return families
}

func livingIn(tx core.App, household string) (int, error) {
	var living int
	err := tx.DB().Select("count(*)").From("residents").
		Where(dbx.HashExp{"household": household, "life_status": "hidup"}).Row(&living)
	return living, err
}
