package programs_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestANeighbourSupportsAProposalOnceAndTakesItBack(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	support := v.supports(v.Neighbour, proposal).Want(200).JSON()["id"].(string)
	v.supports(v.Neighbour, proposal).Want(200)
	v.wantSupports(proposal, 1)
	if hamlet := v.found("proposal_supports", support).GetString("hamlet"); hamlet != apptest.KajaID {
		t.Errorf("the register's hamlet was not kept: %q", hamlet)
	}
	v.Do("DELETE", supportsPath+"/"+support, nil, v.Resident).Want(404)
	v.Do("DELETE", supportsPath+"/"+support, nil, v.Neighbour).Want(204)
	v.wantSupports(proposal, 0)
	v.Do("PATCH", supportsPath+"/"+support, map[string]any{"proposal": proposal}, v.Neighbour).Want(403)
}

func TestWhoMaySupport(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	v.supports(apptest.Guest, proposal).WantFault(401, "proposal.login")
	v.supports(v.HeadOfKaja, proposal).WantFault(401, "proposal.login")
	v.supports(v.Resident, proposal).WantFault(400, "proposal.own")
	v.supports(v.neighbour(1, map[string]any{"hamlet": apptest.KelodID}), proposal).WantFault(403, "proposal.elsewhere")
	v.supports(v.neighbour(2, map[string]any{"birth_date": "2012-05-05"}), proposal).WantFault(403, "proposal.too_young")
	v.supports(v.neighbour(3, map[string]any{"life_status": "pindah"}), proposal).WantFault(403, "proposal.not_living")
	v.supports(v.Neighbour, "nosuchproposal0").WantFault(400, "proposal.not_open")
	v.wantSupports(proposal, 0)

	v.changes(v.Officer, proposal, map[string]any{"hidden_because": "Memuat nama orang."}).Want(200)
	v.supports(v.Neighbour, proposal).WantFault(400, "proposal.not_open")
}

func TestASupportStaysWhenItsGiverMovesAway(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	v.supports(v.Neighbour, proposal).Want(200)
	made := v.found("residents", v.Made.Id)
	made.Set("hamlet", apptest.KelodID)
	apptest.Save(t, v, made)
	v.wantSupports(proposal, 1)
}

func TestManySupportAtOnce(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	var people []*core.Record
	for i := range 12 {
		people = append(people, v.neighbour(i, nil))
	}
	tokens := map[string]string{}
	for _, who := range people {
		tokens[who.Id] = v.Login(who)
	}
	var all sync.WaitGroup
	for _, who := range people {
		for range 2 { // and each of them presses twice
			all.Go(func() {
				v.Do("POST", supportsPath, map[string]any{"proposal": proposal}, apptest.Guest, apptest.Header{Name: "Authorization", Value: tokens[who.Id]})
			})
		}
	}
	all.Wait()
	v.wantSupports(proposal, len(people))
}

// Whatever is done in whatever order: a proposal's number is that of its rows, and
// nobody is counted twice.
func TestTheNumberOfSupportsIsAlwaysThatOfItsRows(t *testing.T) {
	v := start(t)
	dice := rand.New(rand.NewPCG(4, 2))
	people := []*core.Record{v.Resident, v.Neighbour}
	for i := range 4 {
		people = append(people, v.neighbour(i, nil))
	}
	var proposals []string
	for i, who := range people[:3] {
		proposals = append(proposals, v.proposes(who, "Usulan "+string(rune('A'+i))))
	}
	for range 120 {
		proposal, who := proposals[dice.IntN(3)], people[dice.IntN(len(people))]
		switch dice.IntN(12) {
		case 0:
			v.changes(v.Secretary, proposal, map[string]any{"state": "merged", "merged_into": proposals[dice.IntN(3)], "reason": "Sama isinya."})
		case 1, 2, 3:
			if row, err := v.FindFirstRecordByFilter("proposal_supports", "proposal = {:p} && account = {:a}", dbx.Params{"p": proposal, "a": who.Id}); err == nil {
				v.Do("DELETE", supportsPath+"/"+row.Id, nil, who)
			}
		case 4:
			v.changes(who, proposal, map[string]any{"supports": 99})
		default:
			v.supports(who, proposal)
		}
		for _, one := range proposals {
			rows, err := v.CountRecords("proposal_supports", dbx.HashExp{"proposal": one})
			if said := v.found("proposals", one).GetInt("supports"); err != nil || int(rows) != said {
				t.Fatalf("%d rows, but the proposal says %d (%v)", rows, said, err)
			}
		}
	}
}

func TestWithAnAccountItsSupportsGo(t *testing.T) {
	v := start(t)
	proposal := v.proposes(v.Resident, "Lampu Jalan Kamboja")
	who := v.neighbour(1, nil)
	v.supports(who, proposal).Want(200)
	if err := v.Delete(v.found("accounts", who.Id)); err != nil {
		t.Fatal(err)
	}
	v.wantSupports(proposal, 0)
}
