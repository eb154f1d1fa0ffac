package budget

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errNoYear = fault.New(fault.NotFound, "budget.no_year",
	"Anggaran tahun ini belum ada. Impor dulu anggarannya.",
	"There is no budget for this year yet. Import it first.")

// book is one year's budget with all its lines, as a transaction sees it.
type book struct {
	budget     *core.Record
	collection *core.Collection
	lines      map[Code]*core.Record
}

func budgetOf(app core.App, year int) (*core.Record, error) {
	record, err := app.FindFirstRecordByData("budgets", "year", year)
	if err != nil {
		return nil, errNoYear.Because(err)
	}
	return record, nil
}

func openBook(app core.App, budget *core.Record) (*book, error) {
	collection, err := app.FindCachedCollectionByNameOrId("budget_lines")
	if err != nil {
		return nil, err
	}
	records, err := app.FindAllRecords(collection, dbx.HashExp{"budget": budget.Id})
	if err != nil {
		return nil, err
	}
	b := &book{budget, collection, make(map[Code]*core.Record, len(records))}
	for _, record := range records {
		b.lines[codeOf(record)] = record
	}
	return b, nil
}

func codeOf(record *core.Record) Code {
	return Code{record.GetString("activity"), record.GetString("account")}
}

func carries(record *core.Record, stage string) bool {
	return slices.Contains(record.GetStringSlice("carries"), stage)
}

// amounts are what the leaves of a stage say; empty: the stage is not there.
func (b *book) amounts(stage string) map[Code]int64 {
	own := map[Code]int64{}
	for code, record := range b.lines {
		if carries(record, stage) {
			own[code] = int64(record.GetFloat(stage))
		}
	}
	return own
}

// present lists the stages that have figures.
func (b *book) present() (stages []string) {
	for _, stage := range Stages {
		if len(b.amounts(stage)) > 0 {
			stages = append(stages, stage)
		}
	}
	return stages
}

// asLines are the leaves of a stage, in order.
func (b *book) asLines(stage string) (lines []kept) {
	for code, amount := range b.amounts(stage) {
		record := b.lines[code]
		lines = append(lines, kept{code.String(), record.GetString("name"), record.GetString("source"), amount})
	}
	slices.SortFunc(lines, func(a, b kept) int { return Compare(a.code(), b.code()) })
	return lines
}

// kept is a line as a version keeps it.
type kept struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Source string `json:"source"`
	Amount int64  `json:"amount"`
}

func (k kept) code() Code {
	code, _ := ParseCode(k.Code)
	return code
}
