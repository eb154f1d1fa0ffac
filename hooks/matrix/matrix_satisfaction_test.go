package matrix_test

import (
	"strings"

	"mdesa/hooks/apptest"
)

// satisfied leaves a rating and a follow-up plan.
func (a archive) satisfied() {
	a.t.Helper()
	save := func(collection string) string {
		return apptest.Save(a.t, a, apptest.Record(a.t, a, collection, a.satisfactionToCreate()[collection].(map[string]any))).Id
	}
	a.existing["ratings"], a.existing["satisfaction_plans"] = save("ratings"), save("satisfaction_plans")
}

func (a archive) satisfactionToCreate() map[string]any {
	return map[string]any{
		"ratings":            map[string]any{"mark": strings.Repeat("0", 64), "service": a.Service("domicile").Id, "month": "2026-01", "channel": "self", "overall": 4},
		"satisfaction_plans": map[string]any{"period": "2026-S1", "text": "Tambah kursi."},
	}
}

var satisfactionToUpdate = map[string]any{
	"ratings":            map[string]any{"overall": 1},
	"satisfaction_plans": map[string]any{"text": "Tambah kipas."},
}

func (a archive) satisfactionRoutes() group {
	return group{"Satisfaction and promises", []route{
		{name: "the index", method: "GET", path: "/api/open/satisfaction"},
		{name: "as a table", method: "GET", path: "/api/open/satisfaction/csv"},
		{name: "as a file", method: "GET", path: "/api/open/satisfaction/json"},
		{name: "the board of promises", method: "GET", path: "/api/open/promises"},
		{name: "the board as a table", method: "GET", path: "/api/open/promises/csv"},
		{name: "the form of Wayan's request", method: "GET", path: "/api/satisfaction/requests/" + a.request.Id},
		{name: "rate Wayan's request wrongly", method: "POST", path: "/api/satisfaction/requests/" + a.request.Id, body: map[string]any{"overall": 9}},
		{name: "find by receipt", method: "POST", path: "/api/satisfaction/counter", body: map[string]any{"code": "XXXXXXXX"}},
		{name: "the desk", method: "GET", path: "/api/satisfaction/desk"},
		{name: "an empty plan", method: "PUT", path: "/api/satisfaction/plans/2026", body: map[string]any{"text": ""}},
		{name: "drop the ratings", method: "DELETE", path: "/api/collections/ratings/truncate"},
	}}
}
