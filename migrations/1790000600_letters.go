package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		counters := core.NewBaseCollection("letter_counters")
		counters.Fields.Add(needed("series", 120), number("last"))
		counters.AddIndex("idx_letter_counters_series", true, "series", "")
		keepForGood(counters)
		if err := app.Save(counters); err != nil {
			return err
		}

		letters := core.NewBaseCollection("letters")
		letters.Fields.Add(
			neededTo(app, "request", "requests"),
			text("replaces", 15), // id of the letter that this one replaces
			to(app, "service", "services"),
			to(app, "resident", "residents"),
			to(app, "hamlet", "hamlets"),
			needed("number", 120),
			needed("series", 120), number("serial"), number("year"),
			needed("code", 20), // random, stands in the QR address
			needed("title", 200), text("title_en", 200),
			needed("holder_name", 150),
			text("issued_on", 10), // in the office's time zone
			date("issued_at"),
			text("valid_until", 10), // empty: without end
			text("classification_code", 40),
			to(app, "officer", "officers"),
			text("signer_name", 150), text("signer_title", 100),
			text("signature_form", 10), text("signature_kind", 20),
			structured("data", 400_000), // everything the letter says, frozen
			text("payload", 600),        // signed QR fragment, base64url
			text("sha256", 64),          // of the PDF, hex
			&core.FileField{Name: "pdf", Required: true, MaxSelect: 1, MaxSize: 5 << 20, Protected: true, MimeTypes: []string{"application/pdf"}},
			created(),
		)
		letters.AddIndex("idx_letters_request", false, "request", "")
		letters.AddIndex("idx_letters_replaces", true, "replaces", "replaces != ''")
		letters.AddIndex("idx_letters_code", true, "code", "")
		letters.AddIndex("idx_letters_serial", true, "series, year, serial", "")
		letters.AddIndex("idx_letters_year", false, "year, issued_at", "")
		letters.AddIndex("idx_letters_resident", false, "resident, created", "")
		keepForGood(letters)
		if err := app.Save(letters); err != nil {
			return err
		}

		revocations := core.NewBaseCollection("letter_revocations")
		revocations.Fields.Add(
			neededTo(app, "letter", "letters"),
			neededChoice("kind", "revoked", "replaced"),
			to(app, "replacement", "letters"),
			needed("reason", 1000),
			choice("actor_kind", "officer", "superuser"),
			text("actor", 15), text("actor_name", 150),
			date("at"),
		)
		revocations.AddIndex("idx_letter_revocations_letter", true, "letter", "")
		keepForGood(revocations)
		return app.Save(revocations)
	}, drop("letter_revocations", "letters", "letter_counters"))
}
