package office

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errYear = fault.New(fault.Invalid, "office.propose_year",
	"Tulis tahun antara 2000 dan 2100, misalnya {\"year\": 2027}.",
	"Give a year between 2000 and 2100, for example {\"year\": 2027}.")

// propose answers POST /api/office/holidays/propose {"year": 2027} with
// {"year": 2027, "added": [{"day", "name"}]}.
func propose(e *core.RequestEvent) error {
	var asked struct {
		Year int `json:"year"`
	}
	if err := e.BindBody(&asked); err != nil {
		return errYear.Because(err)
	}
	if asked.Year < 2000 || asked.Year > 2100 {
		return errYear
	}
	added, err := Propose(e.App, asked.Year)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"year": asked.Year, "added": added})
}

// Propose writes the year's Pawukon feasts as open holidays and returns those
// that were missing. The admin confirms one by marking it as closed. A feast
// that the admin renamed or closed already counts as known.
func Propose(app core.App, year int) (added []Feast, err error) {
	added = []Feast{}
	err = app.RunInTransaction(func(tx core.App) error {
		collection, err := tx.FindCollectionByNameOrId("holidays")
		if err != nil {
			return err
		}
		for _, feast := range PawukonFeasts(year) {
			known, err := tx.CountRecords("holidays", dbx.HashExp{
				"day": feast.Day, "kind": "bali_fakultatif", "hamlet": "",
			})
			if err != nil {
				return err
			}
			if known > 0 {
				continue
			}
			holiday := core.NewRecord(collection)
			holiday.Set("day", feast.Day)
			holiday.Set("name", feast.Name)
			holiday.Set("kind", "bali_fakultatif")
			if err := tx.Save(holiday); err != nil {
				return err
			}
			added = append(added, feast)
		}
		return nil
	})
	return added, err
}
