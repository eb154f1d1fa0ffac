package apptest

import (
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// Day is a day of the office, so many days from today: YYYY-MM-DD.
func (app *App) Day(from int) string {
	today, _ := time.Parse(time.DateOnly, office.Today(app))
	return today.AddDate(0, 0, from).Format(time.DateOnly)
}

// Given hands a post over from today, with a decree, and gives who acts; without
// from it is the village head's, which is vacant.
func (app *App) Given(from, to *core.Record, form string) *core.Record {
	app.t.Helper()
	fields := map[string]any{"to": to.Id, "form": form, "starts_on": app.Day(0), "ends_on": app.Day(7),
		"decree_number": "800/12/2026", "decree_date": app.Day(-1)}
	if from != nil {
		fields["from"] = from.Id
	} else {
		fields["post"] = "village_head"
	}
	Save(app.t, app, Record(app.t, app, "delegations", fields))
	return to
}

// EndDelegations ends what holds, so that the next question finds nobody acting.
func (app *App) EndDelegations() {
	app.t.Helper()
	all, err := app.FindRecordsByFilter("delegations", "revoked_on = '' && ends_on >= {:today}", "", 0, 0, map[string]any{"today": office.Today(app)})
	if err != nil {
		app.t.Fatal(err)
	}
	for _, one := range all {
		one.Set("revoked_on", office.Today(app))
		Save(app.t, app, one)
	}
}
