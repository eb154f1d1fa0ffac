package requests

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

var errInactive = fault.New(fault.Forbidden, "requests.inactive",
	"Akun Anda tidak aktif lagi. Hubungi admin desa.",
	"Your account is no longer active. Please contact the village admin.")

// actorFromAuth names who is logged in; the zero Actor for guests.
func actorFromAuth(auth *core.Record) Actor {
	if auth == nil {
		return Actor{}
	}
	switch auth.Collection().Name {
	case "accounts":
		return Actor{Kind: ByResident, ID: auth.Id, Name: auth.GetString("name")}
	case "officers":
		return Actor{
			Kind: ByOfficer, ID: auth.Id, Role: auth.GetString("role"), Hamlets: auth.GetStringSlice("hamlets"),
			Name: auth.GetString("name"), Title: auth.GetString("title"),
		}
	case core.CollectionNameSuperusers:
		return Actor{Kind: ByAdmin, ID: auth.Id, Name: "Admin"}
	}
	return Actor{}
}

// actorOfEvent looks the actor up again inside the transaction: rights are
// those of this moment, not of the token.
func actorOfEvent(app core.App, event Event) (Actor, error) {
	collection := map[string]string{
		ByResident: "accounts", ByOfficer: "officers", ByAdmin: core.CollectionNameSuperusers,
	}[event.ActorKind]
	if collection == "" {
		return Actor{Kind: event.ActorKind}, nil
	}
	record, err := app.FindRecordById(collection, event.Actor)
	if err != nil {
		return Actor{}, err
	}
	if event.ActorKind != ByAdmin && !record.GetBool("active") {
		return Actor{}, errInactive
	}
	return actorFromAuth(record), nil
}

// matterOf is a request as far as rights go.
func matterOf(request *core.Record, def *definition.Definition) Matter {
	matter := Matter{
		Status:    request.GetString("status"),
		Account:   request.GetString("account"),
		Hamlet:    request.GetString("hamlet"),
		Escalated: request.GetBool("escalated"),
	}
	if step := request.GetInt("step"); request.GetString("step_key") != "" && step < len(def.Steps) {
		matter.StepRole, matter.StepAction = def.Steps[step].Role, def.Steps[step].Action
	}
	return matter
}

// allowed lists what an actor may do to a request as it stands.
func allowed(actor Actor, request *core.Record, def *definition.Definition) []string {
	matter := matterOf(request, def)
	return Actions(matter.Status, matter.StepAction, Stand(actor, matter)...)
}
