package residents

import (
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tests"

	_ "mdesa/migrations"
)

// A village of 25,000 is searched at every key an officer strikes: all goes by an
// index, whatever is typed.
func TestSearchNeverWalksTheTable(t *testing.T) {
	app, err := tests.NewTestAppWithConfig(core.BaseAppConfig{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(app.Cleanup)
	lines, ofLines := linesQuery(reach{hamlets: []string{"kaja"}}, []hit{{Resident: "a"}, {Resident: "b"}})
	for name, c := range map[string]struct {
		query  string
		params dbx.Params
		by     string
	}{
		"by words":      {lookUpQuery, dbx.Params{"match": `"made"*`, "most": 3}, "SCAN s VIRTUAL TABLE INDEX 0:M"},
		"by whole name": {wholeNameQuery, dbx.Params{"name": "Made"}, "SEARCH residents USING INDEX idx_residents_name (name=?)"},
		"by number":     {byNumberQuery, dbx.Params{"number": "5171041705900001"}, "idx_residents_nik (nik=?)"},
		"the lines":     {lines, ofLines, "SEARCH r USING INDEX sqlite_autoindex_residents_1 (id=?)"},
		"what is new":   {newWordsQuery, dbx.Params{"seen": 3}, "SEARCH resident_words USING INTEGER PRIMARY KEY (rowid>?)"},
	} {
		plan := planOf(t, app, c.query, c.params)
		if !strings.Contains(plan, c.by) || strings.Count(plan, "SCAN") > strings.Count(c.by, "SCAN") {
			t.Errorf("%s:\n%s", name, plan)
		}
	}
}

func planOf(t *testing.T, app core.App, query string, params dbx.Params) string {
	t.Helper()
	var steps []struct {
		Detail string `db:"detail"`
	}
	if err := app.DB().NewQuery("EXPLAIN QUERY PLAN " + query).Bind(params).All(&steps); err != nil {
		t.Fatal(err)
	}
	var plan strings.Builder
	for _, step := range steps {
		plan.WriteString(step.Detail + "\n")
	}
	return plan.String()
}
