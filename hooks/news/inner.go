package news

import "github.com/pocketbase/pocketbase/core"

// ofTheOffice are what only staff read of a record that everybody may open:
// whose login a business was suggested with and how consent was shown, who
// wrote a post and whether it was told.
var ofTheOffice = []string{"account", "consent_proof", "officer", "told"}

// hideInner holds wherever a record is sent: single, expanded or live. Owners
// read what they sent themselves.
func hideInner(e *core.RecordEnrichEvent) error {
	err := e.Next()
	reader := e.RequestInfo.Auth
	owner := reader != nil && reader.Collection().Name == "accounts" && e.Record.GetString("account") == reader.Id
	if !owner && (reader == nil || !reader.IsSuperuser() && !isOfficer(reader)) {
		e.Record.Hide(ofTheOffice...)
	}
	return err
}
