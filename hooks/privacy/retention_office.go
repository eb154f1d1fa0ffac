package privacy

import (
	"database/sql"
	"errors"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errLookFirst = fault.New(fault.Invalid, "privacy.look_first",
		"Jalankan uji coba dulu dan lihat apa yang akan dihapus menurut jadwal ini, lalu nyalakan.",
		"Make a dry run first and look at what would go by this schedule, then switch it on.")
	errStillOn = fault.New(fault.Invalid, "privacy.still_on",
		"Jadwal ini belum diuji coba. Matikan dulu penghapusan otomatis, simpan jadwal, jalankan uji coba, lalu nyalakan lagi.",
		"This schedule was not tried yet. Switch the nightly removal off, save the schedule, make a dry run, then switch it on again.")
)

// looksHold is how long a dry run counts as having been looked at.
const looksHold = 7 * 24 * time.Hour

// beginWithUsualSchedule is for the first start; the admin changes it afterwards.
func beginWithUsualSchedule(e *core.RecordEvent) error {
	if scheduleIn(e.Record) == (Schedule{}) {
		e.Record.Load(map[string]any{
			"keep_uploads_days": 90, "keep_rejected_days": 365, "keep_requests_days": 1825,
			"keep_audit_days": 1825, "keep_registrations_days": 30,
			"keep_information_days": 1825, "keep_aid_days": 3650, "keep_comments_days": 1095, "keep_notices_days": 365,
		})
	}
	e.Record.Set("retention_on", false)
	return e.Next()
}

// keepScheduleSound refuses impossible days, and to switch on what nobody has
// looked at: the nightly job needs a dry run by a person with this very schedule.
func keepScheduleSound(e *core.RecordEvent) error {
	schedule := scheduleIn(e.Record)
	if err := schedule.Check(); err != nil {
		return err
	}
	if !e.Record.GetBool("retention_on") {
		return e.Next()
	}
	wasOn := e.Record.Original().GetBool("retention_on")
	if wasOn && scheduleIn(e.Record.Original()) == schedule {
		return e.Next()
	}
	looked, err := lookedAt(e.App, schedule, time.Now())
	switch {
	case err != nil:
		return err
	case !looked && wasOn:
		return errSchedule.At("retention_on", errStillOn)
	case !looked:
		return errSchedule.At("retention_on", errLookFirst)
	}
	return e.Next()
}

// lookedAt tells whether somebody made a dry run by a schedule lately.
func lookedAt(app core.App, schedule Schedule, now time.Time) (bool, error) {
	run, err := latestRun(app, dbx.NewExp("dry = 1 AND by_kind != 'clock' AND at > {:since}",
		dbx.Params{"since": moment(now.Add(-looksHold)).String()}))
	if err != nil || run == nil {
		return false, err
	}
	var tried Schedule
	err = run.UnmarshalJSONField("schedule", &tried)
	return tried == schedule, err
}

func latestRun(app core.App, which dbx.Expression) (*core.Record, error) {
	run := &core.Record{}
	err := app.RecordQuery("retention_runs").AndWhere(which).OrderBy("at DESC", "rowid DESC").Limit(1).One(run)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return run, err
}
