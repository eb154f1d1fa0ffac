package office

import (
	"time"
	_ "time/tzdata" // a bare server has no time zones of its own

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

var (
	errZone = fault.New(fault.Invalid, "office.time_zone",
		"Zona waktu \"{value}\" tidak dikenal. Bali memakai Asia/Makassar, Jawa Asia/Jakarta, Papua Asia/Jayapura.",
		"The time zone \"{value}\" is not known. Bali uses Asia/Makassar, Java Asia/Jakarta, Papua Asia/Jayapura.")
	errClosedDay = fault.New(fault.Invalid, "office.closed_day",
		"\"{value}\" bukan tanggal. Tulis seperti 2026-03-19.",
		"\"{value}\" is no date. Write it like 2026-03-19.")
)

// horizon is how many days the clock looks ahead. An office that does not open
// for so long never will: the answer is then the zero time.
const horizon = 5 * 366

// Clock counts the working time of one office: its hours with their breaks,
// each week by the schedule that held then, without its closed days. It does
// not change once made and may be used by many at once.
type Clock struct {
	location  *time.Location
	schedules []schedule // oldest first, at least one
	closed    map[int]string
}

// Parse makes a clock from the office's `hours` JSON, the name of a time zone,
// and the closed days ("YYYY-MM-DD") with the reason of each. Every error is a
// [fault.Fault] that names the place in the hours.
func Parse(hours, zone string, closedDays map[string]string) (*Clock, error) {
	location, err := loadZone(zone)
	if err != nil {
		return nil, err
	}
	schedules, err := parseSchedules(hours)
	if err != nil {
		return nil, err
	}
	closed := make(map[int]string, len(closedDays))
	for day, reason := range closedDays {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return nil, errClosedDay.With("value", day).Because(err)
		}
		closed[dayNumber(t)] = reason
	}
	return &Clock{location, schedules, closed}, nil
}

// loadZone wants a place's zone: the machine's own ("Local", "") says nothing.
func loadZone(zone string) (*time.Location, error) {
	location, err := time.LoadLocation(zone)
	if err != nil || zone == "" || zone == "Local" {
		return nil, errZone.With("value", zone).Because(err)
	}
	return location, nil
}

// Add gives the moment at which a promise made at start falls due. Minutes and
// hours are working time. Days count full open days: the first is the first
// open day that begins after start, and the promise ends when the last one
// closes, so Friday 14:00 + 1 day is Monday's closing. An amount of nothing is
// due at start; the zero time means that the office never opens (or that the
// unit is not one of [definition.TimeUnits]).
func (c *Clock) Add(start time.Time, promise definition.Duration) time.Time {
	switch {
	case promise.Amount <= 0:
		return start
	case promise.Unit == "minutes":
		return c.AddMinutes(start, promise.Amount)
	case promise.Unit == "hours":
		return c.AddMinutes(start, promise.Amount*60)
	case promise.Unit == "days":
		return c.addDays(start, promise.Amount)
	}
	return time.Time{}
}

func (c *Clock) addDays(start time.Time, n int) time.Time {
	first, second := c.split(start)
	for day := first; day < first+horizon; day++ {
		hours := c.hours(day)
		if len(hours) == 0 || day == first && hours[0].from < second {
			continue // closed, or begun before the promise was made
		}
		if n--; n == 0 {
			return c.instant(day, hours[len(hours)-1].to)
		}
	}
	return time.Time{}
}

// AddMinutes gives the moment at which n working minutes after t have passed;
// a start outside working hours counts from the next opening. With n of 0 or
// less it is t, already due. The zero time means that the office never opens.
func (c *Clock) AddMinutes(t time.Time, n int) time.Time {
	if n <= 0 {
		return t
	}
	left := n * 60
	first, second := c.split(t)
	for day := first; day < first+horizon; day++ {
		for _, open := range c.hours(day) {
			from := max(open.from, second)
			if from >= open.to {
				continue
			}
			if left <= open.to-from {
				return c.instant(day, from+left)
			}
			left -= open.to - from
		}
		second = 0
	}
	return time.Time{}
}

// Between counts the whole working minutes from a to b; it is negative when b
// lies before a, and 0 when either is the zero time.
func (c *Clock) Between(a, b time.Time) int {
	if a.IsZero() || b.IsZero() {
		return 0
	}
	if b.Before(a) {
		return -c.Between(b, a)
	}
	firstDay, firstSecond := c.split(a)
	lastDay, lastSecond := c.split(b)
	seconds := 0
	for day := firstDay; day <= lastDay; day++ {
		for _, open := range c.hours(day) {
			from, to := open.from, open.to
			if day == firstDay {
				from = max(from, firstSecond)
			}
			if day == lastDay {
				to = min(to, lastSecond)
			}
			seconds += max(0, to-from)
		}
	}
	return seconds / 60
}

// hours are the open stretches of a day, none when the office is closed. Days
// before the oldest schedule are worked by it.
func (c *Clock) hours(day int) []stretch {
	if _, isClosed := c.closed[day]; isClosed {
		return nil
	}
	held := c.schedules[0]
	for _, later := range c.schedules[1:] {
		if later.from > day {
			break
		}
		held = later
	}
	return held.week[((day+3)%7+7)%7] // day 0 was a Thursday
}

// split tells the day number and the second of that day on the office's wall.
func (c *Clock) split(t time.Time) (day, second int) {
	local := t.In(c.location)
	hour, minute, sec := local.Clock()
	return dayNumber(local), hour*3600 + minute*60 + sec
}

func (c *Clock) instant(day, second int) time.Time {
	return time.Date(1970, 1, 1+day, second/3600, second/60%60, second%60, 0, c.location)
}
