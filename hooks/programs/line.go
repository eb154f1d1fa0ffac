package programs

import (
	"database/sql"
	"errors"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errNotSpending = fault.New(fault.Invalid, "program.line_not_spending",
		"Baris \"{line}\" bukan belanja. Pilih baris belanja sebuah kegiatan.",
		"The line \"{line}\" is not spending. Choose a spending line of an activity.")
	errOtherYear = fault.New(fault.Invalid, "program.line_other_year",
		"Baris \"{line}\" dari anggaran {budget}, sedangkan program ini tahun {year}.",
		"The line \"{line}\" is of the budget of {budget}, but this program is of {year}.")
	errOtherActivity = fault.New(fault.Invalid, "program.line_other_activity",
		"Kode kegiatan program {activity} tidak sama dengan kode baris anggaran {line}.",
		"The program's activity {activity} is not that of the budget line, {line}.")
)

// soundLine holds program and budget line together: spending, of the same year and
// activity. What the program leaves open is taken over from the line.
func soundLine(tx core.App, faults *fault.Fault, record *core.Record) (*fault.Fault, error) {
	activity := record.GetString("activity")
	if id := record.GetString("budget_line"); id != "" {
		var line struct {
			Code, Part, Activity, Source string
			Year                         int
		}
		err := tx.DB().NewQuery(`SELECT l.code, l.part, l.activity, l.source, b.year FROM budget_lines l JOIN budgets b ON b.id = l.budget WHERE l.id = {:id}`).
			Bind(dbx.Params{"id": id}).One(&line)
		if errors.Is(err, sql.ErrNoRows) {
			return faults, nil // PocketBase refuses a relation that leads nowhere
		}
		if err != nil {
			return faults, err
		}
		if activity == "" && IsActivity(line.Activity) {
			activity = line.Activity
			record.Set("activity", activity)
		}
		if record.GetString("source") == "" {
			record.Set("source", line.Source)
		}
		switch {
		case line.Part != "spending":
			faults = faults.At("budget_line", errNotSpending.With("line", line.Code))
		case line.Year != record.GetInt("year"):
			faults = faults.At("budget_line", errOtherYear.With("line", line.Code).With("budget", line.Year).With("year", record.GetInt("year")))
		case line.Activity != activity:
			faults = faults.At("budget_line", errOtherActivity.With("line", line.Activity).With("activity", activity))
		}
	}
	if activity == "" {
		if field := record.GetString("field"); field != "" && !isField(field) {
			faults = faults.At("field", errField)
		}
		return faults, nil
	}
	if !IsActivity(activity) {
		return faults.At("activity", errActivity), nil
	}
	record.Set("field", FieldOf(activity))
	return faults, nil
}
