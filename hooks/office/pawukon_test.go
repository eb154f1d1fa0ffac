package office

import (
	"slices"
	"testing"
	"time"
)

// Dates from published Balinese calendars and the wheel's own arithmetic.
func TestFeastsFallOnTheirPublishedDays(t *testing.T) {
	feasts := map[string][]string{
		"Hari Raya Saraswati": {"2026-04-04", "2026-10-31", "2027-05-29", "2027-12-25", "2028-07-22"},
		"Hari Raya Pagerwesi": {"2026-04-08", "2026-11-04", "2027-06-02", "2027-12-29", "2028-07-26"},
		"Hari Raya Galungan":  {"2026-06-17", "2027-01-13", "2027-08-11", "2028-03-08", "2028-10-04"},
		"Hari Raya Kuningan":  {"2026-06-27", "2027-01-23", "2027-08-21", "2028-03-18", "2028-10-14"},
	}
	found := map[string][]string{}
	for year := 2026; year <= 2028; year++ {
		for _, feast := range PawukonFeasts(year) {
			found[feast.Name] = append(found[feast.Name], feast.Day)
		}
	}
	for name, want := range feasts {
		if !slices.Equal(found[name], want) {
			t.Errorf("%s: %v, want %v", name, found[name], want)
		}
	}
	if galungan := PawukonFeasts(2024); !slices.Contains(galungan, Feast{"2024-09-25", "Hari Raya Galungan"}) {
		t.Errorf("Galungan of September 2024 is missing in %v", galungan)
	}
}

func TestFeastsKeepTheirWeekday(t *testing.T) {
	weekdays := map[string]time.Weekday{
		"Hari Raya Pagerwesi": time.Wednesday, "Hari Raya Saraswati": time.Saturday,
		"Penampahan Galungan": time.Tuesday, "Hari Raya Galungan": time.Wednesday, "Umanis Galungan": time.Thursday,
		"Penampahan Kuningan": time.Friday, "Hari Raya Kuningan": time.Saturday, "Umanis Kuningan": time.Sunday,
	}
	for year := 1960; year < 2100; year++ { // before and after the epoch
		for _, feast := range PawukonFeasts(year) {
			day, err := time.Parse(time.DateOnly, feast.Day)
			if err != nil || day.Weekday() != weekdays[feast.Name] || day.Year() != year {
				t.Fatalf("%v is a %s", feast, day.Weekday())
			}
		}
	}
}
