package programs_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/programs"
)

func TestFromAProgramToItsLineToTheProposalAndBack(t *testing.T) {
	v := start(t)
	line, _ := v.spends(2026, true)
	proposal := v.proposes(v.Resident, "Jalan Kamboja rusak")
	v.supports(v.Neighbour, proposal).Want(200)
	v.accepts(proposal)
	program := v.built(map[string]any{"budget_line": line.Id, "proposals": []string{proposal}, "hamlet": apptest.KajaID})
	v.reaches(program, 0, "2026-06-02").Want(200)
	v.reaches(program, 50, "2026-08-02").Want(200)

	var answer programs.ProgramAnswer
	v.Do("GET", "/api/open/programs/"+program, nil, apptest.Guest).Want(200).Into(&answer)
	switch {
	case answer.Activity != "02.03.10" || answer.Field != "02" || answer.Source != "DDS":
		t.Errorf("the line's activity was not taken over: %+v", answer.ProgramRow)
	case answer.Budget == nil || answer.Budget.Code != "02.03.10 5.3.5" || *answer.Budget.Percent != 25:
		t.Errorf("money: %+v", answer.Budget)
	case len(answer.Proposals) != 1 || answer.Proposals[0].Supports != 1 || answer.Proposals[0].By != "*** W*** S***":
		t.Errorf("proposals: %+v", answer.Proposals)
	case answer.Progress != 50 || answer.State != programs.Running || len(answer.Milestones) != 2 || answer.Photo == nil || answer.Photo.Percent != 50:
		t.Errorf("progress: %+v", answer)
	}
	var back programs.ProposalAnswer
	v.Do("GET", "/api/open/proposals/"+proposal, nil, apptest.Guest).Want(200).Into(&back)
	if back.Program == nil || back.Program.ID != program || back.Program.Progress != 50 {
		t.Errorf("the proposal does not know its program: %+v", back.Program)
	}
	for _, filter := range []string{"line=" + line.Id, "hamlet=" + apptest.KajaID, "year=2026", "field=02", "state=running", "year=morgen"} {
		if !strings.Contains(string(v.Do("GET", "/api/open/programs?"+filter, nil, apptest.Guest).Want(200).Body), program) {
			t.Errorf("not found by %s", filter)
		}
	}
	for _, filter := range []string{"line=nosuchline00000", "hamlet=" + apptest.KelodID, "year=2025", "field=03", "state=done"} {
		if strings.Contains(string(v.Do("GET", "/api/open/programs?"+filter, nil, apptest.Guest).Want(200).Body), program) {
			t.Errorf("found by %s", filter)
		}
	}
	photo := "/api/files/milestones/" + answer.Photo.Milestone + "/" + answer.Photo.File
	v.Do("GET", photo+"?thumb=480x360", nil, apptest.Guest).Want(200)
}

func TestADraftIsReadByNobodyOutside(t *testing.T) {
	v := start(t)
	line, _ := v.spends(2026, true)
	proposal := v.proposes(v.Resident, "Jalan Kamboja rusak")
	v.accepts(proposal)
	program := v.built(map[string]any{"budget_line": line.Id, "proposals": []string{proposal}, "published": false, "title": "Rahasia Dapur"})
	milestone := v.reaches(program, 50, "2026-06-02").Want(200).JSON()
	photo := "/api/files/milestones/" + milestone["id"].(string) + "/" + milestone["photos"].([]any)[0].(string)

	for _, path := range []string{programsPath + "/" + program, milestonesPath + "/" + milestone["id"].(string), "/api/open/programs/" + program, photo, photo + "?thumb=480x360"} {
		v.Do("GET", path, nil, apptest.Guest).Want(404)
		v.Do("GET", path, nil, v.Resident).Want(404)
	}
	for _, path := range []string{"/api/open/programs", "/api/open/programs/csv", "/api/open/programs/json", "/api/open/programs?line=" + line.Id, "/api/open/proposals/" + proposal,
		"/api/open/proposals", "/api/open/proposals/csv", proposalsPath + "/" + proposal + "?expand=programs_via_proposals,programs_via_proposals.milestones_via_program",
		"/api/collections/budget_lines/records?expand=programs_via_budget_line&filter=(programs_via_budget_line.title~'Dapur')"} {
		if answer := v.Do("GET", path, nil, apptest.Guest); strings.Contains(string(answer.Body), "Dapur") || strings.Contains(string(answer.Body), program) {
			t.Errorf("%s tells of the draft: %s", path, answer.Body)
		}
	}
	for _, path := range []string{programsPath, milestonesPath, proposalsPath} {
		v.Do("GET", path+"?filter=(title~'a')", nil, apptest.Guest).Want(403)
		v.Do("GET", path, nil, v.Resident).Want(403)
		v.Do("GET", path, nil, v.Officer).Want(403)
	}
	for _, path := range []string{"/api/programs", "/api/programs/" + program, "/api/programs/lines?year=2026", "/api/proposals", "/api/proposals/" + proposal, "/api/proposals/csv"} {
		v.Do("GET", path, nil, apptest.Guest).Want(401)
		v.Do("GET", path, nil, v.Resident).Want(403)
		v.Do("GET", path, nil, v.Auditor).Want(200)
	}
}

