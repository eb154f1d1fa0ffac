package beneficiaries_test

import (
	"slices"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/beneficiaries"
	"mdesa/hooks/office"
)

func (v village) pays(id, period string, actor *core.Record) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", payments, map[string]any{"beneficiary": id, "period": period, "paid_on": office.Today(v)}, actor)
}

func (v village) paysMany(program *core.Record, body map[string]any, actor *core.Record) (paid beneficiaries.Paid) {
	v.t.Helper()
	if body["paid_on"] == nil {
		body["paid_on"] = office.Today(v)
	}
	v.Do("POST", "/api/benefits/programs/"+program.Id+"/pay", body, actor).Want(200).Into(&paid)
	return paid
}

// thisMonth is the period of today; aid in these tests began two years ago.
func (v village) thisMonth() string {
	return beneficiaries.PeriodOf(beneficiaries.Monthly, office.Today(v))
}

func TestAPaymentIsRecordedOnceAndCancelledWithAReason(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, with(person(v.Made), "starts_on", "2025-01-01"))
	one := v.pays(id, "2025-02", v.Officer).Want(200).JSON()
	if one["amount"].(float64) != 300_000 || one["by"] != v.Officer.GetString("name") {
		t.Errorf("it is %v", one)
	}
	v.pays(id, "2025-02", v.Secretary).WantFault(409, "benefit.paid_already")
	path := payments + "/" + one["id"].(string)
	v.Do("PATCH", path, map[string]any{"amount": 1}, v.Officer).WantFault(409, "benefit.payment_kept")
	if got := v.Do("PATCH", path, map[string]any{"cancelled_on": "2025-03-01"}, v.Officer); got.FieldKey("cancelled_for") != "benefit.cancel" {
		t.Errorf("cancelled without a reason: %s", got.Body)
	}
	v.Do("DELETE", path, nil, v.Admin).WantFault(409, "benefit.payment_kept")
	v.Do("PATCH", path, map[string]any{"cancelled_for": "returned"}, v.Officer).Want(200)
	v.Do("PATCH", path, map[string]any{"cancelled_for": "mistake"}, v.Officer).WantFault(409, "benefit.payment_kept")
	v.pays(id, "2025-02", v.Officer).Want(200)
	if told := v.told(v.Made); !slices.Equal(told, []string{"benefit.added", "benefit.paid", "benefit.paid"}) {
		t.Errorf("told %v", told)
	}
	v.Do("DELETE", receipts+"/"+id, nil, v.Admin).WantFault(409, "benefit.paid")
}

func TestOnlyWhatIsDueIsPaid(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, with(person(v.Made), "starts_on", "2025-03-01", "ends_on", "2025-12-31"))
	for period, key := range map[string]string{"2025-02": "benefit.period", "2026-01": "benefit.period", "2025-Q2": "benefit.period_key", "2025": "benefit.period_key", "2025-13": "benefit.period_key"} {
		if got := v.pays(id, period, v.Officer); got.FieldKey("period") != key {
			t.Errorf("%s: %d %s", period, got.Status, got.Body)
		}
	}
	candidate := v.given(v.blt, with(person(v.Nyoman), "status", "candidate", "starts_on", "2025-03-01"))
	v.pays(candidate, "2025-04", v.Officer).WantFault(409, "benefit.not_active")
	v.changes(id, map[string]any{"status": "stopped", "stopped_for": "no_longer", "stopped_on": "2025-05-10"}, v.Officer).Want(200)
	v.pays(id, "2025-06", v.Officer).WantFault(409, "benefit.not_active")
	v.pays(id, "2025-05", v.Officer).Want(200) // what began before is still owed
	if got := v.Do("POST", payments, map[string]any{"beneficiary": id, "period": "2025-04", "paid_on": "2999-01-01"}, v.Officer); got.FieldKey("paid_on") != "benefit.paid_on" {
		t.Errorf("paid in the future: %s", got.Body)
	}
}

func TestAWholeProgramIsPaidOnceHoweverOftenItIsSent(t *testing.T) {
	v := start(t)
	v.given(v.blt, with(person(v.Made), "starts_on", "2025-01-01"))
	nyoman := v.given(v.blt, with(family(v.Nyoman), "starts_on", "2025-01-01"))
	v.given(v.blt, with(family(v.Wayan), "starts_on", "2025-01-01"))
	v.given(v.blt, with(person(v.Ketut), "starts_on", "2025-01-01", "status", "candidate"))
	month := v.thisMonth()
	would := v.paysMany(v.blt, map[string]any{"period": month, "except": []string{nyoman}, "check": true}, v.Officer)
	if would.Count != 2 || would.Amount != 600_000 || len(would.Left) != 1 || would.Left[0].ID != nyoman || would.Left[0].Why != "except" {
		t.Fatalf("it would pay %+v", would)
	}
	if n, _ := v.CountRecords("benefit_payments"); n != 0 {
		t.Fatal("a check has paid")
	}
	v.paysMany(v.blt, map[string]any{"period": month, "except": []string{nyoman}}, v.Officer)
	again := v.paysMany(v.blt, map[string]any{"period": month}, v.Secretary)
	if again.Count != 1 || again.Already != 2 {
		t.Errorf("again it pays %+v", again)
	}
	if last := v.paysMany(v.blt, map[string]any{"period": month}, v.Secretary); last.Count != 0 || last.Already != 3 {
		t.Errorf("a third time it pays %+v", last)
	}
	if n, _ := v.CountRecords("benefit_payments"); n != 3 {
		t.Errorf("%d payments", n)
	}
}

func TestOnesOwnFamilyAndWhoIsGoneAreLeftOutOfPayingMany(t *testing.T) {
	v := start(t)
	own := v.given(v.blt, with(family(v.Wayan), "starts_on", "2025-01-01"))
	gone := v.given(v.blt, with(family(v.Nyoman), "starts_on", "2025-01-01"))
	v.given(v.blt, with(person(v.Made), "starts_on", "2025-01-01"))
	v.becomes(v.Nyoman, "life_status", "hilang")
	v.Officer.Set("resident", v.Ketut.Id)
	apptest.Save(t, v, v.Officer)
	paid := v.paysMany(v.blt, map[string]any{"period": v.thisMonth()}, v.Officer)
	why := map[string]string{}
	for _, left := range paid.Left {
		why[left.ID] = left.Why
	}
	if paid.Count != 1 || why[own] != "own" || why[gone] != "attention" && why[gone] != "" {
		t.Errorf("paid %+v", paid)
	}
}

func TestWhoMayNotKeepPaysNobody(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, with(person(v.Made), "starts_on", "2025-01-01"))
	for name, actor := range map[string]*core.Record{"guest": apptest.Guest, "the resident": v.Neighbour, "hamlet head": v.HeadOfKaja, "auditor": v.Auditor} {
		if got := v.pays(id, "2025-02", actor); got.Status < 400 {
			t.Errorf("%s pays: %d", name, got.Status)
		}
		if got := v.Do("POST", "/api/benefits/programs/"+v.blt.Id+"/pay", map[string]any{"period": "2025-02", "paid_on": "2025-02-03"}, actor); got.Status < 401 {
			t.Errorf("%s pays many: %d", name, got.Status)
		}
	}
}
