package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What was decided about contradictions of the register; append-only.
func init() {
	m.Register(func(app core.App) error {
		settlements := core.NewBaseCollection("settlements")
		settlements.Fields.Add(
			needed("kind", 40),
			needed("subject", 500), // ids of the people, or of the family
			needed("mark", 64),     // fingerprint of what contradicted: another one is news
			neededChoice("decision", "not_a_problem", "fixed", "merged"),
			text("note", 1000),
			text("by", 15), text("by_name", 150), text("by_title", 100),
			created(),
		)
		settlements.AddIndex("idx_settlements_subject", false, "kind, subject", "")
		keepForGood(settlements)
		if err := app.Save(settlements); err != nil {
			return err
		}
		if err := onlyGrow(app, []string{"settlements"}); err != nil {
			return err
		}
		// So that people who stand there twice are found without sorting everybody.
		residents, err := app.FindCollectionByNameOrId("residents")
		if err != nil {
			return err
		}
		residents.AddIndex("idx_residents_birth_name", false, "birth_date, name COLLATE NOCASE", "")
		return app.Save(residents)
	}, drop("settlements"))
}
