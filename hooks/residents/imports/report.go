package imports

import (
	"cmp"
	"slices"

	"mdesa/hooks/sheet"
)

// maxTold is how many problems a report tells in full; the file of refused rows
// has them all.
const maxTold = 500

// Report is what a dry run found, as the dashboard shows it.
type Report struct {
	Format   string   `json:"format"`
	Sheets   []string `json:"sheets"`
	Skipped  []string `json:"skipped"`
	Ignored  []string `json:"ignored"`
	Hamlets  []string `json:"hamlets"` // that would be, or were made
	Errors   int      `json:"errors"`
	Warnings int      `json:"warnings"`
	Reasons  []Reason `json:"reasons"` // how often each, the commonest first
	Problems []Told   `json:"problems"`
	warnings []Told   // to fill up with
}

// Reason is a kind of problem and how often it was found.
type Reason struct {
	Key     string `json:"key"`
	Level   string `json:"level"`
	Label   string `json:"label"` // of the column, or empty
	LabelEN string `json:"label_en"`
	Text    string `json:"text"` // of the first
	TextEN  string `json:"text_en"`
	Count   int    `json:"count"`
}

// Told is a [Problem] in words.
type Told struct {
	Sheet      string `json:"sheet"`
	Row        int    `json:"row"`
	Column     string `json:"column"` // its letter, or empty
	Field      string `json:"field"`  // as OpenSID calls it
	Label      string `json:"label"`
	LabelEN    string `json:"label_en"`
	Value      string `json:"value"`
	Key        string `json:"key"`
	Text       string `json:"text"`
	TextEN     string `json:"text_en"`
	Suggestion string `json:"suggestion"`
	Level      string `json:"level"` // error or warning
}

// add notes the problems of a row. Only what is shown is put into words.
func (r *Report) add(problems []Problem) {
	for _, problem := range problems {
		r.count(problem)
		switch {
		case !problem.Warning && len(r.Problems) < maxTold:
			r.Problems = append(r.Problems, problem.told())
		case problem.Warning && len(r.warnings) < maxTold:
			r.warnings = append(r.warnings, problem.told())
		}
	}
}

func (r *Report) count(problem Problem) {
	if problem.Warning {
		r.Warnings++
	} else {
		r.Errors++
	}
	label := ""
	if problem.Column != none {
		label = columns[problem.Column].label
	}
	for i := range r.Reasons {
		if known := &r.Reasons[i]; known.Key == problem.Reason.Key && known.Label == label {
			known.Count++
			return
		}
	}
	told := problem.told()
	r.Reasons = append(r.Reasons, Reason{told.Key, told.Level, told.Label, told.LabelEN, told.Text, told.TextEN, 1})
}

// needs notes a hamlet that the office does not have yet.
func (r *Report) needs(hamlet Place) {
	if hamlet.ID == "" && !slices.Contains(r.Hamlets, hamlet.Name) {
		r.Hamlets = append(r.Hamlets, hamlet.Name)
	}
}

// finish puts errors before warnings, up to [maxTold].
func (r *Report) finish(table *Table) {
	r.Format, r.Sheets, r.Skipped, r.Ignored = table.Format, table.Sheets, table.Skipped, table.Ignored
	r.Problems = append(r.Problems, r.warnings[:min(len(r.warnings), maxTold-len(r.Problems))]...)
	slices.SortStableFunc(r.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(b.Count, a.Count))
	})
}

// longestValue is how much of a cell is told.
const longestValue = 120

func (p Problem) told() Told {
	told := Told{Sheet: p.Sheet, Row: p.Row, Value: p.Value, Key: p.Reason.Key,
		Text: p.Reason.In("id"), TextEN: p.Reason.In("en"), Suggestion: p.Suggestion, Level: "error"}
	if runes := []rune(told.Value); len(runes) > longestValue {
		told.Value = string(runes[:longestValue]) + "…"
	}
	if p.Warning {
		told.Level = "warning"
	}
	if p.Place >= 0 {
		told.Column = sheet.Letter(p.Place)
	}
	if p.Column != none {
		of := columns[p.Column]
		told.Field, told.Label, told.LabelEN = cmp.Or(of.machine, of.field), of.label, of.labelEN
	}
	return told
}
