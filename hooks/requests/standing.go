package requests

import (
	"slices"

	"mdesa/hooks/delegation"
)

// Standing is how someone stands to one request. A person can have several.
type Standing string

const (
	Applicant Standing = "applicant" // whose request it is, or whose carer filed it
	AtStep    Standing = "at_step"   // whose turn it is
	Stepping  Standing = "stepping"  // steps in for a turn that is overdue or that nobody may take
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
	HamletHead  = delegation.HamletHead
	Officer     = delegation.Officer
	Secretary   = delegation.Secretary
	VillageHead = delegation.VillageHead
	Auditor     = delegation.Auditor
)

// Actor is someone who acts, as far as their right to it goes.
type Actor struct {
	Kind    string // ByResident, ByOfficer, ByAdmin, BySystem
	ID      string // of the account or officer
	Role    string // of an officer
	Hamlets []string
	Units   []string           // keys
	Powers  []delegation.Power // what they hold by delegation
	Kin     delegation.Kin     // for whom they decide nothing
	Name    string
	Title   string
}

// Matter is a request, as far as rights go.
type Matter struct {
	Status     string
	Service    string
	Resident   string // whom it is for
	Account    string // who filed it; empty without a login
	CaredFor   string // login of whom a carer filed it for; empty without
	Hamlet     string
	StepRole   string
	StepUnit   string
	StepAction string
	Escalated  bool
	Report     bool // of a service of that kind
	Reopened   bool // a report that was reopened already
	Concerned  Concerned
	Secret     bool // confidential: nobody but who stands at the step is let in
}

// Stand finds how an actor stands to a matter; none at all for strangers, and
// for auditors, who read and do no more.
func Stand(actor Actor, matter Matter) []Standing {
	switch actor.Kind {
	case BySystem:
		return []Standing{System}
	case ByAdmin:
		return []Standing{Admin}
	case ByResident:
		if actor.ID != "" && (actor.ID == matter.Account || actor.ID == matter.CaredFor) {
			return []Standing{Applicant}
		}
		return nil
	case ByOfficer:
		return standOfOfficer(actor, matter)
	}
	return nil
}

func standOfOfficer(actor Actor, matter Matter) []Standing {
	if actor.Role == Auditor || !MayRead(actor, matter.Hamlet, matter.Service) {
		return nil
	}
	standings := []Standing{Onlooker}
	if turn, _ := TurnOf(actor, matter); turn != "" {
		standings = append(standings, turn)
	} else if matter.Secret {
		return nil
	}
	if matter.Account == "" && actor.Role != VillageHead && !matter.Secret {
		standings = append(standings, Counter)
	}
	return standings
}

// TurnOf tells whether it is an officer's turn, and by which power if not by
// their own post: AtStep, Stepping, or "" for not at all. Nobody decides for
// their own household, whoever they act for, nor what is about themselves or
// about the post they act for.
func TurnOf(actor Actor, matter Matter) (Standing, *delegation.Power) {
	if actor.Kind != ByOfficer || matter.StepRole == "" || actor.Kin.Own(matter.Resident, matter.Account) ||
		matter.Concerned.Has(actor.Role) || matter.Concerned.Has(actor.ID) {
		return "", nil
	}
	place := delegation.Place{Role: matter.StepRole, Unit: matter.StepUnit, Hamlet: matter.Hamlet, Service: matter.Service}
	if delegation.At(actor.Role, actor.Hamlets, actor.Units, place) {
		return AtStep, nil
	}
	for _, power := range actor.Powers {
		if power.For(matter.Service) && !matter.Concerned.Has(power.Post) && delegation.At(power.Post, power.Hamlets, power.Units, place) {
			return AtStep, &power
		}
	}
	if !matter.Escalated {
		return "", nil
	}
	next := matter.Concerned.next(matter.StepRole)
	if slices.Contains(next, actor.Role) {
		return Stepping, nil
	}
	for _, power := range actor.Powers {
		if power.For(matter.Service) && slices.Contains(next, power.Post) {
			return Stepping, &power
		}
	}
	return "", nil
}

// MayRead tells whether an officer may see matters of a hamlet about a service:
// hamlet heads their own hamlets' and those of whom they act for, the others all.
func MayRead(actor Actor, hamlet, service string) bool {
	switch actor.Role {
	case Officer, Secretary, VillageHead, Auditor:
		return true
	case HamletHead:
		return slices.Contains(actor.Hamlets, hamlet) || slices.ContainsFunc(actor.Powers, func(power delegation.Power) bool {
			return power.For(service) && (power.Post != HamletHead || slices.Contains(power.Hamlets, hamlet))
		})
	}
	return false
}

// MayServe tells whether an officer takes requests for a service at the counter
// from people of a hamlet.
func MayServe(actor Actor, hamlet, service string) bool {
	return actor.Role != Auditor && MayRead(actor, hamlet, service)
}

// MayScan tells whether an officer takes papers from people of a hamlet. A paper
// is scanned before it is said for which service, so that one is enough.
func MayScan(actor Actor, hamlet string) bool {
	return MayServe(actor, hamlet, "") || slices.ContainsFunc(actor.Powers, func(power delegation.Power) bool {
		return slices.ContainsFunc(power.Services, func(service string) bool { return MayServe(actor, hamlet, service) })
	})
}