func TestWhatAGuestReadsOfAProposalNamesNobody(t *testing.T) {
	v := start(t)
	proposal := v.Do("POST", proposalsPath, map[string]any{"title": "Lampu, hubungi 081234500001", "need": "NIK saya 5171041705900001, surel wayan@contoh.example. Gelap sekali."}, v.Resident).
		Want(200).JSON()["id"].(string)
	v.supports(v.Neighbour, proposal).Want(200)
	for _, path := range []string{proposalsPath + "/" + proposal + "?expand=account,officer,proposal_supports_via_proposal.account", "/api/open/proposals/" + proposal,
		"/api/open/proposals", "/api/open/proposals/csv", "/api/open/proposals/json"} {
		body := string(v.Do("GET", path, nil, apptest.Guest).Want(200).Body)
		for _, secret := range []string{v.Resident.Id, v.Neighbour.Id, "Sukarta", "Artana", "0812", "5171041705900001", "wayan@"} {
			if strings.Contains(body, secret) {
				t.Errorf("%s tells %s", path, secret)
			}
		}
	}
}

func TestWhatWasHiddenOrWithdrawnIsGoneForTheRest(t *testing.T) {
	v := start(t)
	hidden, withdrawn := v.proposes(v.Resident, "Nama orang disebut"), v.proposes(v.Resident, "Salah tulis")
	v.changes(v.HeadOfKelod, hidden, map[string]any{"hidden_because": "Bukan banjar saya."}).Want(403)
	v.changes(v.HeadOfKaja, hidden, map[string]any{"hidden_because": "Memuat nama orang."}).Want(200)
	v.changes(v.Resident, withdrawn, map[string]any{"state": "withdrawn"}).Want(200)
	for _, id := range []string{hidden, withdrawn} {
		for _, path := range []string{proposalsPath + "/" + id, "/api/open/proposals/" + id} {
			v.Do("GET", path, nil, apptest.Guest).Want(404)
			v.Do("GET", path, nil, v.Neighbour).Want(404)
		}
		v.Do("GET", proposalsPath+"/"+id, nil, v.Resident).Want(200)
		if strings.Contains(string(v.Do("GET", "/api/open/proposals", nil, apptest.Guest).Want(200).Body), id) {
			t.Errorf("listed: %s", id)
		}
	}
}

func TestAnOpenAnswerFollowsEveryChange(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	supports := func() (answer programs.ProposalAnswer) {
		v.Do("GET", "/api/open/proposals/"+proposal, nil, apptest.Guest).Want(200).Into(&answer)
		return answer
	}
	if n := supports().Supports; n != 0 {
		t.Fatal(n)
	}
	v.supports(v.Neighbour, proposal).Want(200)
	if n := supports().Supports; n != 1 {
		t.Errorf("after a support the open answer says %d", n)
	}
	v.accepts(proposal)
	if one := supports(); one.State != programs.Accepted || one.Year != 2027 || one.DecidedBy != "I Komang Sudana, Sekretaris Desa" {
		t.Errorf("after the decision: %+v", one)
	}
}

func TestASpreadsheetCellIsNoFormula(t *testing.T) {
	v := start(t)
	v.proposes(v.Resident, "=HYPERLINK(\"http://jahat.example\")")
	body := string(v.Do("GET", "/api/open/proposals/csv", nil, apptest.Guest).Want(200).Body)
	if !strings.Contains(body, `"'=HYPERLINK`) {
		t.Errorf("a formula: %s", body)
	}
}

func TestAHamletHeadSeesTheProposalsOfTheirOwnHamlet(t *testing.T) {
	v := start(t)
	first, second := v.proposes(v.Resident, "Sedikit dukungan"), v.proposes(v.Resident, "Banyak dukungan")
	v.supports(v.Neighbour, second).Want(200)
	var answer struct {
		Items     []programs.ProposalRow
		Hamlets   []programs.HamletCount
		MayDecide bool `json:"may_decide"`
		MayRecord bool `json:"may_record"`
	}
	v.Do("GET", "/api/proposals", nil, v.HeadOfKaja).Want(200).Into(&answer)
	if len(answer.Items) != 2 || answer.Items[0].ID != second || answer.Items[1].ID != first || answer.MayDecide || !answer.MayRecord || len(answer.Hamlets) != 1 {
		t.Errorf("the head of Kaja reads %+v", answer)
	}
	v.Do("GET", "/api/proposals", nil, v.HeadOfKelod).Want(200).Into(&answer)
	if len(answer.Items) != 0 {
		t.Errorf("the head of Kelod reads %+v", answer.Items)
	}
	v.Do("GET", "/api/proposals/"+first, nil, v.HeadOfKelod).Want(404)
	if body := string(v.Do("GET", "/api/proposals/csv", nil, v.HeadOfKaja).Want(200).Body); !strings.Contains(body, "Banyak dukungan") {
		t.Error(body)
	}
}
