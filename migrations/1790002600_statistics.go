package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Statistics are kept as they were published: what was told once must not be told
// a little differently the next day, or the difference would speak of one person.
func init() {
	m.Register(func(app core.App) error {
		statistics := core.NewBaseCollection("statistics")
		statistics.Fields.Add(
			&core.TextField{Name: "key", Required: true, Max: 40, Pattern: `^(population/\d{4}-S[12]|services/\d{4}-\d{2})$`},
			structured("body", 2<<20),
			needed("as_of", 10), // day
			created(),
		)
		statistics.AddIndex("idx_statistics_key", true, "key", "")
		keepForGood(statistics)
		return app.Save(statistics)
	}, drop("statistics"))
}
