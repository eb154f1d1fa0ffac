package notify

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// How long what was told is kept: a year of notices with their receipts, a month
// of callbacks, in which nobody sends an old one again unnoticed.
const (
	keepNotices   = 365 * 24 * time.Hour
	keepReplies   = 30 * 24 * time.Hour
	keepCallbacks = 30 * 24 * time.Hour
)

func tidyNow(app core.App) {
	if err := Tidy(app, time.Now()); err != nil {
		app.Logger().Error("old notices stay", "error", err)
	}
}

// Tidy removes what is old at a moment, a thousand rows at a time.
func Tidy(app core.App, at time.Time) error {
	for _, old := range []struct {
		query string
		keep  time.Duration
	}{
		{`DELETE FROM notice_deliveries WHERE id IN (SELECT d.id FROM notices n JOIN notice_deliveries d ON d.notice = n.id WHERE n.at < {:before} LIMIT 1000)`, keepNotices},
		{`DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE at < {:before} LIMIT 1000)`, keepNotices},
		{`DELETE FROM notice_deliveries WHERE id IN (SELECT id FROM notice_deliveries WHERE notice = '' AND at < {:before} LIMIT 1000)`, keepReplies},
		{`DELETE FROM gateway_messages WHERE id IN (SELECT id FROM gateway_messages WHERE at < {:before} LIMIT 1000)`, keepCallbacks},
	} {
		for {
			result, err := app.DB().NewQuery(old.query).Bind(dbx.Params{"before": stamp(at.Add(-old.keep))}).Execute()
			if err != nil {
				return err
			}
			if removed, err := result.RowsAffected(); err != nil || removed == 0 {
				if err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}
