package residents

import (
	"errors"
	"slices"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errCorrection = fault.New(fault.Invalid, "resident.correction",
		"Perbaikan belum tersimpan. Periksa isian yang ditandai.",
		"The correction was not saved. Check the marked fields.")
	errNothingToCorrect = fault.New(fault.Invalid, "resident.nothing_to_correct",
		"Belum ada yang diubah. Ubah paling sedikit satu isian.",
		"Nothing has been changed. Change at least one field.")
	errByEvent = fault.New(fault.Invalid, "resident.by_event",
		"Data ini tidak diperbaiki di sini karena mengubah jumlah penduduk. Catat peristiwanya: kematian, pindah, pecah KK atau ganti kepala keluarga.",
		"This is not corrected here, as it changes the population's figures. Record the event: a death, a move, a split of the family or a change of head.")
	errNotCorrectable = fault.New(fault.Invalid, "resident.not_correctable",
		"Isian ini tidak dapat diperbaiki.",
		"This field cannot be corrected.")
)

// Correct changes plain fields of a resident, all or none, within a transaction.
// Values are as typed: texts are tidied, values of tables may be codes or labels,
// and a flag is "true" or "false". Replacing a temporary NIK keeps the resident's
// id, so that requests, letters and logins stay with them. by and reason are for
// the trail: nil is the program itself.
func Correct(tx core.App, resident string, changes map[string]string, by *core.Record, reason string) error {
	record, err := tx.FindRecordById("residents", resident)
	if err != nil {
		return errUnseen.Because(err)
	}
	wrong := errCorrection
	for field, value := range changes {
		switch {
		case slices.Contains(byEvent, field):
			wrong = wrong.At(field, errByEvent)
		case !isCorrectable(field):
			wrong = wrong.At(field, errNotCorrectable)
		default:
			record.Set(field, strings.TrimSpace(value))
		}
	}
	if len(changes) == 0 {
		return errNothingToCorrect
	}
	if len(wrong.Fields) > 0 {
		return wrong
	}
	if err := tx.Save(record); err != nil {
		return refusedCorrection(err)
	}
	if by != nil {
		audit.Seen(tx, by, audit.Purpose{Kind: audit.Upkeep, Note: reason}, audit.Changed, resident)
	}
	return nil
}

// refusedCorrection keeps what the register says against single fields.
func refusedCorrection(err error) error {
	var unsound *fault.Fault
	if errors.As(err, &unsound) && errors.Is(err, errUnsound) {
		wrong := errCorrection
		for field, about := range unsound.Fields {
			wrong = wrong.At(field, about)
		}
		return wrong
	}
	return err
}

// change is one field of a correction.
type change struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// applyCorrection changes the register together with the correction that says so,
// as soon as one is accepted; whether it may be is for those who decide on it.
func applyCorrection(e *core.RecordEvent) error {
	correction := e.Record
	if correction.GetString("state") != "accepted" || !correction.IsNew() && correction.Original().GetString("state") == "accepted" {
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		wished := map[string]change{}
		if err := correction.UnmarshalJSONField("changes", &wished); err != nil {
			return errNothingToCorrect.Because(err)
		}
		changes := map[string]string{}
		for field, c := range wished {
			changes[field] = c.To
		}
		if err := Correct(tx, correction.GetString("resident"), changes, whoDecided(tx, correction), correction.GetString("reason")); err != nil {
			return err
		}
		return e.Next()
	})
}

// whoDecided on a correction, an officer or an admin; nil is the program itself.
func whoDecided(tx core.App, correction *core.Record) *core.Record {
	for _, logins := range []string{"officers", core.CollectionNameSuperusers} {
		if by, err := tx.FindRecordById(logins, correction.GetString("decided_by")); err == nil {
			return by
		}
	}
	return nil
}
