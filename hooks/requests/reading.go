package requests

import "github.com/pocketbase/pocketbase/core"

// mayOpen tells whether an actor may see a request at all. One whose content was
// removed when its time was over is nobody's; a confidential one is open to who
// stands at its step, and to nobody else at the office.
func mayOpen(app core.App, actor Actor, request *core.Record) bool {
	if request.GetString("emptied_on") != "" {
		return false
	}
	switch actor.Kind {
	case ByResident:
		return actor.ID == request.GetString("account") || actor.ID == request.GetString("represented")
	case ByOfficer:
		if !MayRead(actor, request.GetString("hamlet"), request.GetString("service")) {
			return false
		}
		return !request.GetBool("confidential") || hasTurn(app, actor, request)
	}
	return actor.Kind == ByAdmin
}

// hasTurn tells whether an officer stands at the step of a request.
func hasTurn(app core.App, actor Actor, request *core.Record) bool {
	def, err := definitionOf(app, request)
	if err != nil {
		return false
	}
	turn, _ := TurnOf(actor, matterOf(request, def))
	return turn != ""
}
