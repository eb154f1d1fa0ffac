package reports

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// merge makes a report a part of another: who filed it, and who supported it,
// from now on support the other one, and hear what becomes of it.
func merge(app core.App, report *core.Record, into string) error {
	other, err := app.FindFirstRecordByData("reports", "code", into)
	if err != nil {
		return err
	}
	report.Set("merged_into", other.Id)
	filer := accountOf(app, report)
	if filer != "" && filer != accountOf(app, other) {
		if err := addSupport(app, other.Id, filer); err != nil {
			return err
		}
	}
	var others []string
	err = app.DB().Select("account").From("report_supports").Where(dbx.HashExp{"report": report.Id}).Column(&others)
	if err != nil {
		return err
	}
	for _, account := range others {
		if account == accountOf(app, other) {
			continue
		}
		if err := addSupport(app, other.Id, account); err != nil {
			return err
		}
	}
	return nil
}

// accountOf is the login of who filed a report, "" at the counter without one.
func accountOf(app core.App, report *core.Record) (account string) {
	err := app.DB().Select("account").From("requests").Where(dbx.HashExp{"id": report.GetString("request")}).Row(&account)
	if err != nil {
		return ""
	}
	return account
}

// addSupport lets a resident support a report, once.
func addSupport(app core.App, report, account string) error {
	if supports(app, report, account) {
		return nil
	}
	collection, err := app.FindCachedCollectionByNameOrId("report_supports")
	if err != nil {
		return err
	}
	record := core.NewRecord(collection)
	record.Set("report", report)
	record.Set("account", account)
	return app.Save(record)
}

func supports(app core.App, report, account string) bool {
	var there int
	err := app.DB().Select("count(*)").From("report_supports").Where(dbx.HashExp{"report": report, "account": account}).Row(&there)
	return err == nil && there > 0
}
