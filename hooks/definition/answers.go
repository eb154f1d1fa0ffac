package definition

import (
	"fmt"
	"time"

	"mdesa/hooks/fault"
)

// CheckAnswers goes through the form as the applicant did. It keeps, in one
// normal form, the answers to the questions whose conditions hold, drops all
// other keys, and says by key what to mend; a fault inside rows has the key
// "heirs.0.name", with the index as it was sent. today is the office's day.
//
// A kept answer is
//
//	text, textarea         string, composed (NFC), without control characters
//	number, money          float64; money in whole rupiah
//	date, time             "2026-03-17", "09:30"
//	choice, choices        string; []any of string in the order of the options
//	yesno                  bool
//	phone, nik, member     "081234567890" or "+31…"; 16 digits; id of a resident
//	place                  map[string]any, see [Place]
//	rows                   []any of map[string]any by column
//
// and where nothing was wrong, checking what was kept keeps it as it is.
func (d *Definition) CheckAnswers(answers map[string]any, today time.Time) (clean map[string]any, problems map[string]*fault.Fault) {
	clean, problems = map[string]any{}, map[string]*fault.Fault{}
	for _, page := range d.Form {
		if !Holds(page.When, clean) {
			continue
		}
		for _, field := range page.Fields {
			if !Holds(field.When, clean) {
				continue
			}
			reader := answerReader{today: today, problems: problems}
			if value := reader.read(field, field.Key, field.Label, labelEN(field), answers[field.Key]); value != nil {
				clean[field.Key] = value
			}
		}
	}
	return clean, problems
}

// answerReader normalises one answer and notes what is wrong with it.
type answerReader struct {
	today    time.Time
	problems map[string]*fault.Fault
}

// read returns the answer in its normal form, or nil when there is none or it
// cannot be used. key and labels are those of the place, as a person sees it.
func (r answerReader) read(field Field, key, label, labelEN string, given any) any {
	var value any
	var reason *fault.Fault
	if field.Type == "rows" {
		value, reason = r.rows(field, key, given)
	} else {
		value, reason = readPlain(field, given, r.today)
	}
	if reason == nil && value == nil && field.Required {
		reason = missingAnswer(field.Type)
	}
	if reason != nil {
		r.problems[key] = reason.WithText("label", label, labelEN)
		return nil
	}
	return value
}

// readPlain returns nil and nil for an answer that was left empty.
func readPlain(field Field, given any, today time.Time) (any, *fault.Fault) {
	if text, ok := given.(string); ok {
		given = tidy(text, field.Type == "textarea")
	}
	if given == nil || given == "" {
		return nil, nil
	}
	switch field.Type {
	case "number", "money":
		return readNumber(field, given)
	case "yesno":
		return readYesNo(given)
	case "choices":
		return readChoices(field, given)
	case "place":
		return readPlace(field, given)
	}
	text, ok := given.(string)
	if !ok {
		return nil, errAnswerShape
	}
	switch field.Type {
	case "date":
		return readDate(field, text, today)
	case "time":
		return readTime(text)
	case "choice":
		return readChoice(field, text)
	case "phone":
		return readPhone(text)
	case "nik":
		return readNIK(text)
	case "member":
		return readMember(text)
	}
	return readText(field, text)
}

// rows reads a list of objects by column; rows without any answer are dropped.
func (r answerReader) rows(field Field, key string, given any) (any, *fault.Fault) {
	list, ok := given.([]any)
	if !ok {
		if given == nil || given == "" {
			return nil, nil
		}
		return nil, errAnswerShape
	}
	if len(list) > maxRows {
		return nil, errTooManyRows.With("max", maxRows)
	}
	rows := []any{}
	for i, item := range list {
		row, ok := item.(map[string]any)
		if !ok {
			return nil, errAnswerShape
		}
		if !blank(field, row) {
			rows = append(rows, r.row(field, key, i, row))
		}
	}
	if len(rows) == 0 {
		return nil, nil
	}
	if reason := within(field, float64(len(rows)), errTooFewRows, errTooManyRows); reason != nil {
		return nil, reason
	}
	return rows, nil
}

func (r answerReader) row(field Field, key string, i int, given map[string]any) map[string]any {
	row := map[string]any{}
	for _, column := range field.Columns {
		place := fmt.Sprintf("%s.%d.%s", key, i, column.Key)
		label := fmt.Sprintf("%s %d – %s", field.Label, i+1, column.Label)
		english := fmt.Sprintf("%s %d – %s", labelEN(field), i+1, labelEN(column))
		if value := r.read(column, place, label, english, given[column.Key]); value != nil {
			row[column.Key] = value
		}
	}
	return row
}

// blank reports whether a row was added and then left empty.
func blank(field Field, row map[string]any) bool {
	for _, column := range field.Columns {
		value := row[column.Key]
		if text, ok := value.(string); ok {
			value = tidy(text, true)
		}
		if value != nil && value != "" {
			return false
		}
	}
	return true
}

func labelEN(field Field) string { return Text(field.Label, field.LabelEN, "en") }
