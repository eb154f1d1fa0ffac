package budget

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
)

// Correct changes several amounts of a stage at once, by code: what moves from
// one line to another leaves the balance as it was. Only lines that carry the
// stage can be corrected.
func Correct(app core.App, year int, stage string, amounts map[string]int64, note string, auth *core.Record) error {
	if !slices.Contains(Stages, stage) {
		return errStage.At("stage", errStage)
	}
	return app.RunInTransaction(func(tx core.App) error {
		budget, err := budgetOf(tx, year)
		if err != nil {
			return err
		}
		book, err := openBook(tx, budget)
		if err != nil {
			return err
		}
		for text, amount := range amounts {
			code, ok := ParseCode(text)
			record := book.lines[code]
			switch {
			case !ok || record == nil:
				return errUnknownCode.At(text, errUnknownCode)
			case !carries(record, stage):
				return errIsSum.With("code", code).At(text, errIsSum.With("code", code))
			case amount < 0 || amount > MaxAmount:
				return errLineAmount.At(text, errLineAmount)
			}
			record.Set(stage, amount)
		}
		entry := version{stage: stage, kind: byHand, note: note, lines: book.asLines(stage), by: byOf(auth)}
		if err := entry.inherit(tx, budget); err != nil {
			return err
		}
		return entry.write(tx, budget.Id)
	})
}
