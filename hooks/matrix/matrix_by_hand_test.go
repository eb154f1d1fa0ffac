package matrix_test

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// byHand are rows that only months or files bring about: a closed month, a batch of
// an import. They are put into their tables by SQL. A cut of the trail and the
// emptying of a request cannot be: triggers ask for their age.
func (a archive) byHand() {
	a.t.Helper()
	now := types.NowDateTime().String()
	for collection, row := range map[string]dbx.Params{
		"population_months": {"month": "2020-01", "closer_name": "Ni Sekretaris", "hash": "00", "opening": "{}", "closing": "{}"},
		"imports":           {"name": "warga.xlsx", "format": "opensid", "state": "done", "created": now},
		"import_changes":    {"import": "batch0000000000", "resident": a.Wayan.Id, "changes": `{"name":["Wayan","I Wayan"]}`},
	} {
		a.existing[collection] = a.put(collection, row)
	}
	a.existing["units"], a.existing["reference_values"] = a.first("units"), a.first("reference_values")
}

func (v village) put(collection string, row dbx.Params) string {
	v.t.Helper()
	row["id"] = core.GenerateDefaultRandomId()
	if _, err := v.DB().Insert(collection, row).Execute(); err != nil {
		v.t.Fatal(collection, err)
	}
	return row["id"].(string)
}
