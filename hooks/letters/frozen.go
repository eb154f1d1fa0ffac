package letters

import (
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// form is a frozen definition with its template parsed. Definitions never
// change, so this is kept.
type form struct {
	def      *definition.Definition
	template *Template
}

func formOf(app core.App, id string) (*form, error) {
	key := "letters.form." + id
	if kept, ok := app.Store().Get(key).(*form); ok {
		return kept, nil
	}
	record, err := app.FindRecordById("definitions", id)
	if err != nil {
		return nil, err
	}
	def, err := definition.Thaw([]byte(record.GetString("body")))
	if err != nil {
		return nil, err
	}
	template, problems := Parse(def.Template, NamesOf(*def))
	if refusal := Refusal("template", problems); refusal != nil {
		return nil, refusal
	}
	kept := &form{def: def, template: template}
	app.Store().Set(key, kept)
	return kept, nil
}

// title is what stands over the letter.
func title(def *definition.Definition) string {
	if def.LetterTitle != "" {
		return def.LetterTitle
	}
	return def.Name
}

// ValidUntil is the last day of a letter's validity, "" without end. A span of
// months ends on the same day of the month, or on the month's last.
func ValidUntil(day time.Time, span definition.Span) string {
	switch span.Unit {
	case "days":
		return day.AddDate(0, 0, span.Amount).Format(time.DateOnly)
	case "weeks":
		return day.AddDate(0, 0, 7*span.Amount).Format(time.DateOnly)
	case "months":
		return addMonths(day, span.Amount).Format(time.DateOnly)
	case "years":
		return addMonths(day, 12*span.Amount).Format(time.DateOnly)
	}
	return ""
}

func addMonths(day time.Time, months int) time.Time {
	moved := day.AddDate(0, months, 0)
	if moved.Day() != day.Day() { // 31 January + 1 month would be 3 March
		return moved.AddDate(0, 0, -moved.Day())
	}
	return moved
}
