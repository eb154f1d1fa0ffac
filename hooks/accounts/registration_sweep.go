package accounts

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/office"
)

const (
	// mostWaiting is how many may wait at once. Above it the oldest that nobody
	// in the register fits make room: what a flood has sent, not what a resident has.
	mostWaiting = 1000
	// refusedKept is how many days a refused or expired registration is kept at
	// least, one year like any application that was turned down.
	refusedKept = 365
)

// sweepRegistrations runs every hour.
func sweepRegistrations(app core.App) {
	if err := SweepRegistrations(app, time.Now(), mostWaiting); err != nil {
		app.Logger().Error("registrations were not swept", "error", err)
	}
}

// SweepRegistrations expires what has waited for 30 days, makes room where more
// than most wait, and deletes what was refused a year before now, or longer ago
// where the office's schedule keeps it longer.
func SweepRegistrations(app core.App, now time.Time, most int) error {
	all, err := waitingOnes(app)
	if err != nil {
		return err
	}
	var kept []candidate
	for _, one := range all {
		if now.Sub(one.Created.Time()) < registrationLives {
			kept = append(kept, one)
		} else if err := expire(app, one.ID); err != nil {
			return err
		}
	}
	if err := expireUnlikely(app, kept, len(kept)-most, 0); err != nil {
		return err
	}
	return forgetOld(app, now)
}

func expire(app core.App, id string) error {
	return app.RunInTransaction(func(tx core.App) error {
		var one candidate
		if err := candidates(tx).Where(dbx.HashExp{"g.id": id, "g.state": waiting}).One(&one); err != nil {
			return nil // decided in the meantime
		}
		record, err := tx.FindRecordById("registrations", id)
		if err != nil {
			return err
		}
		return settle(tx, record, one, expired, nil)
	})
}

func forgetOld(app core.App, now time.Time) error {
	identity, err := office.Current(app)
	if err != nil {
		return err
	}
	days := identity.GetInt("keep_registrations_days")
	if days == 0 {
		return nil // for ever
	}
	before, err := types.ParseDateTime(now.AddDate(0, 0, -max(days, refusedKept)))
	if err != nil {
		return err
	}
	old, err := app.FindRecordsByFilter("registrations", "(state = 'refused' || state = 'expired') && decided_at < {:before}", "", 500, 0,
		dbx.Params{"before": before.String()})
	if err != nil {
		return err
	}
	for _, record := range old {
		if err := app.Delete(record); err != nil {
			return err
		}
	}
	return nil
}
