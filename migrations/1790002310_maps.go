package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What a map shows: where its pictures come from (nowhere, as long as the office
// chose none), where it begins, and where each hamlet lies.
func init() {
	m.Register(func(app core.App) error {
		office, err := app.FindCollectionByNameOrId("office")
		if err != nil {
			return err
		}
		office.Fields.Add(
			text("tiles", 300),        // https://tiles.example/{z}/{x}/{y}.png
			text("tiles_credit", 300), // shown in the map's corner; one address in it becomes a link
			&core.GeoPointField{Name: "map_point"},
			number("map_zoom"), // 0: the program's own choice
		)
		if err := app.Save(office); err != nil {
			return err
		}
		hamlets, err := app.FindCollectionByNameOrId("hamlets")
		if err != nil {
			return err
		}
		hamlets.Fields.Add(&core.GeoPointField{Name: "point"}) // 0, 0: not said
		return app.Save(hamlets)
	}, func(app core.App) error {
		for name, fields := range map[string][]string{
			"office": {"tiles", "tiles_credit", "map_point", "map_zoom"}, "hamlets": {"point"},
		} {
			collection, err := app.FindCollectionByNameOrId(name)
			if err != nil {
				return err
			}
			for _, field := range fields {
				collection.Fields.RemoveByName(field)
			}
			if err := app.Save(collection); err != nil {
				return err
			}
		}
		return nil
	})
}
