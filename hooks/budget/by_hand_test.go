package budget_test

import (
	"testing"

	"mdesa/hooks/apptest"
)

const lines = "/api/collections/budget_lines/records"

func TestALineByHandCountsAtOnce(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	v.Do("PATCH", lines+"/"+v.line("01.01.01 5.1.1").Id, map[string]any{"plan": 440_000_000}, v.Officer).Want(200)
	v.wants(map[string]string{"01": "440000000 0 0", "5": "1040000000 0 0"})
	v.Do("POST", lines, map[string]any{"budget": v.budget().Id, "code": "03.02.03 5.2.2", "plan": 10_000_000}, v.Officer).Want(200)
	v.wants(map[string]string{"03": "10000000 0 0", "5": "1050000000 0 0"})
	if name := v.line("03.02").GetString("name"); name != "Kebudayaan dan Keagamaan" {
		t.Errorf("the new subfield is called %q", name)
	}
	v.publishes()
	v.Do("DELETE", lines+"/"+v.line("03.02.03 5.2.2").Id, nil, v.Officer).WantFault(400, "budget.must_stay_balanced")
	last, err := v.FindFirstRecordByData("budget_versions", "number", 3)
	if err != nil || last.GetString("kind") != "hand" || last.GetString("by") != v.Officer.GetString("name") {
		t.Errorf("the history says %v %v", last, err)
	}
}

func TestWhatALineCannotBe(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	create := func(code string, amount any) *apptest.Response {
		return v.Do("POST", lines, map[string]any{"budget": v.budget().Id, "code": code, "plan": amount}, v.Officer)
	}
	create("02.3.10", 1).WantFault(400, "budget.unknown_code")
	create("5.1.1", 1).WantFault(400, "budget.unknown_code")
	create("02.03.10 5.3.5", 1).WantFault(409, "budget.line_twice")
	create("02.03.10 5.3.5.01", 1).WantFault(400, "budget.below_amount")
	create("03.01.01", -1).WantFault(400, "budget.line_amount")
	create("03.01.01", 2e13).WantFault(400, "budget.line_amount")
	sum := lines + "/" + v.line("02.03").Id
	v.Do("PATCH", sum, map[string]any{"plan": 1}, v.Officer).WantFault(400, "budget.is_sum")
	v.Do("PATCH", sum, map[string]any{"code": "02.04"}, v.Officer).WantFault(400, "budget.line_fixed")
	v.Do("DELETE", sum, nil, v.Officer).WantFault(409, "budget.has_below")
	v.Do("PATCH", sum, map[string]any{"name": "Jalan dan Ruang"}, v.Officer).Want(200)
	v.Do("PATCH", lines+"/"+v.line("4.2.1").Id, map[string]any{"plan": 1, "leaf": false, "sort": 99, "parent": "5", "part": "spending"}, v.Admin).Want(200)
	if line := v.line("4.2.1"); !line.GetBool("leaf") || line.GetInt("sort") == 99 || line.GetString("parent") != "4.2" || line.GetString("part") != "income" {
		t.Errorf("a hand changed what follows from the code: %v", line.PublicExport())
	}
}

func TestMovingMoneyBetweenLinesOfAPublishedBudget(t *testing.T) {
	v := start(t)
	v.imports(plan, "plan")
	v.publishes()
	correct := func(amounts map[string]any) *apptest.Response {
		return v.Do("POST", "/api/budget/2026/lines", map[string]any{"stage": "plan", "note": "Salah ketik", "amounts": amounts}, v.Secretary)
	}
	correct(map[string]any{"02.03.10 5.3.5": 590_000_000}).WantFault(400, "budget.must_stay_balanced")
	correct(map[string]any{"02.03.10 5.3.5": 590_000_000, "01.01.01 5.1.1": 460_000_000}).Want(200)
	v.wants(map[string]string{"02": "590000000 0 0", "01": "460000000 0 0"})
	correct(map[string]any{"02": 1}).WantFault(400, "budget.is_sum")
	correct(map[string]any{"9.9": 1}).WantFault(400, "budget.unknown_code")
}

func TestWhoKeepsTheBudget(t *testing.T) {
	v := start(t)
	for actor, want := range map[string]int{"officer": 200, "secretary": 200, "head": 200, "auditor": 403, "hamlet": 403, "admin": 200} {
		who := map[string]*apptest.Response{
			"officer": v.sends("check", plan, "plan", v.Officer), "secretary": v.sends("check", plan, "plan", v.Secretary),
			"head": v.sends("check", plan, "plan", v.VillageHead), "auditor": v.sends("check", plan, "plan", v.Auditor),
			"hamlet": v.sends("check", plan, "plan", v.HeadOfKaja), "admin": v.sends("check", plan, "plan", v.Admin),
		}[actor]
		if who.Status != want {
			t.Errorf("%s: %d", actor, who.Status)
		}
	}
	v.sends("check", plan, "plan", v.Resident).Want(403)
	v.sends("check", plan, "plan", apptest.Guest).Want(401)
	v.imports(plan, "plan")
	line := lines + "/" + v.line("4.2.1").Id
	for _, path := range []string{"/api/open/budgets/2026", "/api/open/budgets/2026/csv", line, "/api/open/budgets/2025", "/api/open/budgets/x"} {
		v.Do("GET", path, nil, apptest.Guest).Want(404)
	}
	v.Do("GET", line, nil, v.Auditor).Want(200)
	v.Do("PATCH", line, map[string]any{"plan": 1}, v.HeadOfKaja).WantFault(403, "budget.not_yours")
	v.publishes()
	for _, path := range []string{"/api/open/budgets/2026", "/api/open/budgets/2026/csv", "/api/open/budgets/2026/xlsx", "/api/open/budgets/2026/json", line} {
		v.Do("GET", path, nil, apptest.Guest).Want(200)
	}
	if n := v.Do("GET", "/api/collections/budget_versions/records", nil, apptest.Guest).Want(200).JSON()["totalItems"]; n != 0.0 {
		t.Errorf("a guest lists %v entries of the history", n)
	}
}
