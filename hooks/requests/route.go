package requests

import (
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

var errNoHamlet = fault.New(fault.Invalid, "request.no_hamlet",
	"Banjar yang dipilih tidak ada dalam daftar. Pilih sekali lagi.",
	"The banjar that was chosen is not on the list. Choose once more.")

// route sets whose hamlet a request goes to and who may learn whose it is. A
// report goes to where the matter is; without a place to where the reporter
// lives, unless that would tell on them.
func route(request *core.Record, def *definition.Definition, home string) {
	request.Set("hamlet", home)
	if def.Kind != definition.Report {
		return
	}
	answers := answersOf(request)
	secret := answers[definition.FieldIdentity] == definition.IdentityHandlerOnly
	request.Set("confidential", secret)
	place, _ := definition.PlaceOf(answers[definition.FieldPlace])
	switch {
	case place.Hamlet != "" || place.HasPoint():
		request.Set("hamlet", place.Hamlet)
	case secret:
		request.Set("hamlet", "")
	}
}

func answersOf(request *core.Record) map[string]any {
	answers := map[string]any{}
	if err := json.Unmarshal([]byte(request.GetString("answers")), &answers); err != nil {
		return map[string]any{} // none
	}
	return answers
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
			var there int
			err := app.DB().Select("count(*)").From("hamlets").Where(dbx.HashExp{"id": place.Hamlet}).Row(&there)
			if err != nil || there == 0 {
				wrong[field.Key] = errNoHamlet
			}
		}
	}
	return wrong
}
