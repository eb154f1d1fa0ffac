package budget

import (
	"context"
	"fmt"

	"github.com/pocketbase/pocketbase/core"
)

// writing marks saves that the budget itself makes: its sums are not worked out
// again after every line of hundreds.
type writing struct{}

var quietly = context.WithValue(context.Background(), writing{}, true)

func isQuiet(ctx context.Context) bool { return ctx != nil && ctx.Value(writing{}) != nil }

// change is what is to hold of one stage from now on.
type change struct {
	stage string
	lines []kept
	names map[Code]string // of what stands above the lines, where a file says it
}

// put writes a change into the book. Every line keeps its record, as programs
// hang on them; sums are worked out anew; a line that nothing is said of any more
// goes, unless a program hangs on it.
func (b *book) put(tx core.App, do change) error {
	own := map[string]map[Code]int64{}
	for _, stage := range Stages {
		own[stage] = b.amounts(stage)
	}
	own[do.stage] = map[Code]int64{}
	for _, line := range do.lines {
		own[do.stage][line.code()] = line.Amount
	}
	b.nameThem(do)
	return b.settle(tx, own)
}

// nameThem gives lines their names and sources as a file has them. A report of
// realisation does not rename what the decree has named.
func (b *book) nameThem(do change) {
	leads := do.stage != Realised
	codes := make([]Code, len(do.lines))
	for i, line := range do.lines {
		codes[i] = line.code()
		record := b.line(codes[i])
		if record.GetString("name") == "" || leads {
			record.Set("name", cut(NameOf(codes[i], line.Name), 300))
		}
		if record.GetString("source") == "" || leads {
			record.Set("source", cut(line.Source, 60))
		}
	}
	for _, code := range AllCodes(codes) {
		record := b.line(code)
		if name, named := do.names[code]; record.GetString("name") == "" || named && leads {
			record.Set("name", cut(NameOf(code, name), 300))
		}
	}
}

// line is the record of a code, a new one where there is none yet.
func (b *book) line(code Code) *core.Record {
	record := b.lines[code]
	if record == nil {
		record = core.NewRecord(b.collection)
		record.Set("budget", b.budget.Id)
		place(record, code)
		b.lines[code] = record
	}
	return record
}

// place fills in what follows from a code.
func place(record *core.Record, code Code) {
	parent, _ := code.Parent()
	record.Load(map[string]any{"code": code.String(), "parent": parent.String(), "activity": code.Activity,
		"account": code.Account, "part": code.Part(), "field": code.Field()})
}

// settle brings all lines to what the leaves of the stages say.
func (b *book) settle(tx core.App, own map[string]map[Code]int64) error {
	sums := map[string]map[Code]int64{}
	said := map[Code]bool{}
	for stage, amounts := range own {
		sums[stage] = Sums(amounts)
		for code := range sums[stage] {
			said[code] = true
		}
	}
	if err := b.clear(tx, said); err != nil {
		return err
	}
	codes := make([]Code, 0, len(b.lines))
	for code := range said {
		codes = append(codes, code)
	}
	for i, code := range AllCodes(codes) {
		record := b.line(code)
		carried := []string{}
		for _, stage := range Stages {
			if _, is := own[stage][code]; is {
				carried = append(carried, stage)
			}
			record.Set(stage, sums[stage][code])
		}
		record.Set("carries", carried)
		record.Set("leaf", len(carried) > 0)
		record.Set("sort", i+1)
		if record.GetString("name") == "" {
			record.Set("name", NameOf(code, ""))
		}
		if record.IsNew() || differs(record) {
			if err := tx.SaveWithContext(quietly, record); err != nil {
				return err
			}
		}
	}
	return nil
}

// clear takes away lines that nothing is said of. Those that programs hang on
// stay, and are said of from then on, with no amount.
func (b *book) clear(tx core.App, said map[Code]bool) error {
	hung, err := hungOn(tx, b.budget.Id)
	if err != nil {
		return err
	}
	for code, record := range b.lines {
		switch {
		case said[code]:
		case hung[record.Id] > 0:
			said[code] = true
		default:
			delete(b.lines, code)
			if record.IsNew() {
				continue
			}
			if err := tx.DeleteWithContext(quietly, record); err != nil {
				return err
			}
		}
	}
	return nil
}

var compared = []string{"name", "source", "carries", "leaf", "sort", Plan, Revised, Realised}

func differs(record *core.Record) bool {
	was := record.Original()
	for _, field := range compared {
		if fmt.Sprint(was.Get(field)) != fmt.Sprint(record.Get(field)) {
			return true
		}
	}
	return false
}

// hungOn counts the programs that hang on each line of a budget, by its id.
func hungOn(app core.App, budget string) (map[string]int, error) {
	var rows []struct {
		Line  string
		Count int
	}
	err := app.DB().NewQuery(`SELECT budget_line line, COUNT(*) count FROM programs
		WHERE budget_line IN (SELECT id FROM budget_lines WHERE budget = {:budget}) GROUP BY budget_line`).
		Bind(map[string]any{"budget": budget}).All(&rows)
	hung := make(map[string]int, len(rows))
	for _, row := range rows {
		hung[row.Line] = row.Count
	}
	return hung, err
}

func cut(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return text
}
