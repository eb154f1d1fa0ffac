package budget

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errVersionsKept = fault.New(fault.Forbidden, "budget.versions_kept",
		"Riwayat anggaran tidak dapat ditulis, diubah, atau dihapus dengan tangan. Impor berkas baru, atau tarik versi terakhir.",
		"The history of a budget is not written, changed or deleted by hand. Import a new file, or withdraw the last version.")
	errNothingToWithdraw = fault.New(fault.Conflict, "budget.nothing_to_withdraw",
		"Tidak ada versi {stage} yang dapat ditarik.",
		"There is no version of the {stage} to withdraw.")
	errVersionLines = fault.New(fault.Invalid, "budget.version_lines",
		"Baris {code} dalam versi anggaran ini tidak sah: kodenya salah atau ganda, jumlahnya bukan rupiah penuh, atau baris lain berada di bawahnya.",
		"Line {code} of this version is not valid: its code is wrong or there twice, its amount is no whole rupiah, or another line stands below it.")
	errOthersRestOnIt = fault.New(fault.Conflict, "budget.others_rest",
		"Anggaran ini tidak dapat ditarik habis selama perubahan atau realisasinya masih ada. Tarik yang itu dulu.",
		"This budget cannot be taken away altogether while a revision or a realisation stands on it. Withdraw that first.")
	errPublishedNeedsPlan = fault.New(fault.Conflict, "budget.published_needs_plan",
		"Anggaran yang terbit tidak dapat dikosongkan. Batalkan penerbitannya dulu.",
		"A published budget cannot be emptied. Take it out of publication first.")
)

// Kinds of versions.
const (
	fromFile   = "file"
	byHand     = "hand"
	withdrawal = "withdrawal"
)

// version is one entry of a budget's history.
type version struct {
	stage, kind            string
	restores               int // of a withdrawal
	decree, decreeOn, asOf string
	fileName, note         string
	lines                  []kept
	names                  map[Code]string // of what stands above the lines, where it has names of its own
	by                     by
}

// latest is the last version of a stage; nil: there is none.
func latest(app core.App, budget, stage string) (*core.Record, error) {
	found, err := app.FindRecordsByFilter("budget_versions", "budget = {:budget} && stage = {:stage}", "-number", 1, 0,
		dbx.Params{"budget": budget, "stage": stage})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func numbered(app core.App, budget, stage string, number int) (*core.Record, error) {
	return app.FindFirstRecordByFilter("budget_versions", "budget = {:budget} && stage = {:stage} && number = {:number}",
		dbx.Params{"budget": budget, "stage": stage, "number": number})
}

// holds is the number of the version whose figures hold after a version.
func holds(record *core.Record) int {
	switch {
	case record == nil:
		return 0
	case record.GetString("kind") == withdrawal:
		return record.GetInt("restores")
	}
	return record.GetInt("number")
}

// write adds an entry to the history; saving it brings the budget's lines to what
// it says, see [hold].
func (v version) write(tx core.App, budget string) error {
	collection, err := tx.FindCachedCollectionByNameOrId("budget_versions")
	if err != nil {
		return err
	}
	names := make(map[string]string, len(v.names))
	for code, name := range v.names {
		names[code.String()] = name
	}
	record := core.NewRecord(collection)
	record.Load(map[string]any{"budget": budget, "stage": v.stage, "kind": v.kind, "restores": v.restores,
		"decree": v.decree, "decree_on": v.decreeOn, "as_of": v.asOf, "file_name": cut(v.fileName, 200), "note": cut(v.note, 500),
		"lines": v.lines, "names": names, "officer": v.by.officer, "by": v.by.name})
	return tx.Save(record)
}

// Withdraw takes the last version of a stage back: the figures before it hold
// again. Withdrawing again goes further back. Nothing is deleted; the withdrawal
// is an entry of the history itself.
func Withdraw(app core.App, year int, stage string, auth *core.Record) error {
	return app.RunInTransaction(func(tx core.App) error {
		budget, err := budgetOf(tx, year)
		if err != nil {
			return err
		}
		last, err := latest(tx, budget.Id, stage)
		if err != nil {
			return err
		}
		now := holds(last)
		if now == 0 {
			return errNothingToWithdraw.WithText("stage", stageNames[stage].id, stageNames[stage].en)
		}
		undo := version{stage: stage, kind: withdrawal, by: byOf(auth)}
		if err := undo.goBack(tx, budget.Id, now); err != nil {
			return err
		}
		return undo.write(tx, budget.Id)
	})
}

// goBack fills a withdrawal with the figures that held before a version.
func (v *version) goBack(tx core.App, budget string, now int) error {
	if now == 1 {
		return nil
	}
	before, err := numbered(tx, budget, v.stage, now-1)
	if err != nil {
		return err
	}
	if v.restores = holds(before); v.restores == 0 {
		return nil
	}
	restored, err := numbered(tx, budget, v.stage, v.restores)
	if err != nil {
		return err
	}
	v.decree, v.decreeOn, v.asOf = restored.GetString("decree"), restored.GetString("decree_on"), restored.GetString("as_of")
	v.lines, v.names, err = saidBy(restored)
	return err
}
