package office

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// dropLocalHolidays takes a hamlet's own holidays away with it. Left alone, the
// framework would empty their hamlet, and a temple's feast would close the
// whole office.
func dropLocalHolidays(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		holidays, err := tx.FindAllRecords("holidays", dbx.HashExp{"hamlet": e.Record.Id})
		if err != nil {
			return err
		}
		for _, holiday := range holidays {
			if err := tx.Delete(holiday); err != nil {
				return err
			}
		}
		return e.Next()
	})
}
