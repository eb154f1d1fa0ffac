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
	filer, err := reporterOf(app, report)
	if err != nil {
		return err
	}
	theirs, err := reporterOf(app, other)
	if err != nil {
		return err
	}
	var people []supporter
	err = app.DB().Select("account", "resident").From("report_supports").Where(dbx.HashExp{"report": report.Id}).All(&people)
	if err != nil {
		return err
	}
	for _, one := range append(people, filer) {
		if one.Resident == theirs.Resident {
			continue
		}
		if err := addSupport(app, other.Id, one); err != nil {
			return err
		}
	}
	return nil
}

// addSupport lets a resident support a report, once.
func addSupport(app core.App, report string, by supporter) error {
	if there, err := supports(app, report, by.Resident); err != nil || there {
		return err
	}
	collection, err := app.FindCachedCollectionByNameOrId("report_supports")
	if err != nil {
		return err
	}
	record := core.NewRecord(collection)
	record.Set("report", report)
	record.Set("account", by.Account)
	record.Set("resident", by.Resident)
	if err := app.Save(record); err != nil {
		if there, _ := supports(app, report, by.Resident); !there { // else somebody was faster
			return err
		}
	}
	return nil
}

func supports(app core.App, report, resident string) (there bool, err error) {
	err = app.DB().NewQuery(`SELECT EXISTS (SELECT 1 FROM report_supports WHERE report = {:report} AND resident = {:resident})`).
		Bind(dbx.Params{"report": report, "resident": resident}).Row(&there)
	return there, err
}
