package programs_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestAFormThatComesAgainAfterALostAnswerIsOneProposal(t *testing.T) {
	v := start(t)
	fields := map[string]any{"id": "usulan000000001", "title": "Lampu Gang Mawar", "need": "Gelap sejak petang."}
	v.Do("POST", proposalsPath, fields, v.Resident).Want(200)
	if again := v.Do("POST", proposalsPath, fields, v.Resident).Want(200).JSON(); again["id"] != "usulan000000001" {
		t.Errorf("%v", again)
	}
	v.Do("POST", proposalsPath, fields, v.Neighbour).Want(400)

	program := v.built(map[string]any{"hamlet": apptest.KajaID})
	step := map[string]any{"id": "tahap0000000001", "program": program, "percent": 50, "on": "2026-05-01"}
	v.Do("POST", milestonesPath, step, v.Officer).Want(200)
	v.Do("POST", milestonesPath, step, v.Officer).Want(200)
	if n, err := v.CountRecords("milestones"); err != nil || n != 1 {
		t.Errorf("%d milestones, %v", n, err)
	}
}

func TestWithdrawingDecidesNothing(t *testing.T) {
	v := start(t)
	own, other := v.proposes(v.Resident, "Lampu"), v.proposes(v.Neighbour, "Jalan")
	v.changes(v.Resident, own, map[string]any{"state": "withdrawn", "reason": "Kata perbekel: setuju.", "year": 2027, "merged_into": other, "decided_by": "Perbekel"}).Want(200)
	kept := v.found("proposals", own)
	for _, field := range []string{"reason", "merged_into", "decided_by"} {
		if kept.GetString(field) != "" {
			t.Errorf("%s is %q", field, kept.GetString(field))
		}
	}
	if kept.GetInt("year") != 0 {
		t.Errorf("it is of the plan of %d", kept.GetInt("year"))
	}
}

func TestNobodyLearnsWhoProposedOrSupported(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu")
	v.supports(v.Neighbour, proposal).Want(200)
	stranger := v.neighbour(7, map[string]any{"hamlet": apptest.KelodID})
	for _, query := range []string{"?expand=account,officer", "?expand=proposal_supports_via_proposal", "?fields=*,account,officer,expand", "?expand=proposal_supports_via_proposal.account"} {
		for name, who := range map[string]*core.Record{"guest": apptest.Guest, "resident of another hamlet": stranger, "officer": v.Officer, "hamlet head": v.HeadOfKaja} {
			body := string(v.Do("GET", proposalsPath+"/"+proposal+query, nil, who).Want(200).Body)
			if strings.Contains(body, v.Resident.Id) || strings.Contains(body, v.Neighbour.Id) {
				t.Errorf("%s reads with %s:\n%s", name, query, body)
			}
		}
	}
	for _, path := range []string{proposalsPath + "?filter=account.nik~'5'", programsPath, milestonesPath, programsPath + "?filter=proposals.account.nik~'5'"} {
		if status := v.Do("GET", path, nil, apptest.Guest).Status; status != 403 {
			t.Errorf("%s answers %d", path, status)
		}
	}
}

func TestWhoLeftTheOfficeDecidesAndRecordsNothing(t *testing.T) {
	v := start(t)
	proposal, program := v.proposes(v.Resident, "Lampu"), v.built(map[string]any{"hamlet": apptest.KajaID})
	for _, who := range []*core.Record{v.Secretary, v.HeadOfKaja} {
		left := v.found("officers", who.Id)
		left.Set("active", false)
		apptest.Save(t, v, left)
		for _, do := range []struct {
			method, path string
			body         any
		}{
			{"PATCH", proposalsPath + "/" + proposal, map[string]any{"state": "accepted", "reason": "Mendesak sekali.", "year": 2027}},
			{"PATCH", proposalsPath + "/" + proposal, map[string]any{"hidden_because": "tidak pantas"}},
			{"PATCH", programsPath + "/" + program, map[string]any{"title": "x"}},
			{"POST", milestonesPath, map[string]any{"program": program, "percent": 50, "on": "2026-05-01"}},
		} {
			if answer := v.Do(do.method, do.path, do.body, who); answer.Status < 400 {
				t.Errorf("%s may %s %s: %d", who.GetString("role"), do.method, do.path, answer.Status)
			}
		}
	}
}

func TestOddWordsAreKeptAsTheyAreAndSpoilNoTable(t *testing.T) {
	v := start(t)
	title := "=HYPERLINK(\"http://x\") \u202e🙂 <img src=x onerror=alert(1)>"
	proposal := v.proposes(v.Resident, title)
	answer := v.Do("GET", "/api/open/proposals/"+proposal, nil, apptest.Guest).Want(200).JSON()
	if answer["title"] != title {
		t.Errorf("%q", answer["title"])
	}
	table := string(v.Do("GET", "/api/open/proposals/csv", nil, apptest.Guest).Want(200).Body)
	if strings.Contains(table, ",=HYPERLINK") || strings.Contains(table, ",\"=HYPERLINK") {
		t.Errorf("a formula:\n%s", table)
	}
	for name, fields := range map[string]map[string]any{
		"cost": {"cost": 1e300}, "negative cost": {"cost": -1}, "half rupiah": {"cost": 0.5}, "point": {"point": map[string]any{"lat": 91, "lon": 0}},
		"title": {"title": strings.Repeat("a", 151)}, "blank title": {"title": "   "}, "blank need": {"need": "\u200b \n"},
	} {
		body := map[string]any{"title": "Lampu", "need": "Gelap."}
		for key, value := range fields {
			body[key] = value
		}
		if answer := v.Do("POST", proposalsPath, body, v.Resident); answer.Status != 400 {
			t.Errorf("%s: %d %s", name, answer.Status, answer.Body)
		}
	}
}
