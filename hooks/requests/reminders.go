package requests

import (
	"errors"
	"fmt"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/definition"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

// Remind tells applicants, once for each return, that the time to mend a request
// runs out on the next working day.
func Remind(app core.App, at time.Time) error {
	current, err := office.Current(app)
	if err != nil {
		return err
	}
	clock, err := office.ClockOf(app)
	if err != nil {
		return err
	}
	// Written in the office's working time, as returnedBefore reads it.
	allowed := definition.Duration{Amount: max(current.GetInt("return_days"), 1), Unit: "days"}
	soon := clock.Add(at, definition.Duration{Amount: 1, Unit: "days"})
	var returned []struct {
		ID string         `db:"id"`
		At types.DateTime `db:"returned_at"`
	}
	err = app.DB().NewQuery(`SELECT id, returned_at FROM (
			SELECT r.id, max(e.at) AS returned_at FROM requests r JOIN request_events e ON e.request = r.id AND e.action = 'return'
			WHERE r.waiting_for = 'applicant' AND r.emptied_on = '' GROUP BY r.id) returned
		WHERE NOT EXISTS (SELECT 1 FROM notices n WHERE n.key = 'request.expires_soon'
			AND n.link = '/permohonan/' || returned.id AND n.at >= returned.returned_at)`).All(&returned)
	if err != nil {
		return err
	}
	var failures []error
	for _, one := range returned {
		if ends := clock.Add(one.At.Time(), allowed); ends.After(at) && !ends.After(soon) {
			failures = append(failures, remindOne(app, one.ID, ends.In(clock.Location())))
		}
	}
	return errors.Join(failures...)
}

func remindOne(app core.App, id string, ends time.Time) error {
	return app.RunInTransaction(func(tx core.App) error {
		event, err := toldOf(tx, notify.Cause{Subject: id})
		if err != nil || event == nil {
			return err
		}
		event.data["until"], event.data["until_en"] = spoken(ends)
		event.action, event.at = Return, time.Time{}
		for _, notice := range event.applicants() {
			notice.Key = noticeExpiresSoon
			if err := notify.Tell(tx, notice); err != nil {
				return fmt.Errorf("reminder of %s: %w", id, err)
			}
		}
		return nil
	})
}
