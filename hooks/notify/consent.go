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

// onlyWhatsApp are older wordings that named WhatsApp and no SMS, by purpose:
// they count for gateways of the one kind.
var onlyWhatsApp = map[string]int{}

// OnlyWhatsApp sets which older version of a consent's words still counts for
// WhatsApp alone. It is meant for init functions.
func OnlyWhatsApp(older map[string]int) { maps.Copy(onlyWhatsApp, older) }

// consentSQL is a condition: the latest row of a purpose says yes, to the words
// that are shown today or to older ones for WhatsApp. resident and purpose are SQL.
func consentSQL(resident, purpose string) string {
	return saidYesSQL(resident, purpose, `text_version IN (CASE purpose `+versionsSQL(versions)+` ELSE -1 END, CASE purpose `+versionsSQL(onlyWhatsApp)+` ELSE -1 END)`)
}

// wideSQL is the same for the words of today alone, which name every way to a phone.
func wideSQL(resident, purpose string) string {
	return saidYesSQL(resident, purpose, `text_version = (CASE purpose `+versionsSQL(versions)+` ELSE -1 END)`)
}

func saidYesSQL(resident, purpose, to string) string {
	return `COALESCE((SELECT given AND ` + to + ` FROM consents
		WHERE consents.resident = ` + resident + ` AND consents.purpose = ` + purpose + ` ORDER BY consents.at DESC, consents.rowid DESC LIMIT 1), 0)`
}

// versionsSQL lists the versions for CASE; keys and numbers are the program's own.
func versionsSQL(of map[string]int) string {
	list := `WHEN '' THEN -1`
	for purpose, version := range of {
		list += ` WHEN ` + quote(purpose) + ` THEN ` + itoa(version)
	}
	return list
}

// agrees tells whether a resident agreed to a purpose, and whether to all that
// is asked for today.
func agrees(app core.App, resident, purpose string) (yes, wide bool, err error) {
	if purpose == "" {
		return true, true, nil
	}
	err = app.DB().NewQuery(`SELECT `+consentSQL("{:resident}", "{:purpose}")+`, `+wideSQL("{:resident}", "{:purpose}")).
		Bind(dbx.Params{"resident": resident, "purpose": purpose}).Row(&yes, &wide)
	return yes, wide, err
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
