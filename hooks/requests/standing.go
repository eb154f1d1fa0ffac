package requests

import "slices"

// Standing is how someone stands to one request. A person can have several.
type Standing string

const (
	Applicant Standing = "applicant" // whose request it is
	AtStep    Standing = "at_step"   // whose turn it is
	Stepping  Standing = "stepping"  // steps in for an approval that is overdue
	Counter   Standing = "counter"   // speaks for an applicant who has no login
	Onlooker  Standing = "onlooker"  // staff who may read it
	Admin     Standing = "admin"     // the superuser: keeps order, decides nothing
	System    Standing = "system"    // the clock
)

// Standings are all of them.
var Standings = []Standing{Applicant, AtStep, Stepping, Counter, Onlooker, Admin, System}

// Kinds of actor.
const (
	ByResident = "resident"
	ByOfficer  = "officer"
	ByAdmin    = "superuser"
	BySystem   = "system"
)

// Roles of officers.
const (
	HamletHead  = "hamlet_head"
	Officer     = "officer"
	Secretary   = "secretary"
	VillageHead = "village_head"
)

// Actor is someone who acts, as far as their right to it goes.
type Actor struct {
	Kind    string // ByResident, ByOfficer, ByAdmin, BySystem
	ID      string // of the account or officer
	Role    string // of an officer
	Hamlets []string
	Name    string
	Title   string
}

// Matter is a request, as far as rights go.
type Matter struct {
	Status     string
	Account    string // of the applicant; empty without a login
	Hamlet     string
	StepRole   string
	StepAction string
	Escalated  bool
}

// Stand finds how an actor stands to a matter; none at all for strangers.
func Stand(actor Actor, matter Matter) []Standing {
	switch actor.Kind {
	case BySystem:
		return []Standing{System}
	case ByAdmin:
		return []Standing{Admin}
	case ByResident:
		if actor.ID != "" && actor.ID == matter.Account {
			return []Standing{Applicant}
		}
		return nil
	case ByOfficer:
		return standOfOfficer(actor, matter)
	}
	return nil
}

func standOfOfficer(actor Actor, matter Matter) []Standing {
	if !MayRead(actor, matter.Hamlet) {
		return nil
	}
	standings := []Standing{Onlooker}
	if slices.Contains(Covers(actor.Role), matter.StepRole) {
		standings = append(standings, AtStep)
	} else if matter.Escalated && matter.StepAction == Approve && MayStepIn(actor.Role) {
		standings = append(standings, Stepping)
	}
	if matter.Account == "" && actor.Role != VillageHead {
		standings = append(standings, Counter)
	}
	return standings
}

// MayRead tells whether an officer may see matters of a hamlet: hamlet heads
// their own hamlets', the others all.
func MayRead(actor Actor, hamlet string) bool {
	switch actor.Role {
	case HamletHead:
		return slices.Contains(actor.Hamlets, hamlet)
	case Officer, Secretary, VillageHead:
		return true
	}
	return false
}

// Covers lists the step roles an officer fills: the secretary also fills in
// for the desk officers.
func Covers(role string) []string {
	switch role {
	case "":
		return nil
	case Secretary:
		return []string{Secretary, Officer}
	}
	return []string{role}
}

// MayStepIn tells who takes an approval that has waited too long.
func MayStepIn(role string) bool { return role == Secretary || role == VillageHead }
