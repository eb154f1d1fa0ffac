package budget

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errLineFixed = fault.New(fault.Invalid, "budget.line_fixed",
		"Kode dan tahun sebuah baris tidak diubah. Buat baris baru dengan kode yang benar, lalu hapus yang ini.",
		"The code and the year of a line do not change. Make a new line with the right code, then delete this one.")
	errLineTwice = fault.New(fault.Conflict, "budget.line_twice",
		"{code} sudah ada dalam anggaran ini. Ubah baris itu.",
		"{code} is in this budget already. Change that line.")
	errIsSum = fault.New(fault.Invalid, "budget.is_sum",
		"{code} adalah jumlah dari baris-baris di bawahnya. Ubah baris yang paling bawah.",
		"{code} is the sum of the lines below it. Change the lowest line.")
	errBelowAmount = fault.New(fault.Invalid, "budget.below_amount",
		"{code} sudah memuat jumlahnya sendiri, jadi tidak dapat dirinci di bawahnya. Kosongkan dulu, atau impor berkas yang rinci.",
		"{code} has an amount of its own, so nothing can stand below it. Empty it first, or import a file with the details.")
	errHasBelow = fault.New(fault.Conflict, "budget.has_below",
		"{code} masih memuat baris di bawahnya. Hapus itu dulu.",
		"{code} still has lines below it. Delete those first.")
	errHung = fault.New(fault.Conflict, "budget.hung",
		"Pada {code} tergantung {n} program. Pindahkan programnya ke baris lain dulu.",
		"{n} programs hang on {code}. Move them to another line first.")
	errLineAmount = fault.New(fault.Invalid, "budget.line_amount",
		"Tulis jumlah dalam rupiah penuh, dari 0 sampai Rp 10 triliun.",
		"Write the amount in whole rupiah, from 0 to Rp 10 trillion.")
	errUnknownCode = fault.New(fault.Invalid, "budget.unknown_code",
		"Kode ini tidak sah. Contoh: 4.2.1 untuk pendapatan, \"02.03.10 5.3\" untuk belanja sebuah kegiatan.",
		"This code is not valid. Examples: 4.2.1 for income, \"02.03.10 5.3\" for spending of an activity.")
)

// handmade keeps sums, balance and history right when a single line is made,
// changed or deleted through the API or the admin UI.
func handmade(e *core.RecordEvent, do func(tx core.App, b *book) ([]string, error)) error {
	if isQuiet(e.Context) {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		budget, err := tx.FindRecordById("budgets", e.Record.GetString("budget"))
		if err != nil {
			return errNoYear.Because(err)
		}
		book, err := openBook(tx, budget)
		if err != nil {
			return err
		}
		stages, err := do(tx, book)
		if err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		return recount(tx, budget, stages, e.Record)
	})
}

// recount notes in the history what holds after a line was saved, which works the
// sums out again.
func recount(tx core.App, budget *core.Record, stages []string, about *core.Record) error {
	for _, stage := range stages {
		book, err := openBook(tx, budget)
		if err != nil {
			return err
		}
		entry := version{stage: stage, kind: byHand, note: about.GetString("code") + " " + about.GetString("name"),
			lines: book.asLines(stage), by: actorOf(about)}
		if err := entry.inherit(tx, budget); err != nil {
			return err
		}
		if err := entry.write(tx, budget.Id); err != nil {
			return err
		}
	}
	return nil
}

// inherit takes over the decree and day of the figures that were corrected.
func (v *version) inherit(tx core.App, budget *core.Record) error {
	last, err := latest(tx, budget.Id, v.stage)
	if err == nil && last != nil {
		v.decree, v.decreeOn, v.asOf = last.GetString("decree"), last.GetString("decree_on"), last.GetString("as_of")
	}
	return err
}

func createLine(e *core.RecordEvent) error {
	return handmade(e, func(tx core.App, b *book) ([]string, error) {
		code, ok := ParseCode(e.Record.GetString("code"))
		if !ok {
			return nil, errUnknownCode.At("code", errUnknownCode)
		}
		if b.lines[code] != nil {
			twice := errLineTwice.With("code", code)
			return nil, twice.At("code", twice)
		}
		place(e.Record, code)
		if e.Record.GetString("name") == "" {
			e.Record.Set("name", NameOf(code, ""))
		}
		stages := []string{}
		for _, stage := range Stages {
			if e.Record.GetFloat(stage) != 0 {
				stages = append(stages, stage)
			}
		}
		if len(stages) == 0 { // a line of nothing still stands in the plan
			stages = append(stages, Plan)
		}
		return stages, b.carry(e.Record, code, stages)
	})
}

func updateLine(e *core.RecordEvent) error {
	return handmade(e, func(tx core.App, b *book) ([]string, error) {
		code, _ := ParseCode(e.Record.GetString("code"))
		before := b.lines[code] // read through the transaction: somebody may have been faster
		if before == nil || before.Id != e.Record.Id {
			return nil, errLineFixed.At("code", errLineFixed)
		}
		place(e.Record, code)
		carried, changed := before.GetStringSlice("carries"), []string{}
		for _, stage := range Stages {
			if e.Record.GetFloat(stage) == e.Record.Original().GetFloat(stage) {
				e.Record.Set(stage, before.GetFloat(stage))
				continue
			}
			changed = append(changed, stage)
			if !slices.Contains(carried, stage) {
				carried = append(carried, stage)
			}
		}
		e.Record.Set("sort", before.GetInt("sort"))
		if e.Record.GetString("name") == "" {
			e.Record.Set("name", NameOf(code, ""))
		}
		return changed, b.carry(e.Record, code, carried)
	})
}

// carry lets a line have amounts of its own for stages, where nothing above or
// below it has.
func (b *book) carry(record *core.Record, code Code, stages []string) error {
	for _, stage := range stages {
		if amount := record.GetFloat(stage); amount < 0 || amount > MaxAmount || amount != float64(int64(amount)) {
			return errLineAmount.At(stage, errLineAmount)
		}
		for other := range b.amounts(stage) {
			switch {
			case slices.Contains(above(other), code):
				return errIsSum.With("code", code).At(stage, errIsSum.With("code", code))
			case slices.Contains(above(code), other):
				return errBelowAmount.With("code", other).At("code", errBelowAmount.With("code", other))
			}
		}
	}
	slices.SortFunc(stages, func(a, b string) int { return slices.Index(Stages, a) - slices.Index(Stages, b) })
	record.Set("carries", stages)
	record.Set("leaf", len(stages) > 0)
	return nil
}

func deleteLine(e *core.RecordEvent) error {
	return handmade(e, func(tx core.App, b *book) ([]string, error) {
		code := codeOf(e.Record)
		for other := range b.lines {
			if slices.Contains(above(other), code) {
				return nil, errHasBelow.With("code", code)
			}
		}
		hung, err := hungOn(tx, b.budget.Id)
		if err != nil {
			return nil, err
		}
		if n := hung[e.Record.Id]; n > 0 {
			return nil, errHung.With("code", code).With("n", n)
		}
		return e.Record.GetStringSlice("carries"), nil
	})
}
