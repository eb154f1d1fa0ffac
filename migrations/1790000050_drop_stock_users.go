package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// PocketBase begins with a collection of users in which anyone may sign up.
// Here an officer opens accounts, and nobody else logs in.
func init() {
	m.Register(func(app core.App) error {
		users, err := app.FindCollectionByNameOrId("users")
		if err != nil {
			return nil // an admin was faster
		}
		// A collection with files is deleted with a goroutine that nobody waits for,
		// and that reads the settings while the next migration changes them.
		users.Fields.RemoveByName("avatar")
		if err := app.Save(users); err != nil {
			return err
		}
		return app.Delete(users)
	}, nil)
}
