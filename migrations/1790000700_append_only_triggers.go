package migrations

import (
	"fmt"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// The hooks refuse to change or delete these rows; the triggers refuse it to
// whoever reaches the tables by SQL through the program. They rely on
// PRAGMA recursive_triggers, or INSERT OR REPLACE would walk around them.
func init() {
	tables := []string{"request_events", "letters", "letter_revocations", "definitions"}
	m.Register(func(app core.App) error {
		for _, table := range tables {
			for _, verb := range []string{"UPDATE", "DELETE"} {
				statement := fmt.Sprintf(
					`CREATE TRIGGER %[1]s_no_%[2]s BEFORE %[2]s ON %[1]s BEGIN SELECT RAISE(ABORT, '%[1]s is append-only'); END`,
					table, verb)
				if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
					return err
				}
			}
		}
		return nil
	}, func(app core.App) error {
		for _, table := range tables {
			for _, verb := range []string{"UPDATE", "DELETE"} {
				if _, err := app.DB().NewQuery("DROP TRIGGER IF EXISTS " + table + "_no_" + verb).Execute(); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
