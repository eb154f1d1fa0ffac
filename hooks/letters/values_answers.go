package letters

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
)

// answer adds what one question was answered with, in all its ways of writing.
func (v Values) answer(name string, field definition.Field, answer any, f Facts) {
	switch field.Type {
	case "rows":
		if table := tableOf(field, answer, f); len(table.Rows) > 0 {
			v[name] = Value{Rows: table}
		}
		return
	case "member":
		id, _ := answer.(string)
		if person, ok := f.Members[id]; ok {
			v.person(name, person, f.Date)
		}
	case "date":
		day, _ := answer.(string)
		v.day(name, day)
		return
	case "money", "number":
		v.amount(name, field.Type, answer)
		return
	}
	if text := written(field, answer, f); text != "" {
		v[name] = Value{Text: text, Raw: definition.Chosen(answer)}
	}
}

// amount also gives the sum in words, which letters about money are expected to print.
func (v Values) amount(name, fieldType string, answer any) {
	n, ok := number(answer)
	if !ok {
		return
	}
	text, inWords := decimal(n), decimalWords(n)
	if fieldType == "money" {
		text, inWords = rupiah(n), words(int64(n))+" rupiah"
	}
	v.set(name, text, strconv.FormatFloat(n, 'f', -1, 64))
	v.set(name+".words", inWords, inWords)
}

// written is an answer as a letter prints it; "" when there is none.
func written(field definition.Field, answer any, f Facts) string {
	switch field.Type {
	case "number", "money":
		n, ok := number(answer)
		switch {
		case !ok:
			return ""
		case field.Type == "money":
			return rupiah(n)
		}
		return decimal(n)
	case "yesno":
		if yes, ok := answer.(bool); ok && yes {
			return "ya"
		} else if ok {
			return "tidak"
		}
		return ""
	case "choice", "choices":
		return listed(labels(field.Options, definition.Chosen(answer)))
	}
	if field.Type == "place" {
		place, _ := definition.PlaceOf(answer)
		return place.Words
	}
	text, _ := answer.(string)
	switch field.Type {
	case "date":
		return office.LongDay(text, "id")
	case "time":
		return strings.Replace(text, ":", ".", 1)
	case "member":
		return f.Members[text].Name
	}
	return text
}

func labels(options []definition.Option, values []string) []string {
	var out []string
	for _, value := range values {
		label := value
		for _, option := range options {
			if option.Value == value && option.Label != "" {
				label = option.Label
			}
		}
		out = append(out, label)
	}
	return out
}

// listed joins with commas and a last "dan".
func listed(texts []string) string {
	switch n := len(texts); n {
	case 0:
		return ""
	case 1:
		return texts[0]
	case 2:
		return texts[0] + " dan " + texts[1]
	default:
		return strings.Join(texts[:n-1], ", ") + ", dan " + texts[n-1]
	}
}

// tableOf draws rows with a running number before the asked columns.
func tableOf(field definition.Field, answer any, f Facts) *Table {
	table := &Table{Columns: []Column{{Label: "No.", Right: true}}}
	for _, column := range field.Columns {
		right := column.Type == "number" || column.Type == "money"
		table.Columns = append(table.Columns, Column{Label: column.Label, Right: right})
	}
	rows, _ := answer.([]any)
	for i, item := range rows {
		answers, ok := item.(map[string]any)
		if !ok {
			continue
		}
		row := []string{strconv.Itoa(i + 1)}
		for _, column := range field.Columns {
			text := oneLine(written(column, answers[column.Key], f))
			if text == "" {
				text = nothing
			}
			row = append(row, text)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// number reads what JSON made of a number; sums beyond 1e15 are none.
func number(answer any) (float64, bool) {
	var n float64
	switch a := answer.(type) {
	case float64:
		n = a
	case int:
		n = float64(a)
	case json.Number:
		f, err := a.Float64()
		if err != nil {
			return 0, false
		}
		n = f
	default:
		return 0, false
	}
	return n, !math.IsNaN(n) && math.Abs(n) < 1e15
}

// rupiah keeps "Rp" and the sum on one line.
func rupiah(n float64) string {
	return strings.Replace(office.Rupiah(int(n)), " ", "\u00a0", 1)
}
