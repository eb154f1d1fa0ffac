package matrix_test

import (
	"strconv"

	"mdesa/hooks/apptest"
)

// budgetFile balances; its year is the second of the archive's, so that checking
// it again changes nothing.
const budgetFile = "Kode Rekening,Uraian,Anggaran\n4.2.1,Dana Desa,1000\n02.03.10,Jalan,1000\n"

// budgets leaves a published budget of 2026 and one of 2027 that is not.
func (a archive) budgets() {
	a.t.Helper()
	for _, year := range []int{2027, 2026} {
		a.Do("POST", "/api/budget/import", budgetForm(year), a.Secretary).Want(200)
	}
	budget, err := a.FindFirstRecordByData("budgets", "year", 2026)
	if err != nil {
		a.t.Fatal(err)
	}
	budget.Set("published", true)
	apptest.Save(a.t, a, budget)
	line, err := a.FindFirstRecordByFilter("budget_lines", "budget = {:budget} && code = '4.2.1'", map[string]any{"budget": budget.Id})
	if err != nil {
		a.t.Fatal(err)
	}
	a.existing["budgets"], a.existing["budget_lines"], a.existing["budget_versions"] = budget.Id, line.Id, a.first("budget_versions")
}

func budgetForm(year int) apptest.Form {
	return apptest.Form{Fields: map[string]string{"year": strconv.Itoa(year), "stage": "plan"},
		Files: []apptest.File{{Field: "file", Name: "apbdes.csv", Body: []byte(budgetFile)}}}
}

func (a archive) budgetToCreate() map[string]any {
	hidden, err := a.FindFirstRecordByData("budgets", "year", 2027)
	if err != nil {
		a.t.Fatal(err)
	}
	return map[string]any{
		"budgets":         map[string]any{"year": 2030},
		"budget_lines":    map[string]any{"budget": hidden.Id, "code": "4.3.6", "plan": 5},
		"budget_versions": map[string]any{"budget": hidden.Id, "stage": "plan", "kind": "file", "lines": []any{}},
	}
}

var budgetToUpdate = map[string]any{
	"budgets":         map[string]any{"note": "lain"},
	"budget_lines":    map[string]any{"name": "Dana Desa dari APBN"},
	"budget_versions": map[string]any{"note": "lain"},
}

func (a archive) budgetRoutes() group {
	return group{"The budget", []route{
		{name: "all years", method: "GET", path: "/api/open/budgets"},
		{name: "a year", method: "GET", path: "/api/open/budgets/2026"},
		{name: "a year not published", method: "GET", path: "/api/open/budgets/2027"},
		{name: "as a table", method: "GET", path: "/api/open/budgets/2026/csv"},
		{name: "a table not published", method: "GET", path: "/api/open/budgets/2027/xlsx"},
		{name: "years at the desk", method: "GET", path: "/api/budget"},
		{name: "a year at the desk", method: "GET", path: "/api/budget/2027"},
		{name: "export at the desk", method: "GET", path: "/api/budget/2027/export?format=csv"},
		{name: "check a file", method: "POST", path: "/api/budget/check", body: budgetForm(2027)},
		{name: "import a file", method: "POST", path: "/api/budget/import", body: budgetForm(2027)},
		{name: "correct a line", method: "POST", path: "/api/budget/2027/lines", body: map[string]any{"stage": "plan", "amounts": map[string]any{"4.2.1": 1000}}},
		{name: "withdraw from nothing", method: "POST", path: "/api/budget/2027/withdraw", body: map[string]any{"stage": "realised"}},
		{name: "drop the history", method: "DELETE", path: "/api/collections/budget_versions/truncate"},
	}}
}
