package ledger

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	errClosed = fault.New(fault.Invalid, "population.month_closed",
		"Laporan bulan {month} sudah ditutup dan tidak berubah lagi. Laporkan di bulan yang masih terbuka.",
		"The report of {month} is closed and changes no more. Report it in a month that is still open.")
	errAhead = fault.New(fault.Invalid, "population.month_ahead",
		"Bulan {month} belum tiba. Pilih hari ini atau sebelumnya.",
		"The month {month} has not come yet. Choose today or earlier.")
	errTooEarly = fault.New(fault.Invalid, "population.month_early",
		"Buku penduduk ini mulai bulan {month}. Laporkan di bulan itu atau sesudahnya; tanggal kejadiannya boleh lebih awal.",
		"This ledger begins in {month}. Report it in that month or later; the event itself may be older.")
)

// Write adds entries to the ledger, inside the transaction that changes the
// register. Whoever saves residents through the app need not call it: the hooks
// do. It is for those who write the tables in bulk by SQL.
func Write(tx core.App, entries ...Entry) error {
	at := types.NowDateTime().String()
	for _, entry := range entries {
		if entry.Month == "" {
			entry.Month = Present(tx)
		}
		if err := entry.check(); err != nil {
			return err
		}
		if err := Open(tx, entry.Month); err != nil {
			return err
		}
		_, err := tx.DB().Insert("population_entries", dbx.Params{
			"id": core.GenerateDefaultRandomId(), "month": entry.Month, "cause": lineOf(entry.Cause),
			"hamlet": entry.Hamlet, "sex": entry.Sex, "citizenship": entry.Citizenship,
			"persons": entry.Persons, "households": entry.Households,
			"event": entry.Event, "import": entry.Import, "at": at,
		}).Execute()
		if err != nil {
			return err
		}
	}
	return nil
}

// check finds a caller's slip: these never come from a person's typing.
func (e Entry) check() error {
	counted := e.Persons != 0
	switch {
	case !slices.Contains(Causes, lineOf(e.Cause)):
		return fmt.Errorf("ledger: unknown cause %q", e.Cause)
	case !isMonth(e.Month), e.Hamlet == "":
		return fmt.Errorf("ledger: month %q or hamlet %q is missing", e.Month, e.Hamlet)
	case counted && (e.Sex != "L" && e.Sex != "P" || e.Citizenship != "WNI" && e.Citizenship != "WNA"):
		return fmt.Errorf("ledger: persons of sex %q and citizenship %q", e.Sex, e.Citizenship)
	}
	return nil
}

// Present is the office's month of today.
func Present(app core.App) string { return MonthOf(office.Today(app)) }

// Open is nil for a month in which events can still be reported.
func Open(app core.App, month string) error {
	if month > Present(app) {
		return About(errAhead, month)
	}
	last, err := lastClosed(app)
	if err == nil && month <= last {
		return About(errClosed, month)
	}
	if err != nil || month == Present(app) {
		return err
	}
	// Before the first entry nobody was counted: a death would leave fewer than none.
	first, err := firstMonth(app)
	if err == nil && (first == "" || month < first) {
		return About(errTooEarly, cmp.Or(first, Present(app)))
	}
	return err
}

// lastClosed is the newest closed month, "" as long as there is none. All months
// up to it are closed.
func lastClosed(app core.App) (string, error) {
	var month string
	err := app.DB().NewQuery("SELECT COALESCE(max(month), '') FROM population_months").Row(&month)
	return month, err
}
