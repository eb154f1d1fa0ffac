package statistics

import (
	"fmt"
	"time"
)

// The population is counted anew in the first night of January and of July, as the
// state consolidates its own figures by half-years, and at least apart days after
// the release before: whoever laid two of them that are close side by side would
// see who came and went.
const apart = 90

// halfYear is the slot of a release: "2026-S2".
func halfYear(day time.Time) string {
	return fmt.Sprintf("%d-S%d", day.Year(), (int(day.Month())-1)/6+1)
}

// nextRelease is the first day on which the population may be counted again.
func nextRelease(last time.Time) time.Time {
	begins := time.Date(last.Year(), 7, 1, 0, 0, 0, 0, last.Location())
	if last.Month() > 6 {
		begins = time.Date(last.Year()+1, 1, 1, 0, 0, 0, 0, last.Location())
	}
	if far := last.AddDate(0, 0, apart); far.After(begins) {
		return far
	}
	return begins
}

// monthsKept is how many closed months are told, and made up for at the first
// start.
const monthsKept = 24

// closedMonths are the last months before that of a day, "2026-10" first.
func closedMonths(day time.Time) []string {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	months := []string{}
	for back := range monthsKept {
		months = append(months, first.AddDate(0, -1-back, 0).Format("2006-01"))
	}
	return months
}
