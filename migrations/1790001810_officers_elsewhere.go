package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// An officer who lives elsewhere stands in no family card of this office: that
// is said once, so that the admin is not asked for the link for ever.
func init() {
	m.Register(func(app core.App) error {
		officers, err := app.FindCollectionByNameOrId("officers")
		if err != nil {
			return err
		}
		officers.Fields.Add(flag("lives_elsewhere"))
		return app.Save(officers)
	}, nil)
}
