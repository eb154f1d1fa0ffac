package programs_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestAProposalIsDecidedOnceWithAReason(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	yes := map[string]any{"state": "accepted", "reason": "Mendesak bagi warga.", "year": 2027}
	for _, who := range []*core.Record{v.HeadOfKaja, v.Officer, v.Auditor} {
		v.changes(who, proposal, yes).WantFault(403, "proposal.not_decider")
	}
	v.changes(v.Resident, proposal, yes).WantFault(403, "proposal.only_withdraw")
	v.changes(apptest.Guest, proposal, yes).Want(404)
	if answer := v.changes(v.VillageHead, proposal, map[string]any{"state": "accepted"}).Want(400); answer.FieldKey("reason") != "proposal.reason" || answer.FieldKey("year") != "proposal.year" {
		t.Errorf("without reason and year: %s", answer.Body)
	}
	v.changes(v.VillageHead, proposal, yes).Want(200)
	v.changes(v.Resident, proposal, map[string]any{"state": "withdrawn"}).WantFault(409, "proposal.no_way")
	v.supports(v.Neighbour, proposal).WantFault(400, "proposal.not_open")
	v.changes(v.Secretary, proposal, map[string]any{"reason": "Lain sama sekali."}).Want(200)
	if reason := v.found("proposals", proposal).GetString("reason"); reason != "Mendesak bagi warga." {
		t.Errorf("the reason was changed without a decision: %q", reason)
	}
}

func TestOfTwoDecisionsAtOnceOneWins(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	tokens := []string{v.Login(v.Secretary), v.Login(v.VillageHead)}
	states, answers := []string{"accepted", "refused"}, make([]int, 2)
	var both sync.WaitGroup
	for i := range 2 {
		both.Go(func() {
			answers[i] = v.Do("PATCH", proposalsPath+"/"+proposal, map[string]any{"state": states[i], "reason": "Alasan yang jelas.", "year": 2027},
				apptest.Guest, apptest.Header{Name: "Authorization", Value: tokens[i]}).Status
		})
	}
	both.Wait()
	// One after the other is possible too: then the second is a decision of its own.
	if answers[0] != 200 && answers[1] != 200 || v.found("proposals", proposal).GetString("state") == "open" {
		t.Errorf("answers %v", answers)
	}
}

func TestAStaleDecisionIsRefused(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	stale := v.found("proposals", proposal)
	v.accepts(proposal)
	stale.Load(map[string]any{"state": "refused", "reason": "Tidak jadi saja."})
	if err := v.Save(stale); err == nil || !strings.Contains(err.Error(), "proposal.decided") {
		t.Errorf("a stale decision: %v", err)
	}
	if state := v.found("proposals", proposal).GetString("state"); state != "accepted" {
		t.Error(state)
	}
}

func TestMergedSupportersMoveAlong(t *testing.T) {
	v := start(t)
	maker := v.neighbour(1, nil)
	both, only := v.neighbour(2, nil), v.neighbour(3, nil)
	from, into := v.proposes(v.Resident, "Lampu jalan"), v.proposes(maker, "Penerangan Jalan Kamboja")
	v.supports(both, from).Want(200)
	v.supports(both, into).Want(200)
	v.supports(only, from).Want(200)
	v.supports(maker, from).Want(200)
	merge := func(into string) *apptest.Response {
		return v.changes(v.Secretary, from, map[string]any{"state": "merged", "merged_into": into, "reason": "Sama isinya."})
	}
	elsewhere := v.neighbour(4, map[string]any{"hamlet": apptest.KelodID})
	for _, wrong := range []string{"", from, "nosuchproposal0", v.proposes(elsewhere, "Lampu di Kelod")} {
		if key := merge(wrong).Want(400).FieldKey("merged_into"); key == "" {
			t.Errorf("merged into %q", wrong)
		}
	}
	v.wantSupports(from, 3)
	merge(into).Want(200)
	v.wantSupports(from, 0)
	v.wantSupports(into, 3) // both, only, and who made the other one
	for _, who := range []*core.Record{both, only, v.Resident} {
		if _, err := v.FindFirstRecordByFilter("proposal_supports", "proposal = {:p} && account = {:a}", dbx.Params{"p": into, "a": who.Id}); err != nil {
			t.Errorf("%s does not support the other one", who.GetString("name"))
		}
	}
}

