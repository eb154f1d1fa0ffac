package office

import (
	"math/rand/v2"
	"testing"
	"time"

	"mdesa/hooks/definition"
)

// The holidays of March 2026 around Nyepi and Idul Fitri.
var march2026 = map[string]string{
	"2026-03-18": "Cuti bersama Nyepi", "2026-03-19": "Nyepi", "2026-03-20": "Cuti bersama Idul Fitri",
	"2026-03-21": "Idul Fitri", "2026-03-22": "Idul Fitri",
	"2026-03-23": "Cuti bersama Idul Fitri", "2026-03-24": "Cuti bersama Idul Fitri",
}

func denpasar(t testing.TB, closed map[string]string) *Clock {
	t.Helper()
	clock, err := Parse(denpasarHours, "Asia/Makassar", closed)
	if err != nil {
		t.Fatal(err)
	}
	return clock
}

func wita(t testing.TB, written string) time.Time {
	t.Helper()
	location, err := time.LoadLocation("Asia/Makassar")
	if err != nil {
		t.Fatal(err)
	}
	moment, err := time.ParseInLocation("2006-01-02 15:04", written, location)
	if err != nil {
		t.Fatal(err)
	}
	return moment
}

func show(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.Format("2006-01-02 15:04")
}

func TestPromiseFallsDueInWorkingTime(t *testing.T) {
	clock := denpasar(t, march2026)
	for _, c := range []struct {
		name, start string
		amount      int
		unit, due   string
	}{
		{"two hours late on Thursday end on Friday morning", "2026-03-12 16:00", 2, "hours", "2026-03-13 09:00"},
		{"an hour before Nyepi ends after Idul Fitri", "2026-03-17 16:00", 1, "hours", "2026-03-25 08:00"},
		{"a day given on Friday afternoon ends when Monday closes", "2026-03-13 14:00", 1, "days", "2026-03-16 16:30"},
		{"a day given on Saturday ends when Monday closes", "2026-03-14 10:00", 1, "days", "2026-03-16 16:30"},
		{"a day given before opening is that day", "2026-03-16 06:00", 1, "days", "2026-03-16 16:30"},
		{"a day given after opening is the next day", "2026-03-16 07:31", 1, "days", "2026-03-17 16:30"},
		{"two days jump over the March holidays", "2026-03-16 09:00", 2, "days", "2026-03-25 16:30"},
		{"a day ending on Friday ends early", "2026-03-12 09:00", 1, "days", "2026-03-13 14:30"},
		{"minutes stop at the break", "2026-03-12 11:30", 30, "minutes", "2026-03-12 12:00"},
		{"minutes go on after the break", "2026-03-12 11:30", 31, "minutes", "2026-03-12 13:01"},
		{"a start inside the break waits for its end", "2026-03-12 12:20", 10, "minutes", "2026-03-12 13:10"},
		{"Friday's break is longer", "2026-03-13 11:00", 60, "minutes", "2026-03-13 13:30"},
		{"Friday evening waits for Monday", "2026-03-13 20:00", 5, "minutes", "2026-03-16 07:35"},
		{"a whole week of hours", "2026-03-09 07:30", 37*60 + 30, "minutes", "2026-03-13 14:30"},
		{"nothing is due at once", "2026-03-14 10:00", 0, "hours", "2026-03-14 10:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			due := clock.Add(wita(t, c.start), definition.Duration{Amount: c.amount, Unit: c.unit})
			if show(due) != c.due {
				t.Errorf("due %s, want %s", show(due), c.due)
			}
		})
	}
}

func TestStartFromAnotherZoneCountsOnTheOfficesWall(t *testing.T) {
	start := time.Date(2026, 3, 12, 8, 0, 0, 0, time.UTC) // 16:00 in Denpasar
	due := denpasar(t, nil).AddMinutes(start, 120)
	if show(due) != "2026-03-13 09:00" || due.Location().String() != "Asia/Makassar" {
		t.Errorf("due %s %s", show(due), due.Location())
	}
}

