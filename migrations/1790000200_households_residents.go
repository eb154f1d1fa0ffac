package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		households := core.NewBaseCollection("households")
		households.Fields.Add(
			&core.TextField{Name: "kk", Required: true, Max: 16},
			neededTo(app, "hamlet", "hamlets"),
			text("address", 300), text("rt", 10), text("rw", 10),
		)
		stamped(households)
		households.AddIndex("idx_households_kk", true, "kk", "")
		households.AddIndex("idx_households_hamlet", false, "hamlet", "")
		if err := app.Save(households); err != nil {
			return err
		}

		residents := core.NewBaseCollection("residents")
		residents.Fields.Add(
			&core.TextField{Name: "nik", Required: true, Max: 16},
			flag("nik_temporary"),
			needed("name", 150),
			to(app, "household", "households"),
			neededTo(app, "hamlet", "hamlets"),
			choice("family_role", "kepala keluarga", "suami", "istri", "anak", "menantu", "cucu", "orang tua", "mertua", "famili lain", "pembantu", "lainnya"),
			text("birth_place", 100),
			&core.TextField{Name: "birth_date", Pattern: `^\d{4}-\d{2}-\d{2}$`},
			neededChoice("sex", "L", "P"),
			choice("religion", "Islam", "Kristen", "Katholik", "Hindu", "Budha", "Khonghucu", "Kepercayaan"),
			choice("marital_status", "belum kawin", "kawin", "cerai hidup", "cerai mati"),
			text("occupation", 100), text("education", 100),
			choice("citizenship", "WNI", "WNA", "dua kewarganegaraan"),
			text("address", 300),
			neededChoice("life_status", "hidup", "mati", "pindah", "hilang", "pergi", "tidak valid"),
			text("phone", 20),
		)
		stamped(residents)
		residents.AddIndex("idx_residents_nik", true, "nik", "")
		residents.AddIndex("idx_residents_household", false, "household", "")
		residents.AddIndex("idx_residents_hamlet_name", false, "hamlet, name", "")
		residents.AddIndex("idx_residents_name", false, "name COLLATE NOCASE", "")
		return app.Save(residents)
	}, drop("residents", "households"))
}
