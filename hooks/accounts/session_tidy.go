package accounts

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// sessionsKept is how long an ended session stays on record, to find out later
// who was logged in when.
const sessionsKept = 365 * 24 * time.Hour

// tidySessions runs every five minutes and writes down what requests only noted
// in memory: a request never waits for it.
func tidySessions(app core.App) {
	for _, part := range []func(core.App, time.Time) error{keepSeen, endIdle, dropOld} {
		if err := part(app, time.Now()); err != nil {
			app.Logger().Error("sessions could not be tidied", "error", err)
		}
	}
}

// keepSeen writes when each session was last used, all in one transaction.
func keepSeen(app core.App, _ time.Time) error {
	used := sessionsOf(app).used()
	if len(used) == 0 {
		return nil
	}
	return app.RunInTransaction(func(tx core.App) error {
		for id, s := range used {
			seen := s.seen.Load()
			_, err := tx.DB().Update("sessions", dbx.Params{
				"last_seen": stamp(time.Unix(seen, 0)), "ends_at": stamp(s.end()),
			}, dbx.HashExp{"id": id, "ended_at": ""}).Execute()
			if err != nil {
				return err
			}
			s.kept.Store(seen)
		}
		return nil
	})
}

// keepSeenAtLast writes it down once more before the program stops.
func keepSeenAtLast(e *core.TerminateEvent) error {
	if err := keepSeen(e.App, time.Now()); err != nil {
		e.App.Logger().Error("last uses of sessions were not kept", "error", err)
	}
	return e.Next()
}

// endIdle ends what nobody came back to, so that lists and open connections know.
func endIdle(app core.App, now time.Time) error {
	idle, err := app.FindRecordsByFilter("sessions", "ended_at = '' && ends_at < {:now}", "ends_at", 1000, 0,
		dbx.Params{"now": stamp(now)})
	if err != nil {
		return err
	}
	for _, record := range idle {
		if err := endSession(app, record, byIdle); err != nil {
			return err
		}
	}
	return nil
}

func dropOld(app core.App, now time.Time) error {
	_, err := app.NonconcurrentDB().Delete("sessions", dbx.NewExp("ended_at != '' AND ended_at < {:then}",
		dbx.Params{"then": stamp(now.Add(-sessionsKept))})).Execute()
	return err
}

// stamp is a moment as PocketBase keeps it.
func stamp(t time.Time) string { return t.UTC().Format(types.DefaultDateLayout) }
