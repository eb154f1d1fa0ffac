package programs_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestABudgetLineMustBeOfTheProgramsYearAndActivity(t *testing.T) {
	v := start(t)
	spending, income := v.spends(2026, true)
	for name, wrong := range map[string]struct {
		fields map[string]any
		key    string
		says   []string
	}{
		"income":           {map[string]any{"budget_line": income.Id}, "program.line_not_spending", []string{"4.2.1"}},
		"another year":     {map[string]any{"budget_line": spending.Id, "year": 2027}, "program.line_other_year", []string{"2026", "2027"}},
		"another activity": {map[string]any{"budget_line": spending.Id, "activity": "02.03.14"}, "program.line_other_activity", []string{"02.03.10", "02.03.14"}},
	} {
		answer := v.builds(wrong.fields).Want(400)
		if key := answer.FieldKey("budget_line"); key != wrong.key {
			t.Errorf("%s: %q", name, key)
		}
		for _, word := range wrong.says {
			if !strings.Contains(string(answer.Body), word) {
				t.Errorf("%s does not name %s: %s", name, word, answer.Body)
			}
		}
	}
	if key := v.builds(map[string]any{"activity": "07.01.01"}).Want(400).FieldKey("activity"); key != "program.activity" {
		t.Error(key)
	}
	v.builds(map[string]any{"budget_line": spending.Id, "activity": "02.03.10"}).Want(200)
}

func TestALineOfAnUnpublishedBudgetIsNotShown(t *testing.T) {
	v := start(t)
	line, _ := v.spends(2026, false)
	program := v.built(map[string]any{"budget_line": line.Id})
	if body := string(v.Do("GET", "/api/open/programs/"+program, nil, apptest.Guest).Want(200).Body); strings.Contains(body, "600000000") {
		t.Error(body)
	}
	if body := string(v.Do("GET", "/api/programs/"+program, nil, v.Officer).Want(200).Body); !strings.Contains(body, "600000000") {
		t.Error(body)
	}
}

func TestProgressAndStateFollowTheMilestones(t *testing.T) {
	v := start(t)
	program := v.built(map[string]any{"progress": 90, "state": "planned"})
	want := func(progress int, state string) {
		t.Helper()
		if kept := v.found("programs", program); kept.GetInt("progress") != progress || kept.GetString("state") != state {
			t.Fatalf("%d %% %s, want %d %% %s", kept.GetInt("progress"), kept.GetString("state"), progress, state)
		}
	}
	change := func(fields map[string]any) *apptest.Response {
		return v.Do("PATCH", programsPath+"/"+program, fields, v.Secretary)
	}
	want(0, "planned")
	v.reaches(program, 0, "2026-03-01").Want(200)
	want(0, "planned")
	v.reaches(program, 50, "2026-04-01").Want(200)
	want(50, "running")
	if key := change(map[string]any{"state": "done"}).Want(400).FieldKey("state"); key != "program.not_done" {
		t.Error(key)
	}
	if key := change(map[string]any{"state": "stopped"}).Want(400).FieldKey("stopped_because"); key != "program.stopped_because" {
		t.Error(key)
	}
	change(map[string]any{"state": "stopped", "stopped_because": "Kontraktor mundur."}).Want(200)
	v.reaches(program, 60, "2026-05-01").Want(200)
	want(60, "stopped")
	change(map[string]any{"state": "running", "progress": 7}).Want(200)
	want(60, "running")
	last := v.reaches(program, 100, "2026-06-01").Want(200).JSON()["id"].(string)
	want(100, "done")
	v.Do("DELETE", milestonesPath+"/"+last, nil, v.Officer).Want(204)
	want(60, "running")
}

func TestWhatAMilestoneMustSay(t *testing.T) {
	v := start(t)
	program := v.built(nil)
	v.reaches(program, 50, "2026-04-01").Want(200)
	for name, field := range map[string]struct {
		percent int
		on      string
		field   string
	}{"more than all": {101, "2026-05-01", "percent"}, "less than nothing": {-1, "2026-05-01", "percent"}, "tomorrow": {60, "2100-01-01", "on"},
		"no day": {60, "kemarin", "on"}, "back in time": {60, "2026-03-01", "on"}, "less on a later day": {40, "2026-05-01", "on"}} {
		if key := v.reaches(program, field.percent, field.on).Want(400).FieldKey(field.field); key == "" {
			t.Errorf("%s was no fault of %s", name, field.field)
		}
	}
	if n, err := v.CountRecords("milestones"); err != nil || n != 1 {
		t.Errorf("%d milestones, %v", n, err)
	}
}

func TestWhoKeepsPrograms(t *testing.T) {
	v := start(t)
	program := v.built(nil)
	for name, who := range map[string]*core.Record{"hamlet head": v.HeadOfKaja, "auditor": v.Auditor} {
		v.Do("POST", programsPath, map[string]any{"title": "x", "goal": "y", "kind": "works", "year": 2026}, who).WantFault(403, "program.not_yours")
		v.Do("PATCH", programsPath+"/"+program, map[string]any{"title": name}, who).WantFault(403, "program.not_yours")
		v.Do("POST", milestonesPath, map[string]any{"program": program, "percent": 10, "on": "2026-05-01"}, who).WantFault(403, "milestone.not_yours")
		v.Do("DELETE", programsPath+"/"+program, nil, who).WantFault(403, "program.not_yours")
	}
	v.Do("PATCH", programsPath+"/"+program, map[string]any{"title": "x"}, v.Resident).Want(404)
	v.Do("POST", programsPath, map[string]any{"title": "x", "goal": "y", "kind": "works", "year": 2026}, v.Resident).Want(400)
	v.Do("DELETE", programsPath+"/"+program, nil, v.Secretary).WantFault(409, "program.published")
	v.Do("DELETE", programsPath+"/"+program, nil, v.Admin).WantFault(409, "program.published")

	draft := v.built(map[string]any{"published": false})
	v.reaches(draft, 10, "2026-05-01").Want(200)
	v.Do("DELETE", programsPath+"/"+draft, nil, v.Secretary).Want(204)
	if n, err := v.CountRecords("milestones"); err != nil || n != 0 {
		t.Errorf("%d milestones are left, %v", n, err)
	}
}

