package beneficiaries_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestAPersonAHouseholdAndAGroupGetAid(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.wants(id, map[string]string{"status": "active", "hamlet": v.Kaja.Id, "by": v.Officer.GetString("name")})
	v.wants(v.given(v.blt, family(v.Nyoman)), map[string]string{"resident": v.Nyoman.Id, "hamlet": v.Kelod.Id})
	v.wants(v.given(v.pkh, map[string]any{"target": "group", "group_name": "Sekaa Tani Lestari", "group_members": 12, "hamlet": v.Kelod.Id, "amount": 0, "in_kind": "bibit padi"}),
		map[string]string{"hamlet": v.Kelod.Id, "group_members": "12"})
	if told := v.told(v.Made); !slices.Equal(told, []string{"benefit.added"}) {
		t.Errorf("Made was told %v", told)
	}
}

func TestWhatIsIncompleteIsRefusedAtItsField(t *testing.T) {
	v := start(t)
	for name, c := range map[string]struct {
		fields map[string]any
		field  string
	}{
		"nobody":         {map[string]any{"target": "person"}, "resident"},
		"no family":      {map[string]any{"target": "household"}, "household"},
		"a nameless one": {map[string]any{"target": "group", "hamlet": v.Kaja.Id}, "group_name"},
		"nothing":        {with(person(v.Made), "amount", 0), "amount"},
		"less":           {with(person(v.Made), "amount", -1), "amount"},
		"too much":       {with(person(v.Made), "amount", 2_000_000_000), "amount"},
		"no day":         {with(person(v.Made), "starts_on", "1/1/2026"), "starts_on"},
		"backwards":      {with(person(v.Made), "ends_on", "2025-12-31"), "ends_on"},
		"another family": {with(family(v.Made), "resident", v.Nyoman.Id), "resident"},
	} {
		if got := v.gives(v.blt, c.fields, v.Officer); got.Status != 400 || got.FieldKey(c.field) == "" {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
}

func TestNobodyIsOnAListTwice(t *testing.T) {
	v := start(t)
	v.given(v.blt, person(v.Made))
	v.gives(v.blt, person(v.Made), v.Officer).WantFault(409, "benefit.already")
}

func TestWhoGetsOtherAidIsNamedAndTheOfficerSaysWhy(t *testing.T) {
	v := start(t)
	v.given(v.blt, family(v.Wayan))
	for name, fields := range map[string]map[string]any{"the head": person(v.Wayan), "the wife": person(v.Ketut), "the family": family(v.Wayan)} {
		answer := v.gives(v.pkh, fields, v.Officer).WantFault(409, "benefit.double")
		if text := answer.JSON()["message"].(string); !strings.Contains(text, "BLT Dana Desa 2026 (I Wayan Sukarta)") {
			t.Errorf("%s: %s", name, text)
		}
	}
	v.gives(v.pkh, person(v.Made), v.Officer).Want(200)
	v.gives(v.pkh, with(person(v.Ketut), "status", "candidate"), v.Officer).Want(200)
	id := v.given(v.pkh, with(person(v.Wayan), "double_for", "other_kind"))
	v.wants(id, map[string]string{"double_for": "other_kind"})
}

func TestACandidateIsWarnedOfWhenApproved(t *testing.T) {
	v := start(t)
	id := v.given(v.pkh, with(person(v.Ketut), "status", "candidate"))
	v.given(v.blt, family(v.Wayan))
	v.changes(id, map[string]any{"status": "active"}, v.Secretary).WantFault(409, "benefit.double")
	v.changes(id, map[string]any{"status": "active", "double_for": "decided", "reference": "BA Musdes 3/2026"}, v.Secretary).Want(200)
}

func TestStatusesGoTheirWay(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, with(person(v.Made), "status", "candidate"))
	v.changes(id, map[string]any{"status": "ended"}, v.Officer).WantFault(409, "benefit.status")
	v.changes(id, map[string]any{"status": "active"}, v.Officer).Want(200)
	if got := v.changes(id, map[string]any{"status": "stopped"}, v.Officer); got.FieldKey("stopped_for") != "benefit.reason" {
		t.Errorf("it stopped without a reason: %s", got.Body)
	}
	v.changes(id, map[string]any{"status": "stopped", "stopped_for": "declined"}, v.Officer).Want(200)
	v.changes(id, map[string]any{"status": "active"}, v.Officer).Want(200)
	v.wants(id, map[string]string{"stopped_for": "", "stopped_on": ""})
	v.changes(id, map[string]any{"resident": v.Nyoman.Id}, v.Officer).WantFault(400, "benefit.fixed")
	v.changes(id, map[string]any{"program": v.pkh.Id}, v.Officer).WantFault(400, "benefit.fixed")
	if told := v.told(v.Made); !slices.Equal(told, []string{"benefit.added", "benefit.stopped", "benefit.added"}) {
		t.Errorf("told %v", told)
	}
}

func TestNobodyGivesAidToTheirOwn(t *testing.T) {
	v := start(t)
	v.Officer.Set("resident", v.Ketut.Id)
	apptest.Save(t, v, v.Officer)
	for name, fields := range map[string]map[string]any{"oneself": person(v.Ketut), "one's husband": person(v.Wayan), "one's household": family(v.Ketut)} {
		if got := v.gives(v.blt, fields, v.Officer); got.Key() != "benefit.own" {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
	id := v.given(v.blt, with(family(v.Ketut), "status", "candidate"))
	v.changes(id, map[string]any{"status": "active"}, v.Officer).WantFault(403, "benefit.own")
	v.changes(id, map[string]any{"amount": 900_000}, v.Officer).WantFault(403, "benefit.own")
	v.changes(id, map[string]any{"resident": v.Made.Id}, v.Officer).WantFault(403, "benefit.own")
	v.changes(id, map[string]any{"status": "active"}, v.Secretary).Want(200)
	v.Do("POST", payments, map[string]any{"beneficiary": id, "period": "2026-01", "paid_on": "2026-01-20"}, v.Officer).WantFault(403, "benefit.own")
	v.given(v.blt, person(v.Made))
}

func TestOnlyKeepersWriteAndNobodyReadsTheCollections(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	pay := v.Do("POST", payments, map[string]any{"beneficiary": id, "period": "2026-01", "paid_on": "2026-01-20"}, v.Officer).Want(200).JSON()["id"].(string)
	for actor, record := range map[string]*core.Record{"guest": apptest.Guest, "Made": v.Neighbour, "a neighbour": v.Resident,
		"a hamlet head": v.HeadOfKaja, "an auditor": v.Auditor} {
		for _, try := range []string{
			"GET " + receipts, "GET " + receipts + "/" + id, "GET " + receipts + "?expand=resident,household", "GET " + receipts + "?filter=(resident.nik~'5171')",
			"GET " + receipts + "?sort=amount", "GET " + payments, "GET " + payments + "/" + pay + "?expand=beneficiary.resident", "DELETE " + receipts + "/" + id,
			"DELETE " + payments + "/" + pay, "GET /api/collections/benefit_imports/records",
		} {
			method, path, _ := strings.Cut(try, " ")
			if got := v.Do(method, path, nil, record); got.Status < 400 {
				t.Errorf("%s: %s: %d %s", actor, try, got.Status, got.Body)
			}
		}
		if got := v.gives(v.blt, person(v.Nyoman), record); got.Status < 400 {
			t.Errorf("%s writes: %d", actor, got.Status)
		}
		if got := v.changes(id, map[string]any{"amount": 9}, record); got.Status < 400 {
			t.Errorf("%s changes: %d", actor, got.Status)
		}
	}
	if got := v.Do("GET", receipts, nil, v.Officer); got.Status < 400 {
		t.Errorf("an officer lists past the trail: %d", got.Status)
	}
	answer := v.Do("PATCH", receipts+"/"+id+"?expand=resident", map[string]any{"reference": "Perkades 3"}, v.Officer).Want(200)
	if strings.Contains(string(answer.Body), v.Made.GetString("nik")) {
		t.Error("an expand gives the NIK away")
	}
}

func TestWhatTheProgramWritesNobodyDoes(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, with(person(v.Made), "attention", "resume", "import", "x", "stopped_event", "y", "hamlet", v.Kelod.Id, "officer", v.VillageHead.Id))
	v.wants(id, map[string]string{"attention": "", "import": "", "stopped_event": "", "hamlet": v.Kaja.Id, "officer": v.Officer.Id})
}
