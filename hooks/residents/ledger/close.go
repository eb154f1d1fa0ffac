package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var (
	errNoMonth = fault.New(fault.Invalid, "population.month",
		"Tulis bulan seperti 2026-11.",
		"Write the month like 2026-11.")
	errNotEnded = fault.New(fault.Invalid, "population.not_ended",
		"Bulan {month} belum berakhir. Tutup sesudah hari terakhirnya.",
		"{month} has not ended. Close it after its last day.")
	errNotInOrder = fault.New(fault.Invalid, "population.not_in_order",
		"Bulan ditutup berurutan. Tutup {month} dulu.",
		"Months are closed one after the other. Close {month} first.")
	errClosedAlready = fault.New(fault.Conflict, "population.closed_already",
		"Bulan {month} sudah ditutup.",
		"{month} is closed already.")
	errNothingToClose = fault.New(fault.Invalid, "population.nothing_to_close",
		"Register belum berisi penduduk, jadi belum ada yang ditutup.",
		"There is nobody in the register yet, so nothing to close.")
)

// Close freezes a month's report: the numbers are kept with a hash that chains
// them to the month before, and the ledger takes no more entries for it.
func Close(app core.App, month string, by *core.Record) (*core.Record, error) {
	var closed *core.Record
	err := app.RunInTransaction(func(tx core.App) error {
		if err := mayClose(tx, month); err != nil {
			return err
		}
		opening, err := openingOf(tx, month)
		if err != nil {
			return err
		}
		entries, err := movements(tx, shift(month, -1), month)
		if err != nil {
			return err
		}
		if closed, err = frozen(tx, month, opening, opening.with(entries)); err != nil {
			return err
		}
		closed.Set("closed_by", by.Id)
		closed.Set("closer_name", cmp.Or(by.GetString("name"), "Admin"))
		closed.Set("closer_title", by.GetString("title"))
		closed.Set("closed_at", types.NowDateTime())
		return tx.Save(closed)
	})
	return closed, err
}

// mayClose wants the next month in order, and that it has ended.
func mayClose(tx core.App, month string) error {
	if !isMonth(month) {
		return errNoMonth.At("month", errNoMonth)
	}
	next, err := nextToClose(tx)
	switch {
	case err != nil:
		return err
	case next == "":
		return errNothingToClose
	case month < next:
		return About(errClosedAlready, month)
	case month >= Present(tx):
		return About(errNotEnded, month)
	case month > next:
		return About(errNotInOrder, next)
	}
	return nil
}

// nextToClose is the month after the last closed one, or the first with entries.
func nextToClose(app core.App) (string, error) {
	last, err := lastClosed(app)
	if err != nil || last != "" {
		return after(last), err
	}
	return firstMonth(app)
}

func frozen(tx core.App, month string, opening, closing stand) (*core.Record, error) {
	collection, err := tx.FindCollectionByNameOrId("population_months")
	if err != nil {
		return nil, err
	}
	before, err := monthRecord(tx, shift(month, -1))
	if err != nil {
		return nil, err
	}
	previous := ""
	if before != nil {
		previous = before.GetString("hash")
	}
	record := core.NewRecord(collection)
	record.Set("month", month)
	record.Set("opening", opening)
	record.Set("closing", closing)
	record.Set("hash", seal(previous, month, opening, closing))
	return record, nil
}

// seal is the SHA-256 over a month's numbers and the seal of the month before.
func seal(previous, month string, opening, closing stand) string {
	content, err := json.Marshal([]any{previous, month, opening, closing}) // maps marshal in order of their keys
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
