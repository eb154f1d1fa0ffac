package demo

import (
	"context"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/notify"
)

// notices works out what everybody was told of all that happened, and lets them
// have read what is older than two days. No message leaves the demo: its gateways
// are switched off.
func (v *Village) notices() error {
	if err := notify.Work(context.Background(), v.app, v.fate.today); err != nil {
		return err
	}
	_, err := v.app.DB().NewQuery(`UPDATE notices SET read_at = at WHERE at < {:before}`).
		Bind(dbx.Params{"before": v.fate.today.AddDate(0, 0, -2).UTC().Format("2006-01-02 15:04:05.000Z")}).Execute()
	return err
}