func TestOnlyAcceptedProposalsBecomeAProgram(t *testing.T) {
	v := start(t)
	first, second := v.proposes(v.Resident, "Lampu"), v.proposes(v.Resident, "Jalan")
	v.accepts(first)
	if key := v.builds(map[string]any{"proposals": []string{first, second}}).Want(400).FieldKey("proposals"); key != "program.proposals" {
		t.Error(key)
	}
	v.accepts(second)
	v.built(map[string]any{"proposals": []string{first, second}})
	v.changes(v.Secretary, first, map[string]any{"state": "refused", "reason": "Tidak jadi saja."}).WantFault(409, "proposal.has_program")
}

func TestMyProgramsAreThoseOfMyHamletAndOfTheVillage(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Neighbour, "Lampu")
	v.supports(v.Resident, proposal).Want(200)
	v.accepts(proposal)
	kaja := v.built(map[string]any{"hamlet": apptest.KajaID, "proposals": []string{proposal}})
	village := v.built(nil)
	v.built(map[string]any{"hamlet": apptest.KelodID})
	v.built(map[string]any{"published": false})
	aid := v.built(map[string]any{"hamlet": apptest.KelodID, "kind": "aid"})
	apptest.Save(t, v, apptest.Record(t, v, "beneficiaries", map[string]any{"program": aid, "target": "household", "household": v.Wayan.GetString("household"),
		"resident": v.Ketut.Id, "status": "active", "starts_on": "2026-01-01"}))
	var answer struct {
		Hamlet struct{ ID string }
		Items  []struct {
			ID              string
			Asked, Receives bool
		}
	}
	v.Do("GET", "/api/programs/mine", nil, v.Resident).Want(200).Into(&answer)
	asked, receives := map[string]bool{}, map[string]bool{}
	for _, item := range answer.Items {
		asked[item.ID], receives[item.ID] = item.Asked, item.Receives
	}
	if mine, there := asked[village]; len(asked) != 3 || !asked[kaja] || mine || !there || answer.Hamlet.ID != apptest.KajaID {
		t.Errorf("%+v", answer)
	}
	if !receives[aid] || receives[village] || answer.Items[2].ID != village {
		t.Errorf("one's own are not first: %+v", answer)
	}
	v.Do("GET", "/api/programs/mine", nil, apptest.Guest).Want(401)
	v.Do("GET", "/api/programs/mine", nil, v.Officer).Want(403)

	var own struct {
		Items     []map[string]any
		Supported map[string]string
		WhyNot    string `json:"why_not"`
	}
	v.Do("GET", "/api/proposals/mine", nil, v.Resident).Want(200).Into(&own)
	if len(own.Items) != 0 || own.Supported[proposal] == "" || own.WhyNot != "" {
		t.Errorf("%+v", own)
	}
}

func TestADecisionIsToldToMakerAndSupporters(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	v.supports(v.Neighbour, proposal).Want(200)
	v.accepts(proposal)
	v.wantTold("proposal.accepted", v.Resident, v.Neighbour)

	merged, into := v.proposes(v.Resident, "Selokan"), v.proposes(v.neighbour(1, nil), "Got mampet")
	v.supports(v.Neighbour, merged).Want(200)
	v.changes(v.Secretary, merged, map[string]any{"state": "merged", "merged_into": into, "reason": "Sama isinya."}).Want(200)
	v.wantTold("proposal.merged", v.Resident, v.Neighbour)
}

func TestWhoAskedForAProgramHearsWhatBecomesOfIt(t *testing.T) {
	v := start(t)
	proposal, other := v.proposes(v.Resident, "Lampu Jalan Kamboja"), v.proposes(v.Resident, "Lampu Gang Mawar")
	v.supports(v.Neighbour, proposal).Want(200)
	v.accepts(proposal)
	v.accepts(other)
	program := v.built(map[string]any{"proposals": []string{proposal, other}, "published": false})
	v.wantTold("program.became")
	change := func(fields map[string]any) {
		t.Helper()
		v.Do("PATCH", programsPath+"/"+program, fields, v.Secretary).Want(200)
	}
	change(map[string]any{"published": true})
	v.wantTold("program.became", v.Resident, v.Neighbour) // each once
	change(map[string]any{"state": "stopped", "stopped_because": "Tiang belum datang."})
	v.wantTold("program.stopped", v.Resident, v.Neighbour)
	change(map[string]any{"state": "running"})
	v.reaches(program, 100, "2026-05-01").Want(200)
	v.wantTold("program.done", v.Resident, v.Neighbour)
	change(map[string]any{"place": "Jalan Kamboja"})
	v.wantTold("program.done", v.Resident, v.Neighbour)
}
