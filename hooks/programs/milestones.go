package programs

import (
	"database/sql"
	"errors"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errPercent = fault.New(fault.Invalid, "milestone.percent",
		"Isi kemajuan dengan bilangan bulat 0 sampai 100.",
		"Enter the progress as a whole number from 0 to 100.")
	errMilestoneDay = fault.New(fault.Invalid, "milestone.day",
		"Isi tanggal keadaan ini; tidak boleh setelah hari ini.",
		"Enter the day on which it was so, not later than today.")
	errBackwards = fault.New(fault.Invalid, "milestone.backwards",
		"Tahap {percent}% sudah dicatat pada {day}; pekerjaan tidak mundur. Periksa tanggal atau persennya.",
		"{percent}% was recorded for {day}; work does not go back. Check the day or the percentage.")
	errOtherProgram = fault.New(fault.Invalid, "milestone.other_program",
		"Tahap tidak dapat dipindahkan ke program lain.", "A milestone cannot be moved to another program.")
)

// keepMilestone is the model hook of new and changed ones: with each, the program's
// progress is worked out anew, from those that the office has confirmed.
func keepMilestone(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		record := e.Record
		var before *core.Record
		if !record.IsNew() {
			var err error
			if before, err = tx.FindRecordById("milestones", record.Id); err != nil {
				return err
			}
			underLock(record, before)
		}
		signMilestone(record, before)
		if err := soundMilestone(tx, record); err != nil {
			return err
		}
		if err := takePhotos(record, "photos"); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		if err := keepFiles(tx, record, "photos", "papers"); err != nil {
			return err
		}
		if err := tellKept(tx, record, before); err != nil {
			return err
		}
		return progressed(tx, record.GetString("program"))
	})
}

func soundMilestone(tx core.App, record *core.Record) error {
	for _, name := range []string{"note", "photos_alt"} {
		record.Set(name, strings.TrimSpace(mask.Text(record.GetString(name))))
	}
	faults := errForm
	percent, on := record.GetInt("percent"), record.GetString("on")
	if percent < 0 || percent > 100 || float64(percent) != record.GetFloat("percent") {
		faults = faults.At("percent", errPercent)
	}
	if !isDay(on) || on > office.Today(tx) {
		faults = faults.At("on", errMilestoneDay)
	}
	if !describesPhotos(record) {
		faults = faults.At("photos_alt", errAlt)
	}
	if record.GetBool("waiting") && !hasPhotos(record) {
		faults = faults.At("photos", errObservedPhoto)
	}
	if !record.IsNew() && record.GetString("program") != record.Original().GetString("program") {
		faults = faults.At("program", errOtherProgram)
	}
	steps, err := stepsOf(tx, record.GetString("program"))
	if err != nil {
		return err
	}
	if other, does := Disagrees(Step{record.Id, percent, on}, steps); does {
		faults = faults.At("on", errBackwards.With("percent", other.Percent).WithText("day", office.LongDay(other.On, "id"), office.LongDay(other.On, "en")))
	}
	if len(faults.Fields) > 0 {
		return faults
	}
	return nil
}

func deleteMilestone(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		record, err := tx.FindRecordById("milestones", e.Record.Id)
		if err != nil {
			return err
		}
		carryActor(record, actorOf(e.Record))
		if err := mayRemove(tx, record); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		if err := tellDeclined(tx, record); err != nil {
			return err
		}
		return progressed(tx, record.GetString("program"))
	})
}

// progressed saves a program anew, which lets it follow its milestones.
func progressed(tx core.App, program string) error {
	record, err := tx.FindRecordById("programs", program)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // the milestone goes with it
	}
	if err != nil {
		return err
	}
	return tx.Save(record)
}
