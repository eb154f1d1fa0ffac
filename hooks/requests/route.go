package requests

import (
	"encoding/json"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var errNoHamlet = fault.New(fault.Invalid, "request.no_hamlet",
	"Banjar yang dipilih tidak ada dalam daftar. Pilih sekali lagi.",
	"The banjar that was chosen is not on the list. Choose once more.")

// route sets whose hamlet a request goes to, who may learn whose it is and whom
// it is about, and gives the definition with its steps led around those. A report
// goes to where the matter is; without a place to where the reporter lives, unless
// that would tell on them.
func route(app core.App, request *core.Record, def *definition.Definition, home string) (*definition.Definition, error) {
	request.Set("hamlet", home)
	if def.Kind != definition.Report {
		return def, nil
	}
	answers := answersOf(request)
	concerned, err := concernedIn(app, answers)
	if err != nil {
		return nil, err
	}
	led, complete := concerned.around(def)
	if !complete {
		return nil, errAnswers.At(definition.FieldConcerns, errNobodyLeft)
	}
	secret := answers[definition.FieldIdentity] == definition.IdentityHandlerOnly || len(concerned) > 0
	request.Set("concerns", concerned.String())
	request.Set("confidential", secret)
	place, _ := definition.PlaceOf(answers[definition.FieldPlace])
	switch {
	case place.Hamlet != "":
		request.Set("hamlet", place.Hamlet)
	case place.HasPoint():
		nearest, err := nearestHamlet(app, place)
		request.Set("hamlet", nearest)
		return led, err
	case secret:
		request.Set("hamlet", "")
	}
	return led, nil
}

// concernedIn are the posts that a reporter named, and who holds them now.
func concernedIn(app core.App, answers map[string]any) (Concerned, error) {
	var concerned Concerned
	posts, _ := answers[definition.FieldConcerns].([]any)
	for _, post := range posts {
		if post, ok := post.(string); ok && slices.Contains(definition.Concerns, post) {
			concerned = append(concerned, post)
		}
	}
	if len(concerned) == 0 {
		return nil, nil
	}
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return nil, err
	}
	posted := slices.Clone(concerned)
	for id, person := range staff.People {
		if posted.Has(person.Role) {
			concerned = append(concerned, id)
		}
	}
	slices.Sort(concerned[len(posted):])
	return concerned, nil
}

func answersOf(request *core.Record) map[string]any {
	answers := map[string]any{}
	if err := json.Unmarshal([]byte(request.GetString("answers")), &answers); err != nil {
		return map[string]any{} // none
	}
	return answers
}

func isHamlet(app core.App, id string) bool {
	var there int
	err := app.DB().Select("count(*)").From("hamlets").Where(dbx.HashExp{"id": id}).Row(&there)
	return err == nil && there > 0
}

// unknownHamlets finds places in a hamlet that the village does not have.
func unknownHamlets(app core.App, def *definition.Definition, answers map[string]any) map[string]*fault.Fault {
	wrong := map[string]*fault.Fault{}
	for _, page := range def.Form {
		for _, field := range page.Fields {
			place, _ := definition.PlaceOf(answers[field.Key])
			if field.Type != "place" || place.Hamlet == "" {
				continue
			}
			if !isHamlet(app, place.Hamlet) {
				wrong[field.Key] = errNoHamlet
			}
		}
	}
	return wrong
}
