package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		services := core.NewBaseCollection("services")
		services.Fields.Add(
			&core.TextField{Name: "key", Required: true, Max: 60, Pattern: `^[a-z0-9-]+$`},
			needed("name", 150), text("name_en", 150),
			neededChoice("kind", "letter", "report", "benefit"),
			text("category", 60),
			text("summary", 600), text("summary_en", 600),
			text("product", 300), text("product_en", 300),
			structured("requirements", 100_000),
			structured("form", 300_000),
			structured("steps", 50_000),
			structured("subject", 10_000),
			structured("promise", 1_000),
			number("fee"),
			structured("standard", 100_000),
			&core.EditorField{Name: "template", MaxSize: 200_000},
			text("letter_title", 200),
			text("number_pattern", 120),
			text("classification_code", 40),
			choice("series", "office", "service", "code"),
			choice("paper", "A4", "F4"),
			flag("holder_signs"),
			structured("validity", 1_000),
			flag("self_service"), flag("active"), number("sort"),
		)
		stamped(services)
		services.AddIndex("idx_services_key", true, "key", "")
		services.AddIndex("idx_services_active", false, "active, sort", "")
		if err := app.Save(services); err != nil {
			return err
		}

		// What a service was when a request was filed under it. The id is the
		// beginning of the body's SHA-256, so equal definitions are kept once.
		definitions := core.NewBaseCollection("definitions")
		definitions.Fields.Add(
			to(app, "service", "services"),
			&core.JSONField{Name: "body", MaxSize: 1 << 20, Required: true},
			created(),
		)
		keepForGood(definitions)
		return app.Save(definitions)
	}, drop("definitions", "services"))
}
