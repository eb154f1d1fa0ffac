package office

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errAreaUnsound = fault.New(fault.Invalid, "office.area_unsound",
		"Wilayah belum tersimpan. Perbaiki isian yang ditandai.",
		"The area was not saved. Mend the marked fields.")
	errAreaRing = fault.New(fault.Invalid, "office.area_ring",
		"Wilayah ini tidak dapat berada di dalam dirinya sendiri atau di dalam bagiannya. Pilih induk yang lain.",
		"An area cannot lie in itself or in one of its parts. Choose another parent.")
	errAreaDeep = fault.New(fault.Invalid, "office.area_deep",
		"Wilayah paling banyak tiga tingkat, misalnya banjar, tempekan, lalu RT. Pilih induk yang lebih tinggi.",
		"Areas have three levels at most, for example banjar, tempekan and RT. Choose a higher parent.")
)

// areaLevels is how deep areas may lie in one another. The access rules of
// hooks/access look up so far.
const areaLevels = 3

// refuseAreaRing keeps the areas a tree of at most three levels.
func refuseAreaRing(e *core.RecordEvent) error {
	above := 0
	for at := e.Record.GetString("parent"); at != ""; above++ {
		if at == e.Record.Id {
			return errAreaUnsound.At("parent", errAreaRing)
		}
		if above >= areaLevels {
			break
		}
		parent, err := e.App.FindRecordById("hamlets", at)
		if err != nil {
			return err
		}
		at = parent.GetString("parent")
	}
	below, err := levelsBelow(e.App, e.Record.Id)
	if err != nil {
		return err
	}
	if above+1+below > areaLevels {
		return errAreaUnsound.At("parent", errAreaDeep)
	}
	return e.Next()
}

func levelsBelow(app core.App, hamlet string) (int, error) {
	level, ids := 0, []any{hamlet}
	for ; level < areaLevels; level++ {
		var parts []string
		err := app.DB().Select("id").From("hamlets").Where(dbx.In("parent", ids...)).Column(&parts)
		if err != nil || len(parts) == 0 {
			return level, err
		}
		ids = ids[:0]
		for _, id := range parts {
			ids = append(ids, id)
		}
	}
	return level, nil
}
