package audit

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Older counts the entries that Forget would take away.
func Older(app core.App, before time.Time) (int, error) {
	_, count, err := older(app, before)
	return count, err
}

// Forget cuts off the beginning of the trail, up to the last entry before which
// all are older than that moment, and tells how many went. The chain goes on
// from the cut. Younger than a year, nothing can be cut off: see the triggers.
func Forget(app core.App, before time.Time) (count int, err error) {
	err = app.RunInTransaction(func(tx core.App) error {
		var upto int
		if upto, count, err = older(tx, before); err != nil || count == 0 {
			return err
		}
		_, err = tx.DB().NewQuery(`INSERT INTO audit_cuts (id, upto, hash, count, at)
			SELECT {:id}, seq, hash, {:count}, {:at} FROM audit WHERE seq = {:upto}`).Bind(dbx.Params{
			"id": core.GenerateDefaultRandomId(), "count": count, "at": types.NowDateTime().String(), "upto": upto,
		}).Execute()
		if err != nil {
			return err
		}
		_, err = tx.DB().Delete("audit", dbx.NewExp("seq <= {:upto}", dbx.Params{"upto": upto})).Execute()
		return err
	})
	return count, err
}

func older(app core.App, before time.Time) (upto, count int, err error) {
	err = app.DB().NewQuery(`SELECT COALESCE(max(seq), 0), count(*) FROM audit
		WHERE seq < COALESCE((SELECT min(seq) FROM audit WHERE at >= {:before}), 1 << 60)`).
		Bind(dbx.Params{"before": written(before)}).Row(&upto, &count)
	return upto, count, err
}
