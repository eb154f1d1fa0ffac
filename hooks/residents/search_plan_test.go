package residents

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tests"

	_ "mdesa/migrations"
)

// A village of 25,000 is searched at every key an officer strikes.
func TestSearchWalksAnIndexAndNeverTheTable(t *testing.T) {
	app, err := tests.NewTestAppWithConfig(core.BaseAppConfig{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(app.Cleanup)
	for _, c := range []struct {
		name   string
		within reach
		q      string
		walks  string
	}{
		{"the whole village by name", reach{everywhere: true}, "made sari", "SCAN r USING INDEX idx_residents_name"},
		{"one banjar by name", reach{hamlets: []string{"kaja"}}, "made sari", "SEARCH r USING INDEX idx_residents_hamlet_name (hamlet=?)"},
		{"by number", reach{everywhere: true}, "5171041705900001", "SEARCH r USING INDEX idx_residents_nik (nik=?)"},
	} {
		query, params := searchQuery(c.within, c.q)
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
		if !strings.Contains(plan.String(), c.walks) || strings.Count(plan.String(), "SCAN") > strings.Count(c.walks, "SCAN") {
			t.Errorf("%s:\n%s", c.name, plan.String())
		}
	}
}
