package matrix_test

import "mdesa/hooks/apptest"

// statistics leaves a kept release.
func (a archive) statistics() {
	a.t.Helper()
	a.existing["statistics"] = apptest.Save(a.t, a, apptest.Record(a.t, a, "statistics", map[string]any{"key": "services/2026-01", "as_of": "2026-02-01",
		"body": `{"services":[],"month":"2026-01","filed":{"total":0,"items":null},"completed":{"total":0,"items":null}}`})).Id
}

var (
	statisticsToCreate = map[string]any{"statistics": map[string]any{"key": "services/2026-02", "as_of": "2026-03-01", "body": "{}"}}
	statisticsToUpdate = map[string]any{"statistics": map[string]any{"as_of": "2026-02-02"}}
)

func (a archive) statisticsRoutes() group {
	return group{"Statistics", []route{
		{name: "all", method: "GET", path: "/api/open/statistics"},
		{name: "as a table", method: "GET", path: "/api/open/statistics/csv"},
		{name: "as JSON", method: "GET", path: "/api/open/statistics/json"},
		{name: "drop all", method: "DELETE", path: "/api/collections/statistics/truncate"},
	}}
}
