package requests

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
)

// addRights writes into an event in whose place it is done and, where a step
// begins or was too slow, to whom that step is open.
func addRights(tx core.App, event *Event, actor Actor, request *core.Record, def *definition.Definition) error {
	if isDecision(event.Action) && actor.Kind == ByOfficer {
		event.Data.Acting = capacityAt(actor, matterOf(request, def))
	}
	state := stateOf(request)
	if event.Action == Escalate {
		event.Data.OpenedTo = delegation.NextInLine(state.WaitingFor)
		return nil
	}
	next := state.After(*event, def.Steps)
	if next.StepKey == "" || !entersStep(event.Action) {
		return nil
	}
	return openIfNobodyMay(tx, event, def.Steps[next.Step], request)
}

// addFirstRights does the same for the event that a request begins with.
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
	return action == Resubmit || action == Approve || action == Sign || action == Resolve
}

func isDecision(action string) bool {
	return slices.Contains([]string{Approve, Sign, Resolve, Return, Reject}, action)
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
	for _, holder := range staff.Holders(place, office.Today(app)) {
		kin, err := delegation.KinOf(app, holder.Resident)
		if err != nil {
			return err
		}
		if !kin.Own(request.GetString("resident"), request.GetString("account")) {
			return nil
		}
	}
	event.Data.Escalated, event.Data.OpenedTo = true, delegation.NextInLine(step.Role)
	return nil
}
