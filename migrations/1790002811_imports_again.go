package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// A list of aid that comes again changes who is on it already, and stops whom it
// no longer names: how many, is kept with it.
func init() {
	m.Register(func(app core.App) error {
		lists, err := app.FindCollectionByNameOrId("benefit_imports")
		if err != nil {
			return err
		}
		lists.Fields.Add(number("changed"), number("stopped"))
		return app.Save(lists)
	}, nil)
}
