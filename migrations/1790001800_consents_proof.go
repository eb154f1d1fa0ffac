package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What shows that a consent written down at the counter was really given: where
// the signed paper is kept, or who signed for a child (UU 27/2022 art. 24).
func init() {
	m.Register(func(app core.App) error {
		consents, err := app.FindCollectionByNameOrId("consents")
		if err != nil {
			return err
		}
		proof := text("proof", 300)
		proof.System = true
		consents.Fields.Add(proof)
		return app.Save(consents)
	}, nil)
}
