package office

import "time"

// Location is the office's time zone.
func (c *Clock) Location() *time.Location { return c.location }

// Day is the date at t on the office's wall, "YYYY-MM-DD".
func (c *Clock) Day(t time.Time) string { return t.In(c.location).Format(time.DateOnly) }

// Open tells whether the office works at t. It is open at the minute it opens
// and no longer at the minute it closes.
func (c *Clock) Open(t time.Time) bool { return !c.Until(t).IsZero() }

// Until is when the stretch of working time around t ends, be it for the day
// or for a break; the zero time when the office is closed at t.
func (c *Clock) Until(t time.Time) time.Time {
	day, second := c.split(t)
	for _, open := range c.hours(day) {
		if open.from <= second && second < open.to {
			return c.instant(day, open.to)
		}
	}
	return time.Time{}
}

// NextOpen is t when the office is open, else its next opening; the zero time
// when it never opens.
func (c *Clock) NextOpen(t time.Time) time.Time {
	first, second := c.split(t)
	for day := first; day < first+horizon; day++ {
		for _, open := range c.hours(day) {
			switch {
			case second < open.from:
				return c.instant(day, open.from)
			case second < open.to:
				return t
			}
		}
		second = 0
	}
	return time.Time{}
}

// Today are the working hours of the day around t as {"07:30", "12:00"} pairs,
// empty when the office stays closed.
func (c *Clock) Today(t time.Time) [][2]string {
	day, _ := c.split(t)
	hours := c.hours(day)
	written := make([][2]string, len(hours))
	for i, open := range hours {
		written[i] = [2]string{writeTime(open.from), writeTime(open.to)}
	}
	return written
}

// Reason names the holiday on which t falls, "" when it is none.
func (c *Clock) Reason(t time.Time) string {
	day, _ := c.split(t)
	return c.closed[day]
}
