package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Who has no login says "me too" at the counter: a support belongs to a resident,
// and to a login where there is one.
func init() {
	m.Register(func(app core.App) error {
		supports, err := app.FindCollectionByNameOrId("report_supports")
		if err != nil {
			return err
		}
		supports.Fields.GetByName("account").(*core.RelationField).Required = false
		supports.Fields.Add(to(app, "resident", "residents"))
		supports.RemoveIndex("idx_report_supports_once")
		if err := app.Save(supports); err != nil {
			return err
		}
		_, err = app.DB().NewQuery(`UPDATE report_supports SET resident =
			COALESCE((SELECT a.resident FROM accounts a WHERE a.id = report_supports.account), '')`).Execute()
		if err != nil {
			return err
		}
		supports.AddIndex("idx_report_supports_once", true, "report, account", "account != ''")
		supports.AddIndex("idx_report_supports_person", true, "report, resident", "resident != ''")
		return app.Save(supports)
	}, func(app core.App) error {
		supports, err := app.FindCollectionByNameOrId("report_supports")
		if err != nil {
			return err
		}
		if _, err := app.DB().NewQuery(`DELETE FROM report_supports WHERE account = ''`).Execute(); err != nil {
			return err
		}
		supports.RemoveIndex("idx_report_supports_person")
		supports.RemoveIndex("idx_report_supports_once")
		supports.AddIndex("idx_report_supports_once", true, "report, account", "")
		supports.Fields.RemoveByName("resident")
		supports.Fields.GetByName("account").(*core.RelationField).Required = true
		return app.Save(supports)
	})
}
