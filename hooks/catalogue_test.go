package hooks_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/letters"
)

// catalogue is every seeded service with its record.
func (v village) catalogue() map[*core.Record]*definition.Definition {
	v.t.Helper()
	services, err := v.FindAllRecords("services", dbx.HashExp{"kind": definition.Letter})
	if err != nil {
		v.t.Fatal(err)
	}
	all := map[*core.Record]*definition.Definition{}
	for _, service := range services {
		def, problems := definition.FromFields(service.Get)
		for _, problem := range problems {
			v.t.Errorf("%s: %s", service.GetString("key"), problem.Fault.In("en"))
		}
		all[service] = def
	}
	return all
}

func TestEveryServiceOfANewOfficeCanWriteItsLetter(t *testing.T) {
	for _, def := range start(t).catalogue() {
		if err := letters.CheckPattern(def.NumberPattern); err != nil {
			t.Errorf("%s: number: %v", def.Key, err)
		}
		_, problems := letters.Parse(def.Template, letters.NamesOf(*def))
		for _, problem := range problems {
			t.Errorf("%s: template, %s: %s", def.Key, problem.Place("en"), problem.In("en"))
		}
		if !slices.Contains(builtKeys["category.*"], def.Category) {
			t.Errorf("%s: the pages have no name for the category %q", def.Key, def.Category)
		}
	}
}

// Every service is asked for as often as its longest list of choices has
// options, so that each option, and each branch of a template that hangs on one,
// has its letter.
func TestEveryServiceOfANewOfficeEndsInALetter(t *testing.T) {
	v := start(t)
	for service, def := range v.catalogue() {
		t.Run(def.Key, func(t *testing.T) {
			v := village{v.App, t}
			for nth := range cases(def) {
				v.endsInALetter(service, def, nth)
			}
		})
	}
}

func (v village) endsInALetter(service *core.Record, def *definition.Definition, nth int) {
	v.t.Helper()
	applicant := v.applicantFor(def)
	answers := v.answers(def, applicant, nth)
	attachments := map[string]any{}
	for _, requirement := range def.Needed(answers) {
		attachments[requirement.Key] = []string{v.Upload(v.Officer, requirement.Key, applicant.Id)}
	}
	id := v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": service.Id, "resident": applicant.Id, "answers": answers, "attachments": attachments,
	}, v.Officer).Want(200).JSON()["id"].(string)
	for _, step := range def.Steps {
		v.Act(v.whoDoes(step.Role, applicant), id, step.Action).Want(200)
	}
	if got := v.Found("requests", id).GetString("status"); got != "completed" {
		v.t.Errorf("case %d ends %s", nth, got)
	}
	pdf := v.pdfFor(v.Officer, v.Letter(id))
	if pages := pages(pdf); pages != 1 {
		v.t.Errorf("case %d takes %d pages", nth, pages)
	}
	if !letters.VerifySeal(pdf).Whole {
		v.t.Errorf("case %d is not sealed as a whole", nth)
	}
}

var pageObject = regexp.MustCompile(`/Type\s*/Page\b`)

// pages counts the pages of a PDF whose objects are not packed, as ours.
func pages(pdf []byte) int {
	return len(pageObject.FindAll(bytes.ReplaceAll(pdf, []byte("/Pages"), nil), -1))
}

func (v village) pdfFor(actor, letter *core.Record) []byte {
	v.t.Helper()
	token := v.Do("POST", "/api/files/token", nil, actor).Want(200).JSON()["token"].(string)
	return v.Do("GET", "/api/files/letters/"+letter.Id+"/"+letter.GetString("pdf")+"?token="+token, nil, nil).Want(200).Body
}

// applicantFor is the first of the village whom a service is for.
func (v village) applicantFor(def *definition.Definition) *core.Record {
	v.t.Helper()
	for _, resident := range []*core.Record{v.Wayan, v.Ketut, v.Made, v.Nyoman} {
		birth, _ := time.Parse(time.DateOnly, resident.GetString("birth_date"))
		if def.Subject.Check(resident.GetString("sex"), resident.GetString("marital_status"),
			resident.GetString("family_role"), birth, time.Now()) == nil {
			return resident
		}
	}
	v.t.Fatal("nobody may ask for ", def.Key)
	return nil
}

func (v village) whoDoes(role string, applicant *core.Record) *core.Record {
	switch {
	case role == "hamlet_head" && applicant.GetString("hamlet") == v.Kelod.Id:
		return v.HeadOfKelod
	case role == "hamlet_head":
		return v.HeadOfKaja
	case role == "officer":
		return v.Officer
	case role == "secretary":
		return v.Secretary
	}
	return v.VillageHead
}

func TestPagesAreCounted(t *testing.T) {
	for _, count := range []int{1, 2, 12} {
		pdf := fmt.Sprintf("<< /Type /Pages /Count %d >>", count)
		for range count {
			pdf += "\n<< /Type /Page /Parent 1 0 R >>"
		}
		if got := pages([]byte(pdf)); got != count {
			t.Errorf("%d pages of %d", got, count)
		}
	}
}
