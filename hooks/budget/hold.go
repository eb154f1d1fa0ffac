package budget

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/web"
)

// hold numbers a new entry of the history and brings the budget's lines to what it
// says, in one transaction. It is the only way in which a stage gets its figures:
// imports, corrections and withdrawals all are entries.
func hold(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		entry := e.Record
		lines, names, err := saidBy(entry)
		if err != nil {
			return err
		}
		budget, err := tx.FindRecordById("budgets", entry.GetString("budget"))
		if err != nil {
			return errNoYear.Because(err)
		}
		last, err := latest(tx, budget.Id, entry.GetString("stage"))
		if err != nil {
			return err
		}
		number := 1
		if last != nil {
			number = last.GetInt("number") + 1
		}
		totals := Totals{}
		for _, line := range lines {
			totals.add(line.code(), line.Amount)
		}
		entry.Load(map[string]any{"number": number, "totals": totals, "at": types.NowDateTime()})
		if err := e.Next(); err != nil {
			return err
		}
		return apply(tx, budget, entry, lines, names)
	})
}

func apply(tx core.App, budget, entry *core.Record, lines []kept, names map[Code]string) error {
	book, err := openBook(tx, budget)
	if err != nil {
		return err
	}
	stage := entry.GetString("stage")
	if err := book.mayEmpty(stage, lines); err != nil {
		return err
	}
	if err := book.put(tx, change{stage, lines, names}); err != nil {
		return err
	}
	dated(budget, stage, entry)
	return book.check(tx)
}

// saidBy reads an entry's lines, and refuses those that cannot stand in a budget.
func saidBy(entry *core.Record) (lines []kept, names map[Code]string, err error) {
	if err := entry.UnmarshalJSONField("lines", &lines); err != nil {
		return nil, nil, err
	}
	told := map[string]string{}
	if err := entry.UnmarshalJSONField("names", &told); err != nil {
		return nil, nil, err
	}
	leaves := map[Code]bool{}
	for _, line := range lines {
		code, ok := ParseCode(line.Code)
		if !ok || leaves[code] || line.Amount < 0 || line.Amount > MaxAmount {
			return nil, nil, errVersionLines.With("code", line.Code)
		}
		leaves[code] = true
	}
	for code := range leaves {
		if i := slices.IndexFunc(above(code), func(parent Code) bool { return leaves[parent] }); i >= 0 {
			return nil, nil, errVersionLines.With("code", above(code)[i])
		}
	}
	names = make(map[Code]string, len(told))
	for text, name := range told {
		if code, ok := ParseCode(text); ok {
			names[code] = name
		}
	}
	return lines, names, nil
}

func (b *book) mayEmpty(stage string, lines []kept) error {
	switch {
	case len(lines) > 0 || stage != Plan:
		return nil
	case len(b.amounts(Revised)) > 0, len(b.amounts(Realised)) > 0:
		return errOthersRestOnIt
	case b.budget.GetBool("published"):
		return errPublishedNeedsPlan
	}
	return nil
}

// dated notes on the budget which decree, or which day, its figures are of.
func dated(budget *core.Record, stage string, of *core.Record) {
	switch stage {
	case Plan:
		budget.Set("decree", of.GetString("decree"))
		budget.Set("decree_on", of.GetString("decree_on"))
	case Revised:
		budget.Set("revision_decree", of.GetString("decree"))
		budget.Set("revision_decree_on", of.GetString("decree_on"))
	case Realised:
		budget.Set("realised_until", of.GetString("as_of"))
	}
}
