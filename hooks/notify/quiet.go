package notify

import (
	"hash/fnv"
	"strings"
	"time"
)

// Quiet are the hours in which nobody's phone rings for the office, in minutes
// of the day on the office's wall; they may go over midnight.
type Quiet struct{ From, To int }

// usualQuiet holds for whoever chose no hours of their own.
var usualQuiet = Quiet{21 * 60, 6 * 60}

// until is when the quiet hours around t end, t itself outside of them.
func (q Quiet) until(t time.Time, zone *time.Location) time.Time {
	local := t.In(zone)
	minute := local.Hour()*60 + local.Minute()
	day := func(add int) time.Time {
		return time.Date(local.Year(), local.Month(), local.Day()+add, q.To/60, q.To%60, 0, 0, zone)
	}
	switch {
	case q.From == q.To:
		return t
	case q.From < q.To && q.From <= minute && minute < q.To:
		return day(0)
	case q.From > q.To && minute >= q.From:
		return day(1)
	case q.From > q.To && minute < q.To:
		return day(0)
	}
	return t
}

// nyepiBegins and ends at this hour: from 06:00 to 06:00 of the next day Bali
// keeps silent, and mobile data are off (Catur Brata Penyepian).
const nyepiHour = 6

// isNyepi tells Nyepi from the leave days around it, which carry its name too.
func isNyepi(kind, name string) bool {
	return kind == "nasional" && strings.Contains(strings.ToLower(name), "nyepi")
}

// nyepiUntil is when the Nyepi around t ends, t itself on any other day. days are
// "YYYY-MM-DD".
func nyepiUntil(t time.Time, days []string, zone *time.Location) time.Time {
	for _, day := range days {
		date, err := time.ParseInLocation(time.DateOnly, day, zone)
		if err != nil {
			continue
		}
		begins := time.Date(date.Year(), date.Month(), date.Day(), nyepiHour, 0, 0, 0, zone)
		ends := time.Date(date.Year(), date.Month(), date.Day()+1, nyepiHour, 0, 0, 0, zone)
		if !t.Before(begins) && t.Before(ends) {
			return ends
		}
	}
	return t
}

// After the silence all that waited does not leave in the same second.
const (
	spreadAfterQuiet = 20 * time.Minute
	spreadAfterNyepi = 90 * time.Minute
)

// later is a moment within a while after t, always the same one for an id.
func later(t time.Time, while time.Duration, id string) time.Time {
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(id))
	return t.Add(time.Duration(sum.Sum64() % uint64(while)))
}
