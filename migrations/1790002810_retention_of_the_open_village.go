package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// How long the office keeps requests for information, aid that is over, what
// people wrote with a rating, and what they were told. Where the nightly removal
// is on already nobody has looked at these: there they are kept for ever until
// somebody says how long.
func init() {
	m.Register(func(app core.App) error {
		office, err := app.FindCollectionByNameOrId("office")
		if err != nil {
			return err
		}
		office.Fields.Add(number("keep_information_days"), number("keep_aid_days"), number("keep_comments_days"), number("keep_notices_days"))
		if err := app.Save(office); err != nil {
			return err
		}
		_, err = app.DB().NewQuery(`UPDATE office SET keep_information_days = 1825, keep_aid_days = 3650,
			keep_comments_days = 1095, keep_notices_days = 365 WHERE NOT retention_on`).Execute()
		if err != nil {
			return err
		}
		for _, name := range []string{"information_requests", "beneficiaries"} {
			if err := emptiedOn(app, name); err != nil {
				return err
			}
		}
		return onlyPeopleOnce(app)
	}, nil)
}

// emptiedOn marks rows whose person was taken out.
func emptiedOn(app core.App, name string) error {
	collection, err := app.FindCollectionByNameOrId(name)
	if err != nil {
		return err
	}
	emptied := text("emptied_on", 10)
	emptied.SetSystem(collection.System)
	collection.Fields.Add(emptied)
	return app.SaveNoValidate(collection) // also a system collection gets a field
}

// onlyPeopleOnce: nobody is on a program's list twice, but of rows without a
// person it may have many.
func onlyPeopleOnce(app core.App) error {
	beneficiaries, err := app.FindCollectionByNameOrId("beneficiaries")
	if err != nil {
		return err
	}
	beneficiaries.RemoveIndex("idx_beneficiaries_person")
	beneficiaries.RemoveIndex("idx_beneficiaries_family")
	beneficiaries.AddIndex("idx_beneficiaries_person", true, "program, resident", "target = 'person' AND resident != ''")
	beneficiaries.AddIndex("idx_beneficiaries_family", true, "program, household", "target = 'household' AND household != ''")
	return app.Save(beneficiaries)
}
