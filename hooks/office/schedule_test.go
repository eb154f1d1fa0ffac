package office

import (
	"errors"
	"strings"
	"testing"

	"mdesa/hooks/fault"
)

func TestWrongHoursAreRefusedWithTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name, hours string
		want        *fault.Fault
		place       string
	}{
		{"not JSON", `Senin-Jumat`, errHoursUnreadable, ""},
		{"another shape", `{"1":[]}`, errHoursUnreadable, ""},
		{"empty", ``, errHoursUnreadable, ""},
		{"null", `null`, errHoursNever, "hours:"},
		{"no schedule", `[]`, errHoursNever, "hours:"},
		{"a week without hours", `[{"from":"2024-01-01","days":{"1":[]}}]`, errHoursNever, "hours[0].days:"},
		{"no first day", `[{"days":{"1":[["08:00","12:00"]]}}]`, errHoursFrom, "hours[0].from"},
		{"an impossible first day", `[{"from":"2024-02-30","days":{"1":[["08:00","12:00"]]}}]`, errHoursFrom, "2024-02-30"},
		{"two from one day", `[{"from":"2024-02-01","days":{"1":[["08:00","12:00"]]}},{"from":"2024-02-01","days":{"1":[["08:00","12:00"]]}}]`, errHoursFrom, "hours[1].from"},
		{"an eighth day", `[{"from":"2024-01-01","days":{"8":[["08:00","12:00"]]}}]`, errHoursWeekday, "hours[0].days"},
		{"a named day", `[{"from":"2024-01-01","days":{"senin":[["08:00","12:00"]]}}]`, errHoursWeekday, "\"senin\""},
		{"no time", `[{"from":"2024-01-01","days":{"5":[["08:00","12:00"],["13.00","14:00"]]}}]`, errHoursTime, "hours[0].days.5[1]"},
		{"25 o'clock", `[{"from":"2024-01-01","days":{"5":[["08:00","25:00"]]}}]`, errHoursTime, "\"25:00\""},
		{"a short hour", `[{"from":"2024-01-01","days":{"5":[["8:00","12:00"]]}}]`, errHoursTime, "\"8:00\""},
		{"closing first", `[{"from":"2024-01-01","days":{"5":[["12:00","08:00"]]}}]`, errHoursOrder, "hours[0].days.5[0]"},
		{"stretches that touch", `[{"from":"2024-01-01","days":{"5":[["08:00","12:00"],["12:00","13:00"]]}}]`, errHoursOrder, "hours[0].days.5[1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.hours, "Asia/Makassar", nil)
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %s", err, c.want.Key)
			}
			var told *fault.Fault
			if errors.As(err, &told); !strings.Contains(told.In("id"), c.place) {
				t.Errorf("%q does not name %q", told.In("id"), c.place)
			}
		})
	}
}

func TestZoneHasToBeAPlace(t *testing.T) {
	for _, zone := range []string{"", "Local", "WITA", "Asia/Denpasar", "../etc/passwd"} {
		if _, err := Parse(denpasarHours, zone, nil); !errors.Is(err, errZone) {
			t.Errorf("zone %q: %v", zone, err)
		}
	}
}

func TestClosedDayHasToBeADate(t *testing.T) {
	if _, err := Parse(denpasarHours, "Asia/Makassar", map[string]string{"2026-02-30": "?"}); !errors.Is(err, errClosedDay) {
		t.Error(err)
	}
}
