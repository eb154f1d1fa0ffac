package privacy

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// overdueRegistrations are sign-ups that were settled, or ran out, before a
// moment. Who was confirmed is in the register and has a login; the photo of the
// KTP has done its work.
func overdueRegistrations(app core.App, before time.Time) ([]found, error) {
	return findAll(app, `SELECT id, code AS show FROM registrations WHERE state != 'waiting'
		AND CASE WHEN decided_at != '' THEN decided_at ELSE updated END < {:before} ORDER BY created`,
		dbx.Params{"before": moment(before).String()})
}

func takeRegistration(app core.App, one found, _ job) error {
	registration, err := app.FindRecordById("registrations", one.ID)
	if err != nil {
		return err
	}
	if err := removeFiles(app, registration); err != nil {
		return err
	}
	_, err = app.DB().Delete("registrations", dbx.HashExp{"id": one.ID}).Execute()
	return err
}
