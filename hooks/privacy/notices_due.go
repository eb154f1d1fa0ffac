package privacy

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// spoken is when an answer is due, as people say it.
func spoken(app core.App, asked *core.Record, language string) string {
	due := asked.GetDateTime("due_at").Time()
	if clock, err := office.ClockOf(app); err == nil {
		due = due.In(clock.Location())
	}
	if language == "en" {
		return office.Long(due, "en") + ", " + due.Format("15:04 MST")
	}
	return office.Long(due, "id") + " pukul " + due.Format("15.04 MST")
}
