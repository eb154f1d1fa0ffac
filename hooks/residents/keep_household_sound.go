package residents

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errHouseholdUnsound = fault.New(fault.Invalid, "household.unsound",
		"Kartu keluarga belum tersimpan. Perbaiki isian yang ditandai.",
		"The family card was not saved. Mend the marked fields.")
	errKKTaken = fault.New(fault.Invalid, "household.kk_taken",
		"Nomor KK ini sudah tercatat. Buka keluarga yang ada, jangan buat yang kedua.",
		"This KK number is already on record. Open that family instead of making a second one.")
)

func keepHouseholdSound(e *core.RecordEvent) error {
	kk := TidyNumber(e.Record.GetString("kk"))
	e.Record.Set("kk", kk)
	e.Record.Set("kk_temporary", temporary(kk))
	if wrong, _ := CheckKK(kk, office.Today(e.App)); len(wrong) > 0 {
		return errHouseholdUnsound.At("kk", wrong[0])
	}
	taken, err := isTaken(e, "kk")
	if err != nil {
		return err
	}
	if taken {
		return errHouseholdUnsound.At("kk", errKKTaken)
	}
	return e.Next()
}

// moveFamily takes all on the card along when a household moves to another
// hamlet, or moves nobody.
func moveFamily(e *core.RecordEvent) error {
	hamlet := e.Record.GetString("hamlet")
	if hamlet == e.Record.Original().GetString("hamlet") {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		members, err := tx.FindAllRecords("residents", dbx.HashExp{"household": e.Record.Id})
		if err != nil {
			return err
		}
		for _, member := range members {
			member.Set("hamlet", hamlet)
			if err := tx.SaveWithContext(e.Context, member); err != nil {
				return err
			}
		}
		return nil
	})
}
