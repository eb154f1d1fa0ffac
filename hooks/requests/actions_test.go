package requests

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/delegation"
)

// kinds are the matters that the table tells apart, by what their step asks for.
var kinds = []struct {
	name   string
	matter Matter
}{
	{Approve, Matter{StepAction: Approve}}, {Sign, Matter{StepAction: Sign}}, {Resolve, Matter{StepAction: Resolve}},
	{"report: " + Approve, Matter{StepAction: Approve, Report: true}},
	{"report: " + Resolve, Matter{StepAction: Resolve, Report: true}},
	{"reopened: " + Resolve, Matter{StepAction: Resolve, Report: true, Reopened: true}},
}

// The whole table, status × standing × kind and what the step asks for, is pinned
// in testdata/actions.golden; MDESA_UPDATE=1 writes it anew.
func TestEveryStatusAndStandingOpensExactlyTheActionsOfTheTable(t *testing.T) {
	var table strings.Builder
	for _, status := range Statuses {
		for _, standing := range Standings {
			for _, kind := range kinds {
				matter := kind.matter
				matter.Status = status
				fmt.Fprintf(&table, "%-12s %-10s %-17s %s\n", status, standing, kind.name, strings.Join(Actions(matter, standing), " "))
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
			forwardOpen := slices.Contains(Actions(Matter{Status: status, StepAction: Approve}, standing), Approve)
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
		for _, kind := range kinds {
			kind.matter.Status = status
			if got := Actions(kind.matter, Standings...); len(got) != 0 {
				t.Errorf("%s, %s still opens %v", status, kind.name, got)
			}
		}
	}
}

func TestOnlyReportsAreForwardedConfirmedAndReopened(t *testing.T) {
	for _, status := range Statuses {
		for _, action := range []string{Forward, Reopen} {
			if slices.Contains(Actions(Matter{Status: status, StepAction: Resolve}, Standings...), action) {
				t.Errorf("%s opens %s for a letter", status, action)
			}
		}
	}
	reopened := Matter{Status: Answered, StepAction: Resolve, Report: true, Reopened: true}
	if slices.Contains(Actions(reopened, Applicant), Reopen) {
		t.Error("a report is reopened twice")
	}
}

func TestStandings(t *testing.T) {
	kaja := Matter{Status: Submitted, Service: "domicile", Resident: "residentwayan", Account: "wayan", Hamlet: "kaja", StepRole: HamletHead, StepAction: Approve}
	late := kaja
	late.Escalated = true
	counter := kaja
	counter.Account = ""
	toSign := Matter{Status: InProgress, Service: "domicile", Resident: "residentwayan", Account: "wayan", Hamlet: "kaja", StepRole: VillageHead, StepAction: Sign, Escalated: true}
	lateSecretary := toSign
	lateSecretary.StepRole, lateSecretary.StepAction = Secretary, Approve
	notLate := toSign
	notLate.Escalated = false
	secret := Matter{Status: InProgress, Service: "officials", Hamlet: "", StepRole: Secretary, StepAction: Resolve, Report: true, Secret: true}
	lateSecret := secret
	lateSecret.Escalated, lateSecret.Account = true, "wayan"
	unit := Matter{Status: InProgress, Account: "wayan", Hamlet: "kaja", StepRole: Officer, StepUnit: "kasi", StepAction: Approve}
	officer := func(role string, hamlets ...string) Actor {
		return Actor{Kind: ByOfficer, ID: "o", Role: role, Hamlets: hamlets}
	}
	acting := func(actor Actor, form, post string, services ...string) Actor {
		actor.Powers = append(actor.Powers, delegation.Power{Form: form, Post: post, Hamlets: []string{"kaja"}, Units: []string{"kasi"}, Services: services})
		return actor
	}
	kin := func(actor Actor, residents ...string) Actor {
		actor.Kin.Residents = residents
		return actor
	}
	inUnit := officer(Officer)
	inUnit.Units = []string{"kaur", "kasi"}
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
		{"the secretary steps in for an overdue signature", officer(Secretary), toSign, []Standing{Onlooker, Stepping}},
		{"but not before it is overdue", officer(Secretary), notLate, []Standing{Onlooker}},
		{"the desk never steps in for a signature", officer(Officer), toSign, []Standing{Onlooker}},
		{"the village head steps in for the secretary", officer(VillageHead), lateSecretary, []Standing{Onlooker, Stepping}},
		{"an officer of the section has its turn", inUnit, unit, []Standing{Onlooker, AtStep}},
		{"an officer of another section looks on", officer(Officer), unit, []Standing{Onlooker}},
		{"the secretary fills in for any section", officer(Secretary), unit, []Standing{Onlooker, AtStep}},
		{"who acts for the section has its turn", acting(officer(HamletHead, "kelod"), "Plh.", Officer), unit, []Standing{Onlooker, AtStep}},
		{"who acts for the hamlet head is at their step", acting(officer(HamletHead, "kelod"), "Plh.", HamletHead), kaja, []Standing{Onlooker, AtStep}},
		{"who acts for some services is a stranger to others", acting(officer(HamletHead, "kelod"), "Plh.", HamletHead, "business"), kaja, nil},
		{"who acts as head signs", acting(officer(Secretary), "Plh.", VillageHead), notLate, []Standing{Onlooker, AtStep}},
		{"who acts as secretary steps in", acting(officer(Officer), "Plh.", Secretary), toSign, []Standing{Onlooker, Stepping}},
		{"nobody decides for their household", kin(officer(HamletHead, "kaja"), "residentwayan"), kaja, []Standing{Onlooker}},
		{"nor by delegation", kin(acting(officer(Secretary), "Plh.", VillageHead), "residentwayan"), notLate, []Standing{Onlooker}},
		{"nor by stepping in", kin(officer(VillageHead), "residentwayan"), late, []Standing{Onlooker}},
		{"the next in line decides for the head's household", officer(Secretary), toSign, []Standing{Onlooker, Stepping}},
		{"an auditor reads and no more", officer(Auditor), counter, nil},
		{"the desk speaks for who has no login", officer(Officer), counter, []Standing{Onlooker, Counter}},
		{"the village head does not speak for applicants", officer(VillageHead), counter, []Standing{Onlooker}},
		{"who stands at the step of a confidential report handles it", officer(Secretary), secret, []Standing{Onlooker, AtStep}},
		{"a confidential report is strange to the village head", officer(VillageHead), secret, nil},
		{"and to the desk, though its reporter has no login", officer(Officer), secret, nil},
		{"until its step is overdue", officer(VillageHead), lateSecret, []Standing{Onlooker, Stepping}},
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
