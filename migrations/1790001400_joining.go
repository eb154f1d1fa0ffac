package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// How residents come to a login of their own and act for one another:
// registrations, the e-mail of an account, carers, and requests filed for
// somebody else.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{registrations, mailOfAccounts, representations, filedForAnother} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("representations", "registrations"))
}

// registrations hold what somebody typed who wants a login, until the office has
// compared it with the register.
func registrations(app core.App) error {
	registrations := core.NewBaseCollection("registrations")
	registrations.Fields.Add(
		needed("code", 12), // the receipt
		needed("nik", 16), needed("kk", 16), needed("name", 150), needed("birth_date", 10),
		&core.FileField{Name: "photo", MaxSelect: 1, MaxSize: 3 << 20, Protected: true,
			MimeTypes: []string{"image/jpeg", "image/png", "image/heic", "image/heif"}},
		number("photo_size"), // bytes, while there is a photo
		text("email", 200), text("phone", 20),
		choice("language", "id", "en"),
		hidden(text("password_hash", 100)),
		hidden(text("device", 64)), // hash of a secret that the sender's browser keeps
		neededChoice("state", "waiting", "confirmed", "refused", "expired"),
		to(app, "resident", "residents"), // set when confirmed
		to(app, "hamlet", "hamlets"),
		structured("match", 2000), // what agreed with the register when it was decided
		flag("replaced"),          // it took the place of a login that was there
		to(app, "decided_by", "officers"),
		text("decided_name", 150),
		date("decided_at"),
		text("reason", 60), text("note", 1000),
	)
	stamped(registrations)
	registrations.AddIndex("idx_registrations_code", true, "code", "")
	registrations.AddIndex("idx_registrations_nik", false, "nik", "")
	registrations.AddIndex("idx_registrations_state", false, "state, created", "")
	return app.Save(registrations)
}

// mailOfAccounts stands beside PocketBase's own e-mail field: that one must be
// unique, while a family often has one mailbox, and it opens a reset by link.
func mailOfAccounts(app core.App) error {
	accounts, err := app.FindCollectionByNameOrId("accounts")
	if err != nil {
		return err
	}
	accounts.Fields.Add(
		text("mail", 200),             // confirmed: its owner typed a code that was sent there
		text("mail_new", 200),         // not confirmed yet
		hidden(text("opened_by", 15)), // the officer or admin who had the latest code made
		hidden(text("mail_hash", 200)), hidden(date("mail_until")),
		hidden(text("recovery_hash", 200)), hidden(date("recovery_until")),
	)
	return app.Save(accounts)
}

// representations let a carer file for an elder or a person with a disability.
func representations(app core.App) error {
	representations := core.NewBaseCollection("representations")
	representations.Fields.Add(
		neededTo(app, "carer", "residents"),
		to(app, "resident", "residents"),   // empty until the office has found whom the carer named
		text("nik", 16), text("name", 150), // as the carer named them
		neededChoice("ground", "elder", "disability"),
		neededChoice("state", "asked", "active", "ended"),
		text("until", 10), // day, inclusive
		to(app, "confirmed_by", "officers"),
		text("confirmed_name", 150),
		date("confirmed_at"),
		choice("ended_by", "carer", "resident", "office"),
		text("ended_name", 150),
		date("ended_at"),
		text("reason", 500),
	)
	stamped(representations)
	representations.AddIndex("idx_representations_carer", false, "carer, state", "")
	representations.AddIndex("idx_representations_resident", false, "resident, state", "")
	representations.AddIndex("idx_representations_state", false, "state, created", "")
	return app.Save(representations)
}

func filedForAnother(app core.App) error {
	requests, err := app.FindCollectionByNameOrId("requests")
	if err != nil {
		return err
	}
	added := []core.Field{
		choice("relation", "father", "mother", "head", "spouse_of_head", "carer"), // of who files to whom it is for
		text("filer_name", 150),
		to(app, "represented", "accounts"), // the login of whom it is for, if there is one
	}
	for _, field := range added {
		field.SetSystem(true)
		requests.Fields.Add(field)
	}
	requests.AddIndex("idx_requests_represented", false, "represented, created", "represented IS NOT ''")
	return app.SaveNoValidate(requests) // a system collection
}
