package requests

import (
	"cmp"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
)

// openSteps writes into an event, where a step begins or was too slow, to whom
// that step is open.
func openSteps(tx core.App, event *Event, request *core.Record, def *definition.Definition) error {
	state := stateOf(request)
	if event.Action == Escalate {
		event.Data.OpenedTo = ReadConcerned(request.GetString("concerns")).next(state.WaitingFor)
		return nil
	}
	next := state.After(*event, def.Steps)
	if next.StepKey == "" || next.WaitingFor == ForApplicant || !entersStep(event.Action) {
		return nil
	}
	return openIfNobodyMay(tx, event, def.Steps[next.Step], request)
}

// addFirstRights does it for the event that a request begins with.
func addFirstRights(app core.App, event *Event, request, officer *core.Record, def *definition.Definition) error {
	if officer != nil {
		kin, err := delegation.KinOf(app, officer.GetString("resident"))
		if err != nil {
			return err
		}
		event.Data.OwnKin = kin.Own(request.GetString("resident"), "")
	}
	return openIfNobodyMay(app, event, def.Steps[0], request)
}

func entersStep(action string) bool {
	return action == Resubmit || action == Approve || action == Sign || action == Resolve || action == Reopen
}

func isDecision(action string) bool {
	return slices.Contains([]string{Approve, Sign, Resolve, Forward, Return, Reject}, action)
}

// capacityAt is in whose place an officer would decide a matter now.
func capacityAt(actor Actor, matter Matter) *delegation.Capacity {
	turn, power := TurnOf(actor, matter)
	if turn == Stepping {
		return delegation.CapacityOf(power, matter.StepRole)
	}
	return delegation.CapacityOf(power, "")
}

// openIfNobodyMay opens a step to the next in line from its beginning when
// nobody holds it, or when it is about the household of each who does.
func openIfNobodyMay(app core.App, event *Event, step definition.Step, request *core.Record) error {
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return err
	}
	place := delegation.Place{Role: step.Role, Unit: step.Unit, Hamlet: request.GetString("hamlet"), Service: request.GetString("service")}
	concerned := ReadConcerned(request.GetString("concerns"))
	holders := concerned.without(staff.Holders(place, office.Today(app)))
	free, err := withoutKin(app, holders, request.GetString("resident"), request.GetString("account"))
	if err == nil && len(free) == 0 {
		event.Data.Escalated, event.Data.OpenedTo = true, concerned.next(step.Role)
	}
	return err
}

// withoutKin leaves out those whose own or whose household's request it is.
func withoutKin(app core.App, people []delegation.Person, resident, account string) ([]delegation.Person, error) {
	var free []delegation.Person
	for _, person := range people {
		kin, err := delegation.KinOf(app, person.Resident)
		if err != nil {
			return nil, err
		}
		if !kin.Own(resident, account) {
			free = append(free, person)
		}
	}
	return free, nil
}

// abandoned are the requests whose step is open to nobody any more: those who
// held it left, or it has turned out to be about their own household.
func abandoned(app core.App) ([]string, error) {
	var waiting []struct{ ID, Role, Unit, Hamlet, Service, Resident, Account, Concerns string }
	err := app.DB().NewQuery(`SELECT id, waiting_for AS role, waiting_unit AS unit, hamlet, service, resident, account, concerns FROM requests
		WHERE waiting_for NOT IN ('', 'applicant') AND escalated = 0`).All(&waiting)
	if err != nil || len(waiting) == 0 {
		return nil, err
	}
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return nil, err
	}
	var found []string
	today := office.Today(app)
	for _, one := range waiting {
		holders := staff.Holders(delegation.Place{Role: one.Role, Unit: one.Unit, Hamlet: one.Hamlet, Service: one.Service}, today)
		free, err := withoutKin(app, ReadConcerned(one.Concerns).without(holders), one.Resident, one.Account)
		if err != nil {
			return nil, err
		}
		if len(free) == 0 {
			found = append(found, one.ID)
		}
	}
	return found, nil
}

// decider is somebody who can decide a request as it stands.
type decider struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

// decidersOf are all of them, by name.
func decidersOf(app core.App, request *core.Record, def *definition.Definition) ([]decider, error) {
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return nil, err
	}
	matter, today := matterOf(request, def), office.Today(app)
	var may []delegation.Person
	for _, person := range staff.People {
		if turn, _ := TurnOf(actorOfPerson(staff, person, today), matter); turn != "" && person.InOffice(today) {
			may = append(may, person)
		}
	}
	if may, err = withoutKin(app, may, matter.Resident, matter.Account); err != nil {
		return nil, err
	}
	list := []decider{}
	for _, person := range may {
		list = append(list, decider{person.Name, person.Title})
	}
	slices.SortFunc(list, func(a, b decider) int { return cmp.Compare(a.Name, b.Name) })
	return list, nil
}
