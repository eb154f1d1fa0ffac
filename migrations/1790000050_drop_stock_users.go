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
		return app.Delete(users)
	}, nil)
}
