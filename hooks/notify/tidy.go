package notify

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// What only the sending needed goes after a month by itself: answers to messages,
// and callbacks, in which nobody sends an old one again unnoticed. How long
// notices are kept is for the office's schedule to say.
const (
	keepReplies   = 30 * 24 * time.Hour
	keepCallbacks = 30 * 24 * time.Hour
)

func tidyNow(app core.App) {
	if err := Tidy(app, time.Now()); err != nil {
		app.Logger().Error("old notices stay", "error", err)
	}
}

// Tidy removes what is old at a moment.
func Tidy(app core.App, at time.Time) error {
	replies, callbacks := at.Add(-keepReplies), at.Add(-keepCallbacks)
	if _, err := removeOld(app, "notice_deliveries", "notice = '' AND at < {:before}", replies); err != nil {
		return err
	}
	_, err := removeOld(app, "gateway_messages", "at < {:before}", callbacks)
	return err
}

// Older counts the notices of before a moment.
func Older(app core.App, before time.Time) (n int, err error) {
	err = app.DB().NewQuery("SELECT count(*) FROM notices WHERE at < {:before}").Bind(dbx.Params{"before": stamp(before)}).Row(&n)
	return n, err
}

// Forget removes the notices of before a moment, first how each went out, and
// tells how many they were.
func Forget(app core.App, before time.Time) (int, error) {
	if _, err := removeOld(app, "notice_deliveries", "notice IN (SELECT id FROM notices WHERE at < {:before})", before); err != nil {
		return 0, err
	}
	return removeOld(app, "notices", "at < {:before}", before)
}

// removeOld removes rows a thousand at a time, so that nobody waits long for the
// write lock. table and which are SQL.
func removeOld(app core.App, table, which string, before time.Time) (removed int, err error) {
	for {
		result, err := app.DB().NewQuery(`DELETE FROM ` + table + ` WHERE id IN (SELECT id FROM ` + table + ` WHERE ` + which + ` LIMIT 1000)`).
			Bind(dbx.Params{"before": stamp(before)}).Execute()
		if err != nil {
			return removed, err
		}
		n, err := result.RowsAffected()
		if removed += int(n); n == 0 || err != nil {
			return removed, err
		}
	}
}
