package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		accounts := core.NewAuthCollection("accounts")
		lockedAuth(accounts, "nik", "active = true")
		accounts.Fields.Add(
			&core.TextField{Name: "nik", Required: true, Max: 16},
			neededTo(app, "resident", "residents"),
			text("name", 150),
			text("phone", 20),
			choice("language", "id", "en"),
			flag("active"),
			hidden(text("activation_hash", 200)),
			hidden(date("activation_until")),
			hidden(number("activation_tries")),
			date("activated_at"),
		)
		stamped(accounts)
		accounts.AddIndex("idx_accounts_nik", true, "nik", "")
		accounts.AddIndex("idx_accounts_resident", true, "resident", "")
		if err := app.Save(accounts); err != nil {
			return err
		}

		officers := core.NewAuthCollection("officers")
		lockedAuth(officers, "username", "active = true")
		officers.Fields.Add(
			&core.TextField{Name: "username", Required: true, Min: 3, Max: 40, Pattern: `^[a-z0-9._-]+$`},
			needed("name", 150),
			needed("title", 100),
			neededChoice("role", "hamlet_head", "officer", "secretary", "village_head"),
			toMany(app, "hamlets", "hamlets", 20),
			text("staff_number", 30), // NIP or NIPD
			text("phone", 20),
			choice("language", "id", "en"),
			flag("active"),
		)
		stamped(officers)
		officers.AddIndex("idx_officers_username", true, "username", "")
		return app.Save(officers)
	}, drop("officers", "accounts"))
}

// lockedAuth leaves only the password login, by one identity field, for those
// whom the auth rule lets in.
func lockedAuth(collection *core.Collection, identity, authRule string) {
	collection.PasswordAuth.Enabled = true
	collection.PasswordAuth.IdentityFields = []string{identity}
	collection.OTP.Enabled = false
	collection.MFA.Enabled = false
	collection.OAuth2.Enabled = false
	collection.AuthAlert.Enabled = false
	collection.AuthRule = rule(authRule)
	collection.ManageRule = nil
	collection.AuthToken.Duration = 14 * 24 * 60 * 60 // seconds
	if email, ok := collection.Fields.GetByName("email").(*core.EmailField); ok {
		email.Required = false
	}
	if password, ok := collection.Fields.GetByName("password").(*core.PasswordField); ok {
		password.Min = 8
	}
}
