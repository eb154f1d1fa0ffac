package programs

import (
	"unicode/utf8"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errYear = fault.New(fault.Invalid, "program.year",
		"Isi tahun anggaran program, misalnya 2026.", "Enter the program's year, for example 2026.")
	errActivity = fault.New(fault.Invalid, "program.activity",
		"Kode kegiatan terdiri dari bidang, subbidang, dan kegiatan, misalnya 02.03.10.",
		"An activity's code is field, subfield and activity, for example 02.03.10.")
	errPeriod = fault.New(fault.Invalid, "program.period",
		"Tanggal selesai tidak boleh sebelum tanggal mulai.", "The last day cannot be before the first.")
	errDay = fault.New(fault.Invalid, "program.day",
		"Tanggal ditulis tahun-bulan-tanggal, misalnya 2026-11-24.",
		"Write the day as year-month-day, for example 2026-11-24.")
	errStopped = fault.New(fault.Invalid, "program.stopped_because",
		"Tulis mengapa program dihentikan; warga membacanya.", "Say why the program was stopped; residents read it.")
	errNotDone = fault.New(fault.Invalid, "program.not_done",
		"Program selesai bila tahap 100% sudah dicatat. Catat dulu tahap itu, dengan fotonya.",
		"A program is done once its 100% milestone is recorded. Record that first, with its photos.")
	errProposals = fault.New(fault.Invalid, "program.proposals",
		"Hanya usulan yang sudah diterima yang dapat menjadi program.",
		"Only proposals that were accepted can become a program.")
	errPublished = fault.New(fault.Conflict, "program.published",
		"Program yang sudah terbit tidak dihapus. Hentikan dengan alasan, atau batalkan penerbitannya dulu.",
		"A published program is not deleted. Stop it with a reason, or take it back from the public first.")
)

// onlyKeepers is the request hook of programs, and of changes to milestones.
func onlyKeepers(e *core.RecordRequestEvent) error {
	if err := mayKeep(e.App, e.Auth); err != nil {
		return err
	}
	carryActor(e.Record, e.Auth)
	return e.Next()
}

func createProgram(e *core.RecordEvent) error {
	if e.Record.GetString("state") == "" {
		e.Record.Set("state", Planned)
	}
	return web.InTransaction(e, func(tx core.App) error {
		e.Record.Set("progress", 0)
		if err := soundProgram(tx, e.Record, nil); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		return tellMoved(tx, e.Record, nil)
	})
}

// updateProgram is the model hook of every change: the progress is always that of
// the milestones, whatever was sent.
func updateProgram(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		fresh, err := tx.FindRecordById("programs", e.Record.Id)
		if err != nil {
			return err
		}
		underLock(e.Record, fresh)
		steps, err := stepsOf(tx, e.Record.Id)
		if err != nil {
			return err
		}
		e.Record.Set("progress", ProgressOf(steps))
		if err := soundProgram(tx, e.Record, fresh); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		return tellMoved(tx, e.Record, fresh)
	})
}

// stepsOf are a program's milestones, without those that wait for the office.
func stepsOf(app core.App, program string) (steps []Step, err error) {
	err = app.DB().NewQuery("SELECT id, percent, `on` FROM milestones WHERE program = {:program} AND waiting = FALSE").
		Bind(dbx.Params{"program": program}).All(&steps)
	return steps, err
}

// soundProgram refuses what cannot be, and completes the rest. fresh is what is
// kept so far, nil for a new one.
func soundProgram(tx core.App, record, fresh *core.Record) error {
	faults := errForm
	if year := record.GetInt("year"); year < firstYear || year > lastYear {
		faults = faults.At("year", errYear)
	}
	if cost := record.GetInt("cost"); cost < 0 || cost > MaxAmount {
		faults = faults.At("cost", errCost)
	}
	starts, ends := record.GetString("starts_on"), record.GetString("ends_on")
	for field, day := range map[string]string{"starts_on": starts, "ends_on": ends} {
		if day != "" && !isDay(day) {
			faults = faults.At(field, errDay)
		}
	}
	if starts != "" && ends != "" && ends < starts && isDay(starts) && isDay(ends) {
		faults = faults.At("ends_on", errPeriod)
	}
	faults = soundState(faults, record, fresh)
	faults, err := soundLine(tx, faults, record)
	if err != nil {
		return err
	}
	if fresh == nil || len(changed(record, fresh, []string{"proposals"})) > 0 {
		if faults, err = soundProposals(tx, faults, record); err != nil {
			return err
		}
	}
	if len(faults.Fields) > 0 {
		return faults
	}
	return nil
}

// soundState lets the state follow the progress; by hand it is stopped, and begun
// or put back before there is any progress.
func soundState(faults *fault.Fault, record, fresh *core.Record) *fault.Fault {
	state, progress := record.GetString("state"), record.GetInt("progress")
	byHand := fresh == nil || state != fresh.GetString("state")
	if byHand && state == Done && progress < 100 {
		return faults.At("state", errNotDone)
	}
	if state == Stopped && utf8.RuneCountInString(record.GetString("stopped_because")) < shortestReason {
		return faults.At("stopped_because", errStopped)
	}
	record.Set("state", StateAt(state, progress))
	if state != Stopped {
		record.Set("stopped_because", "")
	}
	return faults
}

func soundProposals(tx core.App, faults *fault.Fault, record *core.Record) (*fault.Fault, error) {
	ids := record.GetStringSlice("proposals")
	if len(ids) == 0 {
		return faults, nil
	}
	var accepted int
	err := tx.DB().Select("count(*)").From("proposals").
		Where(dbx.HashExp{"id": anyOf(ids), "state": Accepted}).Row(&accepted)
	if err == nil && accepted != len(ids) {
		faults = faults.At("proposals", errProposals)
	}
	return faults, err
}

func anyOf(ids []string) []any {
	list := make([]any, len(ids))
	for i, id := range ids {
		list[i] = id
	}
	return list
}

// deleteProgram: what all could read is not made undone.
func deleteProgram(e *core.RecordEvent) error {
	if e.Record.Original().GetBool("published") {
		return errPublished
	}
	return e.Next()
}
