package hooks_test

import (
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
)

// cases is how many ways through a form are tried: as many as the longest list
// of choices has options, and two for the yes and the no.
func cases(def *definition.Definition) int {
	most := 2
	for _, page := range def.Form {
		for _, field := range page.Fields {
			most = max(most, len(field.Options))
		}
	}
	return most
}

// answers fills in a form in its nth way, in order, so that a question can hang
// on an earlier answer.
func (v village) answers(def *definition.Definition, applicant *core.Record, nth int) map[string]any {
	v.t.Helper()
	answers := map[string]any{}
	for _, page := range def.Form {
		if !definition.Holds(page.When, answers) {
			continue
		}
		for _, field := range page.Fields {
			if definition.Holds(field.When, answers) {
				answers[field.Key] = v.answer(field, applicant, nth)
			}
		}
	}
	return answers
}

func (v village) answer(field definition.Field, applicant *core.Record, nth int) any {
	switch field.Type {
	case "number":
		return within(field, 2)
	case "money":
		return within(field, 1_750_000)
	case "date":
		today, err := time.Parse(time.DateOnly, office.Today(v))
		if err != nil {
			v.t.Fatal(err)
		}
		return today.AddDate(0, 0, int(within(field, -30))).Format(time.DateOnly)
	case "time":
		return "09:30"
	case "yesno":
		return nth%2 == 0
	case "choice":
		return field.Options[nth%len(field.Options)].Value
	case "choices":
		return v.choices(field, nth)
	case "phone":
		return "081234500009"
	case "nik":
		return "5171045904780005"
	case "member":
		return v.relativeOf(applicant)
	case "place":
		if nth%2 == 0 {
			return map[string]any{"lat": -8.65, "lon": 115.2166}
		}
		return map[string]any{"words": "Depan balai", "hamlet": v.Kaja.Id}
	case "rows":
		return v.rows(field, applicant, nth)
	}
	return v.text(field)
}

// text is as long as people write, within what the question takes.
func (v village) text(field definition.Field) string {
	said := "Jalan Kamboja Nomor 4, " + field.Label
	if field.Type == "textarea" {
		said = strings.Repeat("Keterangan yang cukup panjang untuk satu baris surat. ", 3)
	}
	letters := []rune(strings.TrimSpace(said))
	letters = letters[:min(len(letters), int(most(field, float64(len(letters)))))]
	return strings.TrimSpace(string(letters)) + strings.Repeat("a", max(0, int(within(field, 0))-len(letters)))
}

func (v village) choices(field definition.Field, nth int) []string {
	var chosen []string
	for i := range max(1, int(within(field, 1))) {
		chosen = append(chosen, field.Options[(nth+i)%len(field.Options)].Value)
	}
	return chosen
}

func (v village) rows(field definition.Field, applicant *core.Record, nth int) []any {
	var rows []any
	for range int(within(field, float64(nth%3+1))) {
		row := map[string]any{}
		for _, column := range field.Columns {
			row[column.Key] = v.answer(column, applicant, nth)
		}
		rows = append(rows, row)
	}
	return rows
}

// relativeOf is somebody else of the household, or the applicant who lives alone.
func (v village) relativeOf(applicant *core.Record) string {
	v.t.Helper()
	family, err := v.FindAllRecords("residents", dbx.HashExp{"household": applicant.GetString("household")})
	if err != nil {
		v.t.Fatal(err)
	}
	i := slices.IndexFunc(family, func(member *core.Record) bool { return member.Id != applicant.Id })
	if i < 0 {
		return applicant.Id
	}
	return family[i].Id
}

// within is a wish, brought between the limits of a question.
func within(field definition.Field, wish float64) float64 {
	if field.Min != nil {
		wish = max(wish, *field.Min)
	}
	return most(field, wish)
}

func most(field definition.Field, wish float64) float64 {
	if field.Max != nil {
		return min(wish, *field.Max)
	}
	return wish
}