func TestEachWeekIsWorkedByTheScheduleOfItsTime(t *testing.T) {
	// Ramadan hours from Monday 23 February 2026, given first to show that order is free.
	clock, err := Parse(`[
		{"from":"2026-02-23","days":{"1":[["08:00","15:00"]],"2":[["08:00","15:00"]]}},
		{"from":"2024-02-01","days":{"1":[["07:30","16:30"]],"5":[["07:30","14:30"]]}}]`, "Asia/Makassar", nil)
	if err != nil {
		t.Fatal(err)
	}
	for start, want := range map[string]string{
		"2026-02-16 16:00": "2026-02-20 08:00", // old Monday to old Friday
		"2026-02-20 14:00": "2026-02-23 08:30", // old Friday to new Monday
		"2026-02-23 14:30": "2026-02-24 08:30", // new Monday to new Tuesday
		"2023-01-02 06:00": "2023-01-02 08:30", // before the oldest: worked by it
	} {
		if got := show(clock.AddMinutes(wita(t, start), 60)); got != want {
			t.Errorf("%s + 60 min = %s, want %s", start, got, want)
		}
	}
}

func TestOfficeThatNeverOpensGivesTheZeroTime(t *testing.T) {
	closed := map[string]string{}
	start := wita(t, "2026-03-12 09:00")
	for day := start; day.Year() < 2034; day = day.AddDate(0, 0, 1) {
		closed[day.Format(time.DateOnly)] = "tutup"
	}
	clock := denpasar(t, closed)
	for name, got := range map[string]time.Time{
		"AddMinutes": clock.AddMinutes(start, 1),
		"Add days":   clock.Add(start, definition.Duration{Amount: 1, Unit: "days"}),
		"NextOpen":   clock.NextOpen(start),
		"Until":      clock.Until(start),
		"huge":       denpasar(t, nil).AddMinutes(start, 1<<40),
		"unit":       denpasar(t, nil).Add(start, definition.Duration{Amount: 1, Unit: "moons"}),
	} {
		if !got.IsZero() {
			t.Errorf("%s = %s, want never", name, show(got))
		}
	}
}

func TestBetweenCountsOnlyWorkingMinutes(t *testing.T) {
	clock := denpasar(t, march2026)
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"2026-03-12 16:00", "2026-03-13 09:00", 120},
		{"2026-03-13 09:00", "2026-03-12 16:00", -120},
		{"2026-03-17 16:00", "2026-03-25 08:00", 60},
		{"2026-03-12 11:45", "2026-03-12 12:30", 15},
		{"2026-03-12 12:10", "2026-03-12 12:50", 0},
		{"2026-03-14 00:00", "2026-03-16 00:00", 0},
		{"2026-03-09 00:00", "2026-03-16 00:00", 37*60 + 30},
	} {
		if got := clock.Between(wita(t, c.a), wita(t, c.b)); got != c.want {
			t.Errorf("%s … %s: %d minutes, want %d", c.a, c.b, got, c.want)
		}
	}
	if got := clock.Between(time.Time{}, time.Now()); got != 0 {
		t.Errorf("from no time: %d", got)
	}
}

func TestBetweenIsTheInverseOfAddMinutes(t *testing.T) {
	clock := denpasar(t, march2026)
	random := rand.New(rand.NewPCG(2026, 3))
	start := wita(t, "2026-01-01 00:00")
	for range 5000 {
		from := start.Add(time.Duration(random.IntN(200*24*3600)) * time.Second)
		n := 1 + random.IntN(4000)
		due := clock.AddMinutes(from, n)
		if got := clock.Between(from, due); got != n {
			t.Fatalf("%s + %d minutes = %s, but %d minutes lie between", from, n, due, got)
		}
		if split := 1 + random.IntN(n); !clock.AddMinutes(clock.AddMinutes(from, split), n-split).Equal(due) && split < n {
			t.Fatalf("%s + %d is not %s + %d + %d", from, n, from, split, n-split)
		}
	}
}

func TestHoursAreRightWhereClocksChange(t *testing.T) {
	clock, err := Parse(`[{"from":"2024-01-01","days":{"6":[["00:00","24:00"]],"7":[["00:00","24:00"]]}}]`, "Europe/Amsterdam", nil)
	if err != nil {
		t.Fatal(err)
	}
	due := clock.AddMinutes(time.Date(2026, 3, 28, 12, 0, 0, 0, clock.Location()), 24*60)
	if show(due) != "2026-03-29 12:00" {
		t.Errorf("a wall day over the spring change ends %s", show(due))
	}
}

func BenchmarkPromiseOfFiveDays(b *testing.B) {
	clock := denpasar(b, march2026)
	start := wita(b, "2026-03-17 09:00")
	b.ReportAllocs()
	for b.Loop() {
		clock.Add(start, definition.Duration{Amount: 5, Unit: "days"})
	}
}
