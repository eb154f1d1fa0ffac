package privacy

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// overdueRegistrations are sign-ups that were settled, or ran out, before a
// moment, but for those that are emptied already.
func overdueRegistrations(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `SELECT id, code AS show FROM registrations WHERE state != 'waiting' AND NOT (state = 'confirmed' AND nik = '')
		AND CASE WHEN decided_at != '' THEN decided_at ELSE updated END < {:before} ORDER BY created`,
		dbx.Params{"before": moment(before).String()})
}

// typed are the fields of a sign-up that hold what somebody typed or sent, or by
// which their device would be known again.
var typed = []string{"nik", "kk", "name", "birth_date", "email", "phone", "note", "password_hash", "device", "photo"}

// takeRegistration deletes one that led to nothing. Of a confirmed one only what
// was typed goes: who opened or replaced the login, when, and how much had agreed
// stays on record.
func takeRegistration(app core.App, one found, _ job) error {
	registration, err := app.FindRecordById("registrations", one.ID)
	if err != nil {
		return err
	}
	if err := removeFiles(app, registration); err != nil {
		return err
	}
	if registration.GetString("state") != "confirmed" {
		_, err = app.DB().Delete("registrations", dbx.HashExp{"id": one.ID}).Execute()
		return err
	}
	empty := dbx.Params{"photo_size": 0}
	for _, field := range typed {
		empty[field] = ""
	}
	_, err = app.DB().Update("registrations", empty, dbx.HashExp{"id": one.ID}).Execute()
	return err
}