func TestWordsStayOnceSomebodySupportsThem(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	v.changes(v.Resident, proposal, map[string]any{"title": "Lampu di seluruh Jalan Kamboja"}).Want(200)
	v.changes(v.Officer, proposal, map[string]any{"title": "Kata petugas"}).WantFault(403, "proposal.of_resident")
	v.changes(v.Neighbour, proposal, map[string]any{"title": "Kata tetangga"}).Want(404)
	v.supports(v.Neighbour, proposal).Want(200)
	v.changes(v.Resident, proposal, map[string]any{"title": "Kolam renang"}).WantFault(409, "proposal.supported")
	v.changes(v.Admin, proposal, map[string]any{"need": "Kolam renang"}).WantFault(409, "proposal.supported")
	v.changes(v.Resident, proposal, map[string]any{"supports": 500, "decided_by": "Saya"}).Want(200)
	v.wantSupports(proposal, 1)
	v.changes(v.Resident, proposal, map[string]any{"state": "withdrawn"}).Want(200)
	v.Do("DELETE", proposalsPath+"/"+proposal, nil, v.Resident).Want(403)
}

func TestWhoProposesWhat(t *testing.T) {
	v := start(t)
	v.Do("POST", proposalsPath, map[string]any{"title": "x", "need": "y", "hamlet": apptest.KajaID, "origin": "resident"}, apptest.Guest).WantFault(401, "proposal.login")
	// A resident's hamlet is the register's, whatever was sent.
	id := v.Do("POST", proposalsPath, map[string]any{"title": "Lampu", "need": "Gelap.", "hamlet": apptest.KelodID, "origin": "meeting", "state": "accepted", "supports": 9}, v.Resident).
		Want(200).JSON()["id"].(string)
	if kept := v.found("proposals", id); kept.GetString("hamlet") != apptest.KajaID || kept.GetString("origin") != "resident" || kept.GetString("state") != "open" || kept.GetInt("supports") != 0 {
		t.Errorf("a resident set %v", kept.PublicExport())
	}
	v.Do("POST", proposalsPath, map[string]any{"title": "x", "need": "y"}, v.neighbour(1, map[string]any{"birth_date": "2014-01-01"})).WantFault(403, "proposal.too_young")

	meeting := func(who *core.Record, day string, files ...apptest.File) *apptest.Response {
		return v.Do("POST", proposalsPath, apptest.Form{Fields: map[string]string{"title": "Balai bocor", "need": "Atap.", "hamlet": apptest.KajaID, "meeting_on": day}, Files: files}, who)
	}
	minutes := apptest.File{Field: "minutes", Name: "berita-acara.pdf", Body: []byte("%PDF-1.7 rapat")}
	if answer := meeting(v.HeadOfKaja, "2100-01-01").Want(400); answer.FieldKey("minutes") == "" || answer.FieldKey("meeting_on") == "" {
		t.Errorf("without minutes: %s", answer.Body)
	}
	meeting(v.HeadOfKelod, "2026-05-01", minutes).WantFault(403, "proposal.not_your_hamlet")
	meeting(v.Auditor, "2026-05-01", minutes).WantFault(403, "proposal.not_your_hamlet")
	recorded := meeting(v.HeadOfKaja, "2026-05-01", minutes).Want(200).JSON()["id"].(string)
	file := "/api/files/proposals/" + recorded + "/" + v.found("proposals", recorded).GetString("minutes")
	v.Do("GET", file, nil, apptest.Guest).Want(404)
	token := func(who *core.Record) string {
		return "?token=" + v.Do("POST", "/api/files/token", nil, who).Want(200).JSON()["token"].(string)
	}
	v.Do("GET", file+token(v.Resident), nil, apptest.Guest).Want(404)
	v.Do("GET", file+token(v.HeadOfKaja), nil, apptest.Guest).Want(200)
}

func TestAPhotoTellsNothingOfWhereItWasMade(t *testing.T) {
	v := start(t)
	body := apptest.PhotoWithPosition(binary.BigEndian, "MM\x00*")
	send := func(alt string) *apptest.Response {
		return v.Do("POST", proposalsPath, apptest.Form{Fields: map[string]string{"title": "Jalan rusak", "need": "Lubang.", "photos_alt": alt},
			Files: []apptest.File{{Field: "photos", Name: "lubang.jpg", Body: body}}}, v.Resident)
	}
	if key := send("").Want(400).FieldKey("photos_alt"); key != "program.alt" {
		t.Errorf("without words for those who cannot see it: %q", key)
	}
	answer := send("Lubang besar di depan balai").Want(200).JSON()
	kept := v.Do("GET", "/api/files/proposals/"+answer["id"].(string)+"/"+answer["photos"].([]any)[0].(string), nil, apptest.Guest).Want(200).Body
	if len(kept) != len(body) || bytes.Contains(kept, binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 39), 1)) {
		t.Error("the photo still tells where it was made")
	}
}
