package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Sessions that can be seen and ended, and what an officer needs to ask for a
// second factor: an e-mail that is known to be theirs.
func init() {
	m.Register(func(app core.App) error {
		if err := sessions(app); err != nil {
			return err
		}
		return mailOfOfficers(app)
	}, drop("sessions"))
}

// sessions are made by the program when somebody logs in. login_kind and login
// name an account or an officer: a relation leads to one collection only.
func sessions(app core.App) error {
	sessions := core.NewBaseCollection("sessions")
	sessions.Fields.Add(
		neededChoice("login_kind", "accounts", "officers"),
		needed("login", 15),
		text("agent", 60),   // "Chrome di Android"
		text("address", 45), // IP
		flag("shared"),      // a computer that others use too
		date("last_seen"),   // written every five minutes
		date("ends_at"),     // if nobody comes back before
		date("ended_at"),
		choice("ended_by", "self", "another", "idle", "password", "closed", "term", "admin"),
		text("opened_by", 15), // an admin who logged in as this person
	)
	stamped(sessions)
	keepForGood(sessions) // who was logged in as whom is not for an admin to drop
	sessions.AddIndex("idx_sessions_login", false, "login, ended_at", "")
	sessions.AddIndex("idx_sessions_open", false, "ends_at", "ended_at = ''")
	sessions.AddIndex("idx_sessions_over", false, "ended_at", "ended_at != ''")
	return app.Save(sessions)
}

func mailOfOfficers(app core.App) error {
	officers, err := app.FindCollectionByNameOrId("officers")
	if err != nil {
		return err
	}
	officers.Fields.Add(
		hidden(text("email_new", 200)), // waits for the code that was sent there
		hidden(text("email_hash", 200)), hidden(date("email_until")),
	)
	officers.OTP.Enabled = true
	officers.OTP.Length = 6
	officers.OTP.Duration = 10 * 60 // seconds, as below
	officers.MFA.Enabled = true
	officers.MFA.Duration = 20 * 60
	officers.MFA.Rule = "second_factor = true"
	return app.Save(officers)
}
