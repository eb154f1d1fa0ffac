package requests

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// The whole table, status × standing × what the step asks for, is pinned in
// testdata/actions.golden; MDESA_UPDATE=1 writes it anew.
func TestEveryStatusAndStandingOpensExactlyTheActionsOfTheTable(t *testing.T) {
	var table strings.Builder
	for _, status := range Statuses {
		for _, standing := range Standings {
			for _, step := range []string{Approve, Sign, Resolve} {
				fmt.Fprintf(&table, "%-12s %-10s %-8s %s\n", status, standing, step,
					strings.Join(Actions(status, step, standing), " "))
			}
		}
	}
	const golden = "testdata/actions.golden"
	if os.Getenv("MDESA_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if table.String() != string(want) {
		t.Errorf("the table of actions changed; it now reads\n%s", table.String())
	}
}

func TestNobodyButTheStepForcesAnythingForward(t *testing.T) {
	for _, status := range Statuses {
		for _, standing := range Standings {
			forwardOpen := slices.Contains(Actions(status, Approve, standing), Approve)
			turn := standing == AtStep || standing == Stepping
			withOffice := status == Submitted || status == InProgress
			if forwardOpen != (turn && withOffice) {
				t.Errorf("%s, %s: approve open = %v", status, standing, forwardOpen)
			}
		}
	}
}

func TestFinishedRequestsAcceptNothing(t *testing.T) {
	for _, status := range []string{Completed, Rejected, Cancelled, Expired} {
		if got := Actions(status, Sign, Standings...); len(got) != 0 {
			t.Errorf("%s still opens %v", status, got)
		}
	}
}

func TestStandings(t *testing.T) {
	kaja := Matter{Status: Submitted, Account: "wayan", Hamlet: "kaja", StepRole: HamletHead, StepAction: Approve}
	late := kaja
	late.Escalated = true
	counter := kaja
	counter.Account = ""
	toSign := Matter{Status: InProgress, Account: "wayan", Hamlet: "kaja", StepRole: VillageHead, StepAction: Sign, Escalated: true}
	officer := func(role string, hamlets ...string) Actor {
		return Actor{Kind: ByOfficer, ID: "o", Role: role, Hamlets: hamlets}
	}
	for _, c := range []struct {
		sentence string
		actor    Actor
		matter   Matter
		want     []Standing
	}{
		{"the resident is the applicant of their own request", Actor{Kind: ByResident, ID: "wayan"}, kaja, []Standing{Applicant}},
		{"a neighbour is a stranger", Actor{Kind: ByResident, ID: "made"}, kaja, nil},
		{"an account without an id is a stranger to a counter request", Actor{Kind: ByResident}, counter, nil},
		{"the hamlet head of the hamlet is at the step", officer(HamletHead, "kaja"), kaja, []Standing{Onlooker, AtStep}},
		{"the hamlet head of another hamlet is a stranger", officer(HamletHead, "kelod"), kaja, nil},
		{"the head of two hamlets is at the step of both", officer(HamletHead, "kelod", "kaja"), kaja, []Standing{Onlooker, AtStep}},
		{"the desk officer looks on at the hamlet head's step", officer(Officer), kaja, []Standing{Onlooker}},
		{"the secretary steps in when the approval is overdue", officer(Secretary), late, []Standing{Onlooker, Stepping}},
		{"the village head steps in when the approval is overdue", officer(VillageHead), late, []Standing{Onlooker, Stepping}},
		{"the desk officer does not step in", officer(Officer), late, []Standing{Onlooker}},
		{"nobody steps in for a signature", officer(Secretary), toSign, []Standing{Onlooker}},
		{"the desk speaks for who has no login", officer(Officer), counter, []Standing{Onlooker, Counter}},
		{"the village head does not speak for applicants", officer(VillageHead), counter, []Standing{Onlooker}},
		{"an officer without a role is a stranger", officer(""), kaja, nil},
		{"a guest is a stranger", Actor{}, counter, nil},
		{"the superuser keeps order", Actor{Kind: ByAdmin}, kaja, []Standing{Admin}},
		{"the clock is the system", Actor{Kind: BySystem}, kaja, []Standing{System}},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			if got := Stand(c.actor, c.matter); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}
