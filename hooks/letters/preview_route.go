package letters

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errPreview = fault.New(fault.Invalid, "letter.preview",
	"Pratinjau belum dapat dibuat: isian layanan tidak terbaca.",
	"The preview cannot be made yet: the service's fields cannot be read.")

// previewFooter keeps a preview from passing for a letter.
const previewFooter = "CONTOH: pratinjau dengan data rekaan, tidak berlaku sebagai surat."

// preview draws a service's letter with an invented case, unsealed and marked,
// or answers with every problem of the template, each with its place.
func preview(e *core.RequestEvent) error {
	def := new(definition.Definition)
	if err := json.NewDecoder(e.Request.Body).Decode(def); err != nil {
		return errPreview.Because(err)
	}
	template, problems := Parse(def.Template, NamesOf(*def))
	if len(problems) > 0 {
		return answerProblems(e, problems)
	}
	current, err := office.Current(e.App)
	if err != nil {
		return err
	}
	now := time.Now()
	facts := PreviewFacts(officeOf(current), *def, now)
	letter, err := compose(e.App, current, &form{def: def, template: template}, facts, Signature{
		Head: SignatureHead("", facts.Office, "", ""), Name: facts.OfficerName, StaffNumber: facts.OfficerStaffNumber,
	}, now)
	if err != nil {
		return err
	}
	letter.Footer = previewFooter
	pdf, err := Render(letter)
	if err != nil {
		return err
	}
	return e.Blob(http.StatusOK, "application/pdf", pdf)
}

func answerProblems(e *core.RequestEvent, problems []Problem) error {
	lang := fault.Lang(e)
	places := []map[string]string{}
	for _, problem := range problems {
		places = append(places, map[string]string{
			"place": problem.Place(lang), "message": problem.In(lang), "nearest": problem.Nearest,
		})
	}
	return e.JSON(http.StatusBadRequest, map[string]any{
		"status": http.StatusBadRequest, "key": "letter.template",
		"message": Refusal("template", problems).In(lang), "places": places,
	})
}

// at points a fault to the form field it is about.
func at(field string, err error) error {
	var about *fault.Fault
	if errors.As(err, &about) {
		return about.At(field, about)
	}
	return err
}
