package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		office := core.NewBaseCollection("office")
		office.Fields.Add(
			neededChoice("kind", "desa", "kelurahan", "kota"),
			needed("name", 100),
			needed("short", 20), // stands in letter numbers
			text("area_code", 20),
			text("district", 100), text("regency", 100), text("province", 100),
			text("address", 300), text("postcode", 10), text("phone", 40),
			&core.EmailField{Name: "email"}, text("website", 200),
			text("public_url", 200), // https address printed in QR codes
			text("head_title", 60), text("secretary_title", 60),
			text("hamlet_title", 60), text("hamlet_word", 40),
			needed("time_zone", 60),
			structured("hours", 20_000),
			number("return_days"), // working days until a returned request expires
			text("accent", 20),
			&core.FileField{Name: "logo", MaxSelect: 1, MaxSize: 1 << 20, MimeTypes: []string{"image/png", "image/jpeg"}},
			// A line in Balinese script, above the Latin ones (Pergub Bali 80/2018).
			&core.FileField{Name: "script_line", MaxSelect: 1, MaxSize: 1 << 20, MimeTypes: []string{"image/png", "image/jpeg"}},
			// A finished letterhead that takes the place of all of this.
			&core.FileField{Name: "letterhead", MaxSelect: 1, MaxSize: 2 << 20, MimeTypes: []string{"image/png", "image/jpeg"}},
			text("pledge", 3000), text("pledge_en", 3000),
		)
		stamped(office)
		if err := app.Save(office); err != nil {
			return err
		}

		hamlets := core.NewBaseCollection("hamlets")
		hamlets.Fields.Add(needed("name", 100), text("code", 20), number("sort"))
		stamped(hamlets)
		hamlets.AddIndex("idx_hamlets_name", true, "name", "")
		if err := app.Save(hamlets); err != nil {
			return err
		}

		holidays := core.NewBaseCollection("holidays")
		holidays.Fields.Add(
			&core.TextField{Name: "day", Required: true, Pattern: `^\d{4}-\d{2}-\d{2}$`},
			needed("name", 200),
			neededChoice("kind", "nasional", "cuti_bersama", "bali_fakultatif", "lokal"),
			to(app, "hamlet", "hamlets"), // empty: the whole office
			flag("closed"),               // false: proposed, or the office stays open
		)
		stamped(holidays)
		holidays.AddIndex("idx_holidays_day", true, "day, name, hamlet", "")
		return app.Save(holidays)
	}, drop("holidays", "hamlets", "office"))
}
