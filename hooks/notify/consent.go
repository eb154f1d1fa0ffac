package notify

import (
	"maps"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// versions are the wordings of the consents that count, by purpose. hooks/privacy
// sets them; of a purpose that nobody set, none counts.
var versions = map[string]int{}

// Purposes sets which version of each consent's words counts. It is meant for
// init functions.
func Purposes(current map[string]int) { maps.Copy(versions, current) }

// consentSQL is a condition: the latest row of a purpose says yes, to the words
// that are shown today. resident and purpose are SQL.
func consentSQL(resident, purpose string) string {
	return `COALESCE((SELECT given AND text_version = (CASE purpose ` + versionsSQL() + ` ELSE -1 END) FROM consents
		WHERE consents.resident = ` + resident + ` AND consents.purpose = ` + purpose + ` ORDER BY consents.at DESC, consents.rowid DESC LIMIT 1), 0)`
}

// versionsSQL lists the versions for CASE; keys and numbers are the program's own.
func versionsSQL() string {
	list := `WHEN '' THEN -1`
	for purpose, version := range versions {
		list += ` WHEN ` + quote(purpose) + ` THEN ` + itoa(version)
	}
	return list
}

// agrees tells whether a resident agreed to a purpose.
func agrees(app core.App, resident, purpose string) (bool, error) {
	var yes bool
	err := app.DB().NewQuery(`SELECT ` + consentSQL("{:resident}", "{:purpose}")).
		Bind(dbx.Params{"resident": resident, "purpose": purpose}).Row(&yes)
	return yes, err
}

// stopWithdrawn takes back what is queued when a consent is withdrawn, in the
// same transaction.
func stopWithdrawn(e *core.RecordEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	if e.Record.GetBool("given") {
		return nil
	}
	_, err := e.App.DB().Update("notice_deliveries", dbx.Params{"state": Dropped, "reason": withdrawn},
		dbx.HashExp{"state": Queued, "resident": e.Record.GetString("resident"), "purpose": e.Record.GetString("purpose")}).Execute()
	return err
}
