package residents

import (
	"encoding/json"
	"fmt"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// seeded is the row of PocketBase's own parameters that remembers the seed, so
// that values which the office retired or renamed do not come back.
const seeded = "mdesa_reference_seeded"

// SeedReference gives a new office the civil registry's tables, once.
func SeedReference(app core.App) error {
	var done int
	if err := app.DB().Select("count(*)").From("_params").Where(dbx.HashExp{"id": seeded}).Row(&done); err != nil || done > 0 {
		return err
	}
	defer app.Store().Remove("memory.reference") // read before it was seeded, perhaps
	return app.RunInTransaction(func(tx core.App) error {
		existing, err := tx.CountRecords("reference_values")
		if err != nil {
			return err
		}
		if existing == 0 {
			if err := insertReference(tx); err != nil {
				return err
			}
		}
		now := types.NowDateTime() // by hand: PocketBase takes every saved parameter for its settings
		_, err = tx.DB().Insert("_params", dbx.Params{"id": seeded, "value": "true", "created": now, "updated": now}).Execute()
		return err
	})
}

// insertReference writes the rows by SQL: the hooks refuse additions to closed
// tables, and 240 saves would double the time of the first start.
func insertReference(app core.App) error {
	now := types.NowDateTime()
	for _, table := range Tables {
		for i, value := range builtIn[table] {
			aliases, err := json.Marshal(value.Aliases)
			if err != nil {
				return err
			}
			_, err = app.DB().Insert("reference_values", dbx.Params{
				"id": core.GenerateDefaultRandomId(), "table": table, "code": value.Code, "value": value.Value,
				"label": value.Label, "label_en": value.LabelEN, "aliases": string(aliases), "sort": (i + 1) * 10,
				"retired": false, "created": now, "updated": now,
			}).Execute()
			if err != nil {
				return fmt.Errorf("seeding %s %s: %w", table, value.Value, err)
			}
		}
	}
	return nil
}
