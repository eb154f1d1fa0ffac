package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// A hamlet head tells from the place how far a work is; it counts, and all read
// it, once the office has confirmed it.
func init() {
	m.Register(func(app core.App) error {
		milestones, err := app.FindCollectionByNameOrId("milestones")
		if err != nil {
			return err
		}
		milestones.Fields.Add(
			flag("waiting"),           // for the office to confirm it
			text("confirmed_by", 150), // empty: the office recorded it itself
		)
		milestones.AddIndex("idx_milestones_waiting", false, "program", "waiting = TRUE")
		return app.Save(milestones)
	}, func(app core.App) error {
		milestones, err := app.FindCollectionByNameOrId("milestones")
		if err != nil {
			return err
		}
		milestones.RemoveIndex("idx_milestones_waiting")
		milestones.Fields.RemoveByName("waiting")
		milestones.Fields.RemoveByName("confirmed_by")
		return app.Save(milestones)
	})
}
