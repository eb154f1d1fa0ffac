package budget

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errYearTaken = fault.New(fault.Conflict, "budget.year_taken",
		"Anggaran tahun {year} sudah ada.",
		"There is a budget for {year} already.")
	errYearFixed = fault.New(fault.Invalid, "budget.year_fixed",
		"Tahun anggaran tidak dapat diubah setelah ada baris di dalamnya.",
		"The year of a budget does not change once it has lines.")
	errYearKept = fault.New(fault.Conflict, "budget.year_kept",
		"Anggaran yang sudah memuat riwayat tidak dihapus. Batalkan penerbitannya saja.",
		"A budget with a history is not deleted. Take it out of publication instead.")
)

// keepYear holds what is true of every budget; it is published only while all of
// its stages balance.
func keepYear(e *core.RecordEvent) error {
	if isQuiet(e.Context) {
		return e.Next()
	}
	year := e.Record.GetInt("year")
	if year < firstYear || year > lastYear {
		return errYear.At("year", errYear)
	}
	for _, field := range []string{"decree_on", "revision_decree_on", "realised_until"} {
		if !isDay(e.Record.GetString(field)) {
			return errDay.At(field, errDay)
		}
	}
	return web.InTransaction(e, func(tx core.App) error {
		if other, err := budgetOf(tx, year); err == nil && other.Id != e.Record.Id {
			return errYearTaken.With("year", year).At("year", errYearTaken.With("year", year))
		}
		book, err := openBook(tx, e.Record)
		if err != nil {
			return err
		}
		if !e.Record.IsNew() && year != e.Record.Original().GetInt("year") && len(book.lines) > 0 {
			return errYearFixed.At("year", errYearFixed)
		}
		if e.Record.GetBool("published") {
			if wrong := book.unpublishable(); wrong != nil {
				said := errNotPublishable.WithText("reason", wrong.In("id"), wrong.In("en"))
				return said.At("published", said)
			}
		}
		return e.Next()
	})
}

func keepHistory(e *core.RecordEvent) error {
	n, err := e.App.CountRecords("budget_versions", dbx.HashExp{"budget": e.Record.Id})
	if err != nil {
		return err
	}
	if n > 0 {
		return errYearKept
	}
	return e.Next()
}

func refuseHandmade(*core.RecordRequestEvent) error { return errVersionsKept }

func refuseChange(*core.RecordEvent) error { return errVersionsKept }
