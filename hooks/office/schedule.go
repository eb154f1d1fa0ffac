package office

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"mdesa/hooks/fault"
)

// Faults of working hours as an admin writes them. {place} names the entry the
// way the JSON is nested: "hours[0].days.5[1]" is the second stretch of Friday.
var (
	errHoursUnreadable = fault.New(fault.Invalid, "office.hours_unreadable",
		"Jam kerja tidak terbaca. Tulis sebagai daftar, misalnya [{\"from\":\"2024-02-01\",\"days\":{\"1\":[[\"07:30\",\"12:00\"],[\"13:00\",\"16:30\"]]}}].",
		"The working hours cannot be read. Write them as a list, for example [{\"from\":\"2024-02-01\",\"days\":{\"1\":[[\"07:30\",\"12:00\"],[\"13:00\",\"16:30\"]]}}].")
	errHoursNever = fault.New(fault.Invalid, "office.hours_never",
		"{place}: kantor tidak pernah buka. Isi paling sedikit satu jam kerja.",
		"{place}: the office never opens. Give at least one stretch of working time.")
	errHoursFrom = fault.New(fault.Invalid, "office.hours_from",
		"{place}: \"{value}\" bukan tanggal mulai yang sah, atau sudah dipakai jadwal lain. Tulis seperti 2024-02-01.",
		"{place}: \"{value}\" is no valid first day, or another schedule begins on it. Write it like 2024-02-01.")
	errHoursWeekday = fault.New(fault.Invalid, "office.hours_weekday",
		"{place}: hari ditulis dengan angka 1 (Senin) sampai 7 (Minggu), bukan \"{value}\".",
		"{place}: days are the numbers 1 (Monday) to 7 (Sunday), not \"{value}\".")
	errHoursTime = fault.New(fault.Invalid, "office.hours_time",
		"{place}: jam \"{value}\" tidak dikenal. Tulis seperti 07:30.",
		"{place}: the time \"{value}\" is not known. Write it like 07:30.")
	errHoursOrder = fault.New(fault.Invalid, "office.hours_order",
		"{place}: jam tutup harus sesudah jam buka, dan tiap bagian harus sesudah bagian sebelumnya.",
		"{place}: closing must come after opening, and each stretch after the one before it.")
)

const secondsPerDay = 24 * 60 * 60

// stretch is an unbroken piece of working time, in seconds since midnight,
// open at from and closed at to.
type stretch struct{ from, to int }

// schedule is the week as it is worked from one day on.
type schedule struct {
	from int          // day number, see [dayNumber]
	week [7][]stretch // Monday first
}

// parseSchedules reads the office's `hours`, oldest schedule first.
func parseSchedules(hours string) ([]schedule, error) {
	var written []struct {
		From string                 `json:"from"`
		Days map[string][][2]string `json:"days"`
	}
	if err := json.Unmarshal([]byte(hours), &written); err != nil {
		return nil, errHoursUnreadable.Because(err)
	}
	if len(written) == 0 {
		return nil, errHoursNever.With("place", "hours")
	}
	schedules := make([]schedule, 0, len(written))
	for i, entry := range written {
		place := fmt.Sprintf("hours[%d]", i)
		from, err := time.Parse(time.DateOnly, entry.From)
		first := dayNumber(from)
		begins := func(s schedule) bool { return s.from == first }
		if err != nil || slices.ContainsFunc(schedules, begins) {
			return nil, errHoursFrom.With("place", place+".from").With("value", entry.From)
		}
		week, err := parseWeek(place+".days", entry.Days)
		if err != nil {
			return nil, err
		}
		schedules = append(schedules, schedule{from: first, week: week})
	}
	slices.SortFunc(schedules, func(a, b schedule) int { return cmp.Compare(a.from, b.from) })
	return schedules, nil
}

func parseWeek(place string, days map[string][][2]string) (week [7][]stretch, err error) {
	opens := false
	for name, written := range days {
		weekday, err := strconv.Atoi(name)
		if err != nil || weekday < 1 || weekday > 7 {
			return week, errHoursWeekday.With("place", place).With("value", name)
		}
		week[weekday-1], err = parseDay(place+"."+name, written)
		if err != nil {
			return week, err
		}
		opens = opens || len(written) > 0
	}
	if !opens {
		return week, errHoursNever.With("place", place)
	}
	return week, nil
}

func parseDay(place string, written [][2]string) ([]stretch, error) {
	var day []stretch
	closedAt := -1
	for i, times := range written {
		place := fmt.Sprintf("%s[%d]", place, i)
		from, ok := parseTime(times[0])
		if !ok {
			return nil, errHoursTime.With("place", place).With("value", times[0])
		}
		to, ok := parseTime(times[1])
		if !ok {
			return nil, errHoursTime.With("place", place).With("value", times[1])
		}
		if to <= from || from <= closedAt {
			return nil, errHoursOrder.With("place", place)
		}
		closedAt = to
		day = append(day, stretch{from, to})
	}
	return day, nil
}

// parseTime reads "07:30" as seconds since midnight; "24:00" ends a day.
func parseTime(written string) (int, bool) {
	if written == "24:00" {
		return secondsPerDay, true
	}
	t, err := time.Parse("15:04", written)
	if err != nil || len(written) != len("15:04") {
		return 0, false
	}
	return t.Hour()*3600 + t.Minute()*60, true
}

func writeTime(second int) string {
	return fmt.Sprintf("%02d:%02d", second/3600, second/60%60)
}

// dayNumber counts the days since 1 January 1970 on the wall of t's own zone.
func dayNumber(t time.Time) int {
	year, month, day := t.Date()
	seconds := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	if seconds < 0 {
		seconds -= secondsPerDay - 1 // towards the past, not towards zero
	}
	return int(seconds / secondsPerDay)
}
