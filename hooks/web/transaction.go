package web

import "github.com/pocketbase/pocketbase/core"

// InTransaction runs the rest of a record hook with e.App inside a transaction:
// a single save in PocketBase is in none by itself. Within do use only tx, as a
// save on the outer app would wait for it for ever.
func InTransaction(e *core.RecordEvent, do func(tx core.App) error) error {
	outer := e.App
	defer func() { e.App = outer }()
	return outer.RunInTransaction(func(tx core.App) error {
		e.App = tx
		return do(tx)
	})
}
