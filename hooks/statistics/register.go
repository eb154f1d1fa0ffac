// Package statistics tells everybody how many people live in the village and what
// the office did, without telling of anyone.
//
// The data's way: people counts the register in one statement; areas puts small
// hamlets together; categories and ages make columns; network hides what would lead
// to persons; a release is kept in the collection statistics, by a job in the night;
// one kept answer serves everybody.
//
// What is promised, and to whom: somebody who knows all that is published of a
// release, and that a hidden count is not 0, cannot tell of any hidden count below 5
// that it is below 5, and is left with at least five values that it may have; nor can
// they work out any other hidden count exactly. It is not promised against somebody who runs the program's own
// choice of cells backwards, who knows some of the hidden people already, or who
// compares two releases: these lie at least a quarter of a year apart. That nobody
// is in a category is told, and so is that all are in one.
package statistics

import (
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app.
func Register(app core.App) {
	open.Bind(app)
	app.Cron().MustAdd("statistics", "5 17 * * *", func() { publishNow(app) }) // UTC: after midnight in Indonesia
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		bindOpen(e)
		if err := publishFirst(e.App); err != nil {
			return err
		}
		return e.Next()
	})
}

func publishNow(app core.App) {
	if _, err := Publish(app, false); err != nil {
		app.Logger().Error("statistics were not published", "error", err)
	}
}

// publishFirst lets a village that has residents already not wait for the night.
func publishFirst(app core.App) error {
	last, err := lastRelease(app)
	if err == nil && last == nil {
		publishNow(app)
	}
	return err
}
