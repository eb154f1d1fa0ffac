package requests

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errInactive = fault.New(fault.Forbidden, "requests.inactive",
	"Akun Anda tidak aktif lagi. Hubungi admin desa.",
	"Your account is no longer active. Please contact the village admin.")

// actorFromAuth names who is logged in, without their rights; the zero Actor for
// guests.
func actorFromAuth(auth *core.Record) Actor {
	if auth == nil {
		return Actor{}
	}
	switch auth.Collection().Name {
	case "accounts":
		return Actor{Kind: ByResident, ID: auth.Id, Name: auth.GetString("name")}
	case "officers":
		return Actor{Kind: ByOfficer, ID: auth.Id, Role: auth.GetString("role"), Name: auth.GetString("name"), Title: auth.GetString("title")}
	case core.CollectionNameSuperusers:
		return Actor{Kind: ByAdmin, ID: auth.Id, Name: "Admin"}
	}
	return Actor{}
}

// actorOf is who is logged in with all that they may do at this moment: their
// post as the office's records have it, not as the token was given out, and
// what they hold by delegation.
func actorOf(app core.App, auth *core.Record) (Actor, error) {
	actor := actorFromAuth(auth)
	if actor.Kind != ByOfficer {
		return actor, nil
	}
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return Actor{}, err
	}
	person := staff.People[actor.ID]
	today := office.Today(app)
	if !person.InOffice(today) {
		return Actor{}, errInactive
	}
	actor = actorOfPerson(staff, person, today)
	actor.Kin, err = delegation.KinOf(app, person.Resident)
	return actor, err
}

// actorOfPerson is an officer without their kin, which only the register knows.
func actorOfPerson(staff *delegation.Staff, person delegation.Person, day string) Actor {
	return Actor{
		Kind: ByOfficer, ID: person.ID, Role: person.Role, Hamlets: staff.Under(person.Hamlets), Units: person.Units,
		Powers: staff.Powers(person.ID, day), Name: person.Name, Title: person.Title,
	}
}

// actorOfEvent looks the actor up again inside the transaction: rights are
// those of this moment.
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
	return actorOf(app, record)
}

// matterOf is a request as far as rights go.
func matterOf(request *core.Record, def *definition.Definition) Matter {
	matter := Matter{
		Status:    request.GetString("status"),
		Account:   request.GetString("account"),
		Hamlet:    request.GetString("hamlet"),
		Service:   request.GetString("service"),
		Resident:  request.GetString("resident"),
		Escalated: request.GetBool("escalated"),
		Report:    def.Kind == definition.Report,
		Reopened:  request.GetBool("reopened"),
		Secret:    request.GetBool("confidential"),
		Concerned: ReadConcerned(request.GetString("concerns")),
	}
	// A child reads what a parent filed for it; a grown person has the last word.
	if request.GetString("relation") == Carer {
		matter.CaredFor = request.GetString("represented")
	}
	if step := request.GetInt("step"); request.GetString("step_key") != "" && step < len(def.Steps) {
		matter.StepRole, matter.StepUnit, matter.StepAction = def.Steps[step].Role, def.Steps[step].Unit, def.Steps[step].Action
	}
	return matter
}

// allowed lists what an actor may do to a request as it stands.
func allowed(actor Actor, request *core.Record, def *definition.Definition) []string {
	matter := matterOf(request, def)
	return Actions(matter, Stand(actor, matter)...)
}
