package news

import (
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
)

// Working days that the law gives.
const (
	answerDays    = 10 // to answer (UU 14/2008 art. 22 (7))
	extensionDays = 7  // more, with a written reason (art. 22 (8))
	objectDays    = 30 // to object, from when there was a reason to (art. 36 (1))
	objectionDays = 30 // to answer an objection (art. 36 (2))
)

// after is the close of the nth working day after a moment, by the holidays known
// now. It is kept with the request and told to its asker, so that a holiday that
// is added later moves no promise that was given, as with letters and reports.
func after(app core.App, moment time.Time, days int) (time.Time, error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return time.Time{}, err
	}
	return clock.Add(moment, definition.Duration{Amount: days, Unit: "days"}), nil
}
