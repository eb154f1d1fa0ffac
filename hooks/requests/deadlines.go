package requests

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
)

func runDeadlines(app core.App) {
	if err := Deadline(app, now()); err != nil {
		app.Logger().Error("deadlines", "error", err)
	}
}

// Deadline does what the clock asks for at a moment: it escalates steps that
// are overdue or that nobody may take any more, expires returned requests that
// nobody answered, and closes reports whose answer nobody contradicted. One request that fails does not hold up the others; all
// failures come back joined.
func Deadline(app core.App, at time.Time) error {
	overdue, err := ids(app, `SELECT id FROM requests WHERE waiting_for != '' AND escalated = 0
		AND step_due_at > '' AND step_due_at < {:before} ORDER BY step_due_at`, at)
	if err != nil {
		return err
	}
	var failures []error
	left, err := abandoned(app)
	if err != nil {
		failures = append(failures, err)
	}
	for _, id := range left {
		if !slices.Contains(overdue, id) {
			overdue = append(overdue, id)
		}
	}
	for _, id := range overdue {
		failures = append(failures, bySystem(app, id, Escalate, at))
	}
	before, err := returnedBefore(app, at)
	if err != nil {
		return errors.Join(append(failures, err)...)
	}
	unanswered, err := ids(app, `SELECT r.id FROM requests r WHERE r.waiting_for = 'applicant' AND r.status = 'returned' AND
		(SELECT max(e.at) FROM request_events e WHERE e.request = r.id AND e.action = 'return') < {:before}`, before)
	if err != nil {
		return errors.Join(append(failures, err)...)
	}
	for _, id := range unanswered {
		failures = append(failures, bySystem(app, id, Expire, at))
	}
	agreed, err := ids(app, `SELECT id FROM requests WHERE waiting_for = 'applicant' AND status = 'answered'
		AND closes_at > '' AND closes_at <= {:before}`, at)
	failures = append(failures, err)
	for _, id := range agreed {
		failures = append(failures, bySystem(app, id, Close, at))
	}
	return errors.Join(failures...)
}

// returnedBefore is the moment before which a return had to be answered: the
// office's days, counted in its working time. It walks back from at, in whole
// calendar days, until that many working days lie between.
func returnedBefore(app core.App, at time.Time) (time.Time, error) {
	current, err := office.Current(app)
	if err != nil {
		return at, err
	}
	clock, err := office.ClockFor(app, "")
	if err != nil {
		return at, err
	}
	allowed := definition.Duration{Amount: max(current.GetInt("return_days"), 1), Unit: "days"}
	start := at
	for range 10 * allowed.Amount {
		start = start.Add(-24 * time.Hour)
		if clock.Add(start, allowed).Before(at) {
			return start, nil
		}
	}
	return start, nil
}

func ids(app core.App, query string, before time.Time) ([]string, error) {
	var found []string
	moment, err := types.ParseDateTime(before)
	if err != nil {
		return nil, err
	}
	err = app.DB().NewQuery(query).Bind(dbx.Params{"before": moment.String()}).Column(&found)
	return found, err
}

func bySystem(app core.App, request, action string, at time.Time) error {
	collection, err := app.FindCachedCollectionByNameOrId("request_events")
	if err != nil {
		return err
	}
	record := core.NewRecord(collection)
	Event{Request: request, Action: action, ActorKind: BySystem, At: at}.writeTo(record)
	if err := app.Save(record); err != nil {
		return fmt.Errorf("%s %s: %w", action, request, err)
	}
	return nil
}
